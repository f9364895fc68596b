// The columns of 「人员测评」, and how a row becomes a record.

import BatonAssessment

/// Table 「人员测评」.
enum StaffBallotTable {
  static let unitID: Column<String> = .reference("单位编号", to: .units).required
  static let kind: Column<String> = .text("票类")
  static let issued: Column<Int> = .integer("发出票", in: 0...Int.max).required
  static let returned: Column<Int> = .integer("收回票", in: 0...Int.max).required
  static let excellent: Column<Int> = .integer("优秀", in: 0...Int.max).required
  static let good: Column<Int> = .integer("良好", in: 0...Int.max).required
  static let fair: Column<Int> = .integer("一般", in: 0...Int.max).required
  static let poor: Column<Int> = .integer("较差", in: 0...Int.max).required
  static let abstained: Column<Int> = .integer("弃权", in: 0...Int.max).required
  static let invalid: Column<Int> = .integer("废票", in: 0...Int.max).required

  static let schema = TableSchema(
    .staffBallots, key: [unitID.spec, kind.spec],
    columns: [
      unitID.spec, kind.spec, issued.spec, returned.spec, excellent.spec, good.spec, fair.spec, poor.spec,
      abstained.spec, invalid.spec,
    ])

  /// The record of a row, or `nil` if a cell that it can't do without is missing or unreadable.
  static func record(_ row: Row) -> StaffBallot? {
    guard let unitID = row[unitID], let issued = row[issued], let returned = row[returned],
      let excellent = row[excellent], let good = row[good], let fair = row[fair], let poor = row[poor],
      let abstained = row[abstained], let invalid = row[invalid]
    else { return nil }
    return StaffBallot(
      unitID: unitID, kind: row[kind], issued: issued, returned: returned, excellent: excellent, good: good,
      fair: fair, poor: poor, abstained: abstained, invalid: invalid, row: row.address)
  }
}
