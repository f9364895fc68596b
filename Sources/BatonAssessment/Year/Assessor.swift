// A member of an assessment group, on loan from a unit.

/// One who assesses, in one of the groups (「考核组」).
public struct Assessor: Sendable, Hashable {
  /// 「组号」.
  public let groupNumber: Int
  /// 「姓名」.
  public let name: String
  /// 「职责」.
  public let duty: Duty
  /// 「来源单位」: the unit that lent them, which this group may not assess.
  public let sourceUnitID: String
  /// 「回避单位」: units that this group may not assess for their sake.
  public let avoidedUnitIDs: [String]
  /// 「业务专长」.
  public let expertise: String?
  /// 「培训日期」.
  public let trainedOn: CalendarDate?
  /// Where it stands in the table.
  public let row: RowAddress

  package init(
    groupNumber: Int, name: String, duty: Duty, sourceUnitID: String, avoidedUnitIDs: [String],
    expertise: String?, trainedOn: CalendarDate?, row: RowAddress
  ) {
    self.groupNumber = groupNumber
    self.name = name
    self.duty = duty
    self.sourceUnitID = sourceUnitID
    self.avoidedUnitIDs = avoidedUnitIDs
    self.expertise = expertise
    self.trainedOn = trainedOn
    self.row = row
  }

  /// 「职责」.
  public enum Duty: String, Sendable, Hashable, CaseIterable {
    case leader = "组长"
    case deputy = "副组长"
    case member = "成员"
    case liaison = "联络员"
  }
}
