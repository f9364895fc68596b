// The columns of 「单位沿革」, and how a row becomes a record.

import BatonAssessment

/// Table 「单位沿革」.
enum UnitHistoryTable {
  static let year: Column<Int> = .integer("年度", in: 1000...9999).required
  static let formerID: Column<String> = .identifier("原单位编号").required
  static let formerName: Column<String> = .text("原单位名称").required
  static let change: Column<UnitHistory.Change> = .choice("变更").required
  static let currentID: Column<String> = .reference("现单位编号", to: .units)
  static let effectiveOn: Column<CalendarDate> = .date("生效日期").required
  static let basis: Column<String> = .text("依据")

  static let schema = TableSchema(
    .unitHistory, key: [year.spec, formerID.spec, currentID.spec],
    columns: [
      year.spec, formerID.spec, formerName.spec, change.spec, currentID.spec, effectiveOn.spec, basis.spec,
    ])

  /// The record of a row, or `nil` if a cell that it can't do without is missing or unreadable.
  static func record(_ row: Row) -> UnitHistory? {
    guard let year = row[year], let formerID = row[formerID], let formerName = row[formerName],
      let change = row[change], let effectiveOn = row[effectiveOn]
    else { return nil }
    return UnitHistory(
      year: year, formerID: formerID, formerName: formerName, change: change, currentID: row[currentID],
      effectiveOn: effectiveOn, basis: row[basis], row: row.address)
  }
}
