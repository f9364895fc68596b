// The columns of 「个人述职」, and how a row becomes a record.

import BatonAssessment

/// Table 「个人述职」.
enum CadreDebriefItemTable {
  static let cadreID: Column<String> = .reference("人员编号", to: .cadres).required
  static let part: Column<CadreDebriefItem.Part> = .choice("部分").required
  static let number: Column<Int> = .integer("序号", in: 1...Int.max).required
  static let title: Column<String> = .text("标题")
  static let content: Column<String> = .text("内容").required

  static let schema = TableSchema(
    .cadreDebriefs, key: [cadreID.spec, part.spec, number.spec],
    columns: [
      cadreID.spec, part.spec, number.spec, title.spec, content.spec,
    ])

  /// The record of a row, or `nil` if a cell that it can't do without is missing or unreadable.
  static func record(_ row: Row) -> CadreDebriefItem? {
    guard let cadreID = row[cadreID], let part = row[part], let number = row[number]
    else { return nil }
    return CadreDebriefItem(
      cadreID: cadreID, part: part, number: number, title: row[title], content: row[content], row: row.address
    )
  }
}
