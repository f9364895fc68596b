// The columns of 「单项考核」, and how a row becomes a record.

import BatonAssessment

/// Table 「单项考核」.
enum SingleItemResultTable {
  static let unitID: Column<String> = .reference("单位编号", to: .units).required
  static let item: Column<String> = .text("单项").required
  static let grade: Column<String> = .text("等次").required
  static let basis: Column<String> = .text("依据").required

  static let schema = TableSchema(
    .singleItems, key: [unitID.spec, item.spec],
    columns: [
      unitID.spec, item.spec, grade.spec, basis.spec,
    ])

  /// The record of a row, or `nil` if a cell that it can't do without is missing or unreadable.
  static func record(_ row: Row) -> SingleItemResult? {
    guard let unitID = row[unitID], let item = row[item], let grade = row[grade]
    else { return nil }
    return SingleItemResult(
      unitID: unitID, item: item, grade: grade, basis: row[basis], row: row.address)
  }
}
