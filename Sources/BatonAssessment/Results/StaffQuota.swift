// 评优名额: how many of a group's staff may be excellent.

/// The quota of excellent staff of one class in one group of units.
public struct StaffQuota: Sendable, Hashable {
  public let staffClass: StaffClass
  /// A 「核定组」, a 「单位编号」, or 「全县」.
  public let group: String
  public let unitIDs: [String]
  /// 基数; `nil` if a unit's number is not known.
  public let base: Figure?
  /// Σ 基数 × 比例 ÷ 100, before it is made whole; `nil` if a unit's number or grade is not known.
  public let exact: Figure?
  /// 名额.
  public let quota: Int?
  /// 名册优秀: the cadres of the roster whose grade is excellent, in its order; `nil` if one of them is not known.
  public let excellentIDs: [String]?
}
