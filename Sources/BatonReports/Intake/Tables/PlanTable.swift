// The columns of 「方案」: one row a decision.

import BatonAssessment

/// Table 「方案」.
enum PlanTable {
  static let item: Column<PlanItem> = .choice("项目").required
  static let scope: Column<String> = .text("适用")
  static let name: Column<String> = .text("名称").required
  static let value: Column<String> = .text("数值").required
  static let clause: Column<String> = .text("条款")
  static let note: Column<String> = .text("说明")

  static let schema = TableSchema(
    .plan, key: [item.spec, scope.spec, name.spec],
    columns: [item.spec, scope.spec, name.spec, value.spec, clause.spec, note.spec])

  /// The record of a row, or `nil` if a cell that it can't do without is missing or unreadable.
  static func record(_ row: Row) -> PlanRow? {
    guard let item = row[item], let name = row[name], let value = row[value] else { return nil }
    return PlanRow(
      item: item, scope: row[scope], name: name, value: value, clause: row[clause], note: row[note],
      row: row.address)
  }
}
