// What a unit reached of a target, and the points it got for it.

/// What a unit reached of one target (「指标完成」).
public struct Completion: Sendable, Hashable {
  /// 「单位编号」.
  public let unitID: String
  /// 「指标编号」.
  public let indicatorID: String
  /// 「完成值」.
  public let value: Value
  /// 「考核组评分」.
  public let score: ExactDecimal?
  /// 「方式」.
  public let method: Method
  /// 「佐证」.
  public let evidence: String?
  /// 「日期」.
  public let date: CalendarDate?
  /// 「扣分原因」.
  public let deductionReason: String?
  /// Where it stands in the table.
  public let row: RowAddress

  package init(
    unitID: String, indicatorID: String, value: Value, score: ExactDecimal?, method: Method,
    evidence: String?, date: CalendarDate?, deductionReason: String?, row: RowAddress
  ) {
    self.unitID = unitID
    self.indicatorID = indicatorID
    self.value = value
    self.score = score
    self.method = method
    self.evidence = evidence
    self.date = date
    self.deductionReason = deductionReason
    self.row = row
  }

  /// 「完成值」: a number, or whether a qualitative target is met.
  public enum Value: Sendable, Hashable {
    case number(ExactDecimal)
    case done(Bool)
  }

  /// 「方式」: how the group saw it.
  public enum Method: String, Sendable, Hashable, CaseIterable {
    case onSite = "实地查看"
    case documents = "查阅资料"
    case briefing = "听取汇报"
  }
}
