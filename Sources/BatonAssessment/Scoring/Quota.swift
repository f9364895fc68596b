// How many may be excellent: a share of a base, made whole once.

/// How a quota becomes a whole number (方案「口径·单位名额取整」「评优名额取整」).
public enum QuotaRounding: String, Sendable, Hashable, CaseIterable {
  case down = "去尾"
  case nearest = "四舍五入"
  case up = "进位"

  /// The whole number of a quota that is not negative.
  public func whole(_ quota: Rational) -> Int? {
    precondition(!quota.isNegative, "a quota below zero")
    let down = quota.rounded(places: 0, .truncate)
    let rounded =
      switch self {
      case .down: down
      case .nearest: quota.rounded(places: 0, .halfUp)
      case .up: quota.isInteger ? down : (down.rational + 1).rounded(places: 0, .truncate)
      }
    return Int(rounded.description)
  }
}
