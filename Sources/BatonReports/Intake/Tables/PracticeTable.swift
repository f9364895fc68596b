// The columns of 「经验做法」, and how a row becomes a record.

import BatonAssessment

/// Table 「经验做法」.
enum PracticeTable {
  static let id: Column<String> = .identifier("编号").required
  static let unitID: Column<String> = .reference("单位编号", to: .units).required
  static let title: Column<String> = .text("标题").required
  static let background: Column<String> = .text("背景")
  static let method: Column<String> = .text("做法").required
  static let effect: Column<String> = .text("成效").required
  static let insight: Column<String> = .text("启示")
  static let isReplicable: Column<Bool> = .flag("可推广").required

  static let schema = TableSchema(
    .practices, key: [id.spec],
    columns: [
      id.spec, unitID.spec, title.spec, background.spec, method.spec, effect.spec, insight.spec,
      isReplicable.spec,
    ])

  /// The record of a row, or `nil` if a cell that it can't do without is missing or unreadable.
  static func record(_ row: Row) -> Practice? {
    guard let id = row[id], let unitID = row[unitID], let isReplicable = row[isReplicable]
    else { return nil }
    return Practice(
      id: id, unitID: unitID, title: row[title], background: row[background], method: row[method],
      effect: row[effect], insight: row[insight], isReplicable: isReplicable, row: row.address)
  }
}
