// The columns of 「考核组」, and how a row becomes a record.

import BatonAssessment

/// Table 「考核组」.
enum AssessorTable {
  static let groupNumber: Column<Int> = .integer("组号", in: 1...Int.max).required
  static let name: Column<String> = .text("姓名").required
  static let duty: Column<Assessor.Duty> = .choice("职责").required
  static let sourceUnitID: Column<String> = .reference("来源单位", to: .units).required
  static let avoidedUnitIDs: Column<[String]> = .references("回避单位", to: .units)
  static let expertise: Column<String> = .text("业务专长")
  static let trainedOn: Column<CalendarDate> = .date("培训日期")

  static let schema = TableSchema(
    .groups, key: [groupNumber.spec, name.spec],
    columns: [
      groupNumber.spec, name.spec, duty.spec, sourceUnitID.spec, avoidedUnitIDs.spec, expertise.spec,
      trainedOn.spec,
    ])

  /// The record of a row, or `nil` if a cell that it can't do without is missing or unreadable.
  static func record(_ row: Row) -> Assessor? {
    guard let groupNumber = row[groupNumber], let name = row[name], let duty = row[duty],
      let sourceUnitID = row[sourceUnitID]
    else { return nil }
    return Assessor(
      groupNumber: groupNumber, name: name, duty: duty, sourceUnitID: sourceUnitID,
      avoidedUnitIDs: row[avoidedUnitIDs] ?? [], expertise: row[expertise], trainedOn: row[trainedOn],
      row: row.address)
  }
}
