// The columns of 「实地考核」, and how a row becomes a record.

import BatonAssessment

/// Table 「实地考核」.
enum OnSiteVisitTable {
  static let unitID: Column<String> = .reference("单位编号", to: .units).required
  static let arrivedOn: Column<CalendarDate> = .date("进驻日期").required
  static let leftOn: Column<CalendarDate> = .date("离开日期")
  static let briefings: Column<Int> = .integer("听取汇报次数", in: 0...Int.max).required
  static let documentsRead: Column<Int> = .integer("查阅资料份数", in: 0...Int.max).required
  static let sitesSeen: Column<Int> = .integer("实地查看处数", in: 0...Int.max).required

  static let schema = TableSchema(
    .visits, key: [unitID.spec],
    columns: [
      unitID.spec, arrivedOn.spec, leftOn.spec, briefings.spec, documentsRead.spec, sitesSeen.spec,
    ])

  /// The record of a row, or `nil` if a cell that it can't do without is missing or unreadable.
  static func record(_ row: Row) -> OnSiteVisit? {
    guard let unitID = row[unitID]
    else { return nil }
    return OnSiteVisit(
      unitID: unitID, arrivedOn: row[arrivedOn], leftOn: row[leftOn], briefings: row[briefings],
      documentsRead: row[documentsRead], sitesSeen: row[sitesSeen], row: row.address)
  }
}
