// A unit: assessed, treated like the assessed, or not assessed at all.

/// A unit of the county (「单位」).
public struct Unit: Sendable, Hashable {
  /// 「单位编号」.
  public let id: String
  /// 「单位全称」.
  public let name: String
  /// 「单位简称」.
  public let shortName: String
  /// 「类别」: decides the weights.
  public let category: String
  /// 「序列」: decides among whom it is ranked.
  public let series: String
  /// 「机构序」: where it stands in every list.
  public let order: Int
  /// 「考核组」.
  public let groupNumber: Int?
  /// 「参评方式」.
  public let participation: Participation
  /// 「领导成员数」.
  public let leaderCount: Int?
  /// 「非领导成员数」.
  public let nonLeaderCount: Int?
  /// 「事业人数」.
  public let institutionStaffCount: Int?
  /// 「核定组」: units that share one quota of excellent staff.
  public let quotaGroup: String?
  /// 「免评分项」.
  public let exemptComponents: [Component]
  /// 「免评依据」.
  public let exemptionBasis: String?
  /// 「班子等次」.
  public let teamGrade: String?
  /// 「审定等次」: what the meeting decided.
  public let confirmedGrade: String?
  /// 「审定依据」.
  public let confirmationBasis: String?
  /// Where it stands in the table.
  public let row: RowAddress

  package init(
    id: String, name: String, shortName: String, category: String, series: String, order: Int,
    groupNumber: Int?, participation: Participation, leaderCount: Int?, nonLeaderCount: Int?,
    institutionStaffCount: Int?, quotaGroup: String?, exemptComponents: [Component], exemptionBasis: String?,
    teamGrade: String?, confirmedGrade: String?, confirmationBasis: String?, row: RowAddress
  ) {
    self.id = id
    self.name = name
    self.shortName = shortName
    self.category = category
    self.series = series
    self.order = order
    self.groupNumber = groupNumber
    self.participation = participation
    self.leaderCount = leaderCount
    self.nonLeaderCount = nonLeaderCount
    self.institutionStaffCount = institutionStaffCount
    self.quotaGroup = quotaGroup
    self.exemptComponents = exemptComponents
    self.exemptionBasis = exemptionBasis
    self.teamGrade = teamGrade
    self.confirmedGrade = confirmedGrade
    self.confirmationBasis = confirmationBasis
    self.row = row
  }

  /// 「参评方式」.
  public enum Participation: String, Sendable, Hashable, CaseIterable {
    case assessed = "参评"
    case comparable = "参照"
    case exempt = "不参评"
  }

  /// Whether it is assessed or treated like the assessed: such a unit debriefs and is visited.
  public var takesPart: Bool { participation != .exempt }
}
