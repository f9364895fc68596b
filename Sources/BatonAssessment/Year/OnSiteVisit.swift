// The days a group spent at a unit, and what it went through there.

/// A group's days at a unit (「实地考核」).
public struct OnSiteVisit: Sendable, Hashable {
  /// 「单位编号」.
  public let unitID: String
  /// 「进驻日期」.
  public let arrivedOn: CalendarDate?
  /// 「离开日期」.
  public let leftOn: CalendarDate?
  /// 「听取汇报次数」.
  public let briefings: Int?
  /// 「查阅资料份数」.
  public let documentsRead: Int?
  /// 「实地查看处数」.
  public let sitesSeen: Int?
  /// Where it stands in the table.
  public let row: RowAddress

  package init(
    unitID: String, arrivedOn: CalendarDate?, leftOn: CalendarDate?, briefings: Int?, documentsRead: Int?,
    sitesSeen: Int?, row: RowAddress
  ) {
    self.unitID = unitID
    self.arrivedOn = arrivedOn
    self.leftOn = leftOn
    self.briefings = briefings
    self.documentsRead = documentsRead
    self.sitesSeen = sitesSeen
    self.row = row
  }
}
