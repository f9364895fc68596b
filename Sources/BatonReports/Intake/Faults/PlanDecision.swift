// Which decision of the plan a fault is about.

public import BatonAssessment

/// An item of the plan, for whom, and by which name.
public struct PlanDecision: Sendable, Hashable {
  public let item: PlanItem
  public let scope: String?
  /// `nil` for all that the item decides.
  public let name: String?
}
