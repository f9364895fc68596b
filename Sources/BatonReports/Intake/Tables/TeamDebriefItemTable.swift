// The columns of 「班子述职」, and how a row becomes a record.

import BatonAssessment

/// Table 「班子述职」.
enum TeamDebriefItemTable {
  static let unitID: Column<String> = .reference("单位编号", to: .units).required
  static let part: Column<TeamDebriefItem.Part> = .choice("部分").required
  static let number: Column<Int> = .integer("序号", in: 1...Int.max).required
  static let content: Column<String> = .text("内容").required
  static let indicator: Column<String> = .text("指标")
  static let score: Column<ExactDecimal> = .number("得分", .notNegative)
  static let scope: Column<TeamDebriefItem.Scope> = .choice("范围")
  static let rank: Column<Int> = .integer("位次", in: 1...Int.max)
  static let participants: Column<Int> = .integer("参评数", in: 1...Int.max)
  static let lastRank: Column<Int> = .integer("上年位次", in: 1...Int.max)
  static let responsible: Column<String> = .text("责任人")
  static let deadline: Column<String> = .text("完成时限")

  static let schema = TableSchema(
    .teamDebriefs, key: [unitID.spec, part.spec, number.spec],
    columns: [
      unitID.spec, part.spec, number.spec, content.spec, indicator.spec, score.spec, scope.spec, rank.spec,
      participants.spec, lastRank.spec, responsible.spec, deadline.spec,
    ])

  /// The record of a row, or `nil` if a cell that it can't do without is missing or unreadable.
  static func record(_ row: Row) -> TeamDebriefItem? {
    guard let unitID = row[unitID], let part = row[part], let number = row[number]
    else { return nil }
    return TeamDebriefItem(
      unitID: unitID, part: part, number: number, content: row[content], indicator: row[indicator],
      score: row[score], scope: row[scope], rank: row[rank], participants: row[participants],
      lastRank: row[lastRank], responsible: row[responsible], deadline: row[deadline], row: row.address)
  }
}
