// What a unit scored, and from what.

/// The score of a unit that takes part.
public struct UnitScore: Sendable, Hashable {
  public let unitID: String
  /// Those that have data and from which the unit is not exempt.
  public let components: [Component: Figure]
  /// 基础分; `nil` if a component that carries weight has no data.
  public let base: Figure?
  /// 加分; `nil` if the unit's adjustments can't be relied on.
  public let bonus: Figure?
  /// 扣分; `nil` if the unit's adjustments can't be relied on.
  public let deduction: Figure?
  /// Whether a red line bars it from the best grade.
  public let barsBestGrade: Bool
  /// 综合得分 = 基础分 + 加分 − 扣分, without bounds.
  public let total: Figure?

  package init(
    unitID: String, components: [Component: Figure], base: Figure?, bonus: Figure? = .constant(0),
    deduction: Figure? = .constant(0), barsBestGrade: Bool = false
  ) {
    self.unitID = unitID
    self.components = components
    self.base = base
    self.bonus = bonus
    self.deduction = deduction
    self.barsBestGrade = barsBestGrade
    total =
      if let base, let bonus, let deduction {
        (Figure.sum([base, bonus]) - deduction).named("综合得分")
      } else { nil }
  }
}
