// A place of the plan that a row may fill, or must.

import BatonAssessment

/// A row that the plan may have.
struct PlanSlot: Sendable {
  let item: PlanItem
  /// The scopes that it may be for; `nil` stands for the common row.
  let scopes: [String?]
  /// The name, or `nil` where the plan names things itself.
  let name: String?
  let kind: PlanValueKind
  /// Whether each scope needs it, a common row standing in where that is allowed.
  let isRequired: Bool

  func admits(_ row: PlanRow) -> Bool {
    row.item == item && scopes.contains(row.scope) && (name == nil || name == row.name)
  }

  /// The scopes for which the plan lacks it.
  func missingScopes(in plan: Plan) -> [String?] {
    guard isRequired else { return [] }
    guard !scopes.contains(nil) || !isFilled(for: nil, in: plan) else { return [] }
    let specific = scopes.filter { $0 != nil }
    return (specific.isEmpty ? [nil] : specific).filter { !isFilled(for: $0, in: plan) }
  }

  private func isFilled(for scope: String?, in plan: Plan) -> Bool {
    guard let name else { return plan.hasRow(item, for: scope) }
    return plan.hasRow(item, name, for: scope)
  }
}
