// What a condition tells of the values it asks about.

extension Checker {
  /// Narrows what is known in a scope by a condition that holds, or does not.
  mutating func narrow(_ condition: Expression, holds: Bool, in scope: inout FlowState) {
    switch condition.kind {
    case .unary(.not, let operand): narrow(operand, holds: !holds, in: &scope)
    case .and(let left, let right) where holds:
      narrow(left, holds: true, in: &scope)
      narrow(right, holds: true, in: &scope)
    case .or(let left, let right) where !holds:
      narrow(left, holds: false, in: &scope)
      narrow(right, holds: false, in: &scope)
    case .test(let value, let name, _, _, let isNegated):
      narrow(value, by: name, holds: holds != isNegated, in: &scope)
    case .comparison(let first, let rest):
      guard rest.count == 1, case .literal(.none) = rest[0].operand.kind else { return }
      switch rest[0].operator {
      case .equal: narrow(first, by: "none", holds: holds, in: &scope)
      case .notEqual: narrow(first, by: "none", holds: !holds, in: &scope)
      default: return
      }
    case .filter(let value?, "length", _, _), .filter(let value?, "count", _, _):
      if holds { replace(value, in: &scope) { $0.truthy } }
    case .name, .attribute, .subscription:
      if holds { replace(condition, in: &scope) { $0.truthy } }
    default: return
    }
  }

  private mutating func narrow(_ value: Expression, by test: String, holds: Bool, in scope: inout FlowState) {
    switch (test, holds) {
    case ("defined", false), ("undefined", true):
      replace(value, in: &scope) { Possible($0.alternatives.filter { $0 == .undefined || $0 == .unknown }) }
    case ("mapping", true): replace(value, in: &scope) { $0.filtered { $0.kind == .mapping } }
    case ("mapping", false): replace(value, in: &scope) { $0.filtered { $0.kind != .mapping } }
    case ("integer", true): replace(value, in: &scope) { $0.integers }
    case ("integer", false): replace(value, in: &scope) { $0.filtered { $0 != .integer } }
    case ("boolean", true): replace(value, in: &scope) { $0.filtered { $0 == .bool } }
    case ("boolean", false): replace(value, in: &scope) { $0.filtered { $0 != .bool } }
    case ("none", true): replace(value, in: &scope) { $0.filtered { $0 == .none } }
    case ("none", false): replace(value, in: &scope) { $0.filtered { $0 != .none } }
    case ("defined", true), ("undefined", false):
      replace(value, in: &scope) { $0.filtered { $0 != .undefined } }
    case ("string", true): replace(value, in: &scope) { $0.filtered { $0 == .text || $0 == .markup } }
    case ("string", false): replace(value, in: &scope) { $0.filtered { $0 != .text && $0 != .markup } }
    case ("number", true):
      replace(value, in: &scope) { $0.filtered { ValueKind.number.isSuperset(of: $0.kind) } }
    case ("number", false):
      replace(value, in: &scope) { $0.filtered { !ValueKind.number.isSuperset(of: $0.kind) } }
    default: return
    }
  }

  /// Silent: what is wrong with the expression was said when it was evaluated.
  private mutating func replace(
    _ value: Expression, in scope: inout FlowState, with change: (Possible) -> Possible
  ) {
    guard let path = Self.path(of: value) else { return }
    var copy = scope
    let known = silently { $0.evaluate(value, in: &copy, isGuard: true) }
    // No alternative left: the branch is never taken, and nothing is said of it.
    scope.narrow(path, to: change(known))
  }
}

extension Possible {
  /// The alternatives that can be an integer, as that.
  fileprivate var integers: Possible {
    Possible(
      alternatives.compactMap { alternative in
        switch alternative {
        case .integer, .unknown: alternative
        case .number: .integer
        default: nil
        }
      })
  }
}
