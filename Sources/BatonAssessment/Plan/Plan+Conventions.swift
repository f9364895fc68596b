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

extension Plan {
  /// 「金额小数位」; two where the plan is not there yet.
  public var moneyPlaces: Int {
    row(.conventions, "金额小数位").flatMap { Int($0.value) } ?? 2
  }

  /// 「金额修约」; 四舍五入 where the plan is not there yet.
  public var moneyRounding: Rounding {
    row(.conventions, "金额修约").flatMap { Rounding(rawValue: $0.value) } ?? .halfUp
  }

  /// What a convention says; `nil` if the plan has no such row.
  func convention(_ name: String) -> String? { row(.conventions, name)?.value }

  /// The words of a row that lists several of a closed list.
  func words(_ item: PlanItem, _ name: String) -> Set<String> {
    Set((row(item, name)?.value ?? "").split(separator: "、").map(String.init))
  }
}
