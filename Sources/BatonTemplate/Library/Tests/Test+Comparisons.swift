// Tests that compare: by name and by sign.

extension Test {
  private static let signature = Signature(.any, [.required("other", .any)], gives: .bool)

  private static func order(_ names: String..., holds: @escaping @Sendable (Machine.Order) -> Bool) -> Test {
    Test(names: names, signature: signature) { (machine, arguments) throws(Fault) in
      holds(try machine.compare(arguments[0], arguments[1]))
    }
  }

  static let comparisonTests: [Test] = [
    Test(names: ["eq", "==", "equalto"], signature: signature) { (machine, arguments) throws(Fault) in
      try machine.equals(arguments[0], arguments[1])
    },
    Test(names: ["ne", "!="], signature: signature) { (machine, arguments) throws(Fault) in
      try !machine.equals(arguments[0], arguments[1])
    },
    order("lt", "<", "lessthan") { $0 == .less },
    order("le", "<=") { $0 == .less || $0 == .equal },
    order("gt", ">", "greaterthan") { $0 == .greater },
    order("ge", ">=") { $0 == .greater || $0 == .equal },
    Test(names: ["in"], signature: Signature(.any, [.required("seq", .sequence)], gives: .bool)) {
      (machine, arguments) throws(Fault) in
      try machine.contains(arguments[1], arguments[0])
    },
    Test(names: ["sameas"], signature: signature) { (machine, arguments) throws(Fault) in
      try machine.isSame(machine.plain(arguments[0]), machine.plain(arguments[1]))
    },
  ]
}

extension Machine {
  /// Whether two values are one: lists, mappings and objects by identity, others by kind and value.
  fileprivate func isSame(_ left: Node, _ right: Node) throws(Fault) -> Bool {
    guard left.tag == right.tag else { return false }
    switch left.tag {
    case .string, .bigInt, .decimal, .tuple, .range: return try equals(left, right)
    case .undefined: return left.bits == right.bits
    default: return left.bits == right.bits && left.arena == right.arena
    }
  }
}
