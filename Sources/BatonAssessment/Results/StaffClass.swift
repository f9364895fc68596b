// The three classes of staff that excellent grades are counted by.

/// A class of staff with a quota of its own; the raw value is its name in 方案「评优比例」.
public enum StaffClass: String, Sendable, Hashable, CaseIterable {
  /// Civil servants of the leading team.
  case leaders = "领导成员"
  case nonLeaders = "非领导成员"
  /// Staff of public institutions, on the leading team or not.
  case institutionStaff = "事业人员"

  public init(_ cadre: Cadre) {
    self =
      cadre.identity == .institutionStaff ? .institutionStaff : cadre.isTeamMember ? .leaders : .nonLeaders
  }

  /// The heading of 「单位」 that states how many there are.
  public var heading: String {
    switch self {
    case .leaders: "领导成员数"
    case .nonLeaders: "非领导成员数"
    case .institutionStaff: "事业人数"
    }
  }

  /// How many a unit states.
  public func count(in unit: Unit) -> Int? {
    switch self {
    case .leaders: unit.leaderCount
    case .nonLeaders: unit.nonLeaderCount
    case .institutionStaff: unit.institutionStaffCount
    }
  }
}
