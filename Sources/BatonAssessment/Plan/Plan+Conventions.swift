// 方案「口径」: how figures are printed.

extension Plan {
  /// 「分数小数位」; two where the plan is not there yet.
  public var scorePlaces: Int {
    row(.conventions, "分数小数位").flatMap { Int($0.value) } ?? 2
  }

  /// 「分数修约」; 四舍五入 where the plan is not there yet.
  public var scoreRounding: Rounding {
    row(.conventions, "分数修约").flatMap { Rounding(rawValue: $0.value) } ?? .halfUp
  }
}
