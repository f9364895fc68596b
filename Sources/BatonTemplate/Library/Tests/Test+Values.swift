// Tests of what a value is.

internal import BigInt

extension Test {
  private static let anything = Signature([.any, .undefined], gives: .bool)

  /// A test that only looks at the kind of the value.
  private static func kind(_ names: String..., holds: @escaping @Sendable (Node) -> Bool) -> Test {
    Test(names: names, signature: anything) { (machine, arguments) throws(Fault) in
      holds(machine.plain(arguments[0]))
    }
  }

  static let valueTests: [Test] = [
    kind("defined") { !$0.isUndefined }, kind("undefined") { $0.isUndefined },
    kind("none") { $0.isNone }, kind("boolean") { $0.tag == .bool },
    kind("true") { $0.tag == .bool && $0.integer == 1 }, kind("false") { $0.tag == .bool && $0.integer == 0 },
    kind("number") { $0.isNumber }, kind("integer") { $0.tag == .int || $0.tag == .bigInt },
    kind("float") { $0.tag == .float }, kind("decimal") { $0.tag == .decimal },
    kind("string") { $0.isString }, kind("mapping") { $0.isMapping }, kind("escaped") { $0.isMarkup },
    sequence, iterable, callable, lower, upper, odd, even, divisibleBy, filter, test,
  ]

  /// `sequence`: has a length and items.
  private static let sequence = Test("sequence", signature: anything) { (machine, arguments) throws(Fault) in
    let value = machine.plain(arguments[0])
    if value.isUndefined { return machine.undefinedMode != .strict }
    return value.flags.isDisjoint(with: .unindexed) && machine.itemCount(of: value) != nil
  }

  /// `iterable`
  private static let iterable = Test("iterable", signature: anything) { (machine, arguments) throws(Fault) in
    let value = machine.plain(arguments[0])
    if value.isUndefined {
      try machine.refuseStrictUndefined(value)
      return true
    }
    return machine.itemCount(of: value) != nil
  }

  /// `callable`: macros, functions, methods, joiners; an undefined value too, for calling it says what is missing.
  private static let callable = Test("callable", signature: anything) { (machine, arguments) throws(Fault) in
    let value = arguments[0]
    if value.isUndefined { return true }
    return value.tag == .object && machine.isCallable(value)
  }

  private static let lower = Test("lower", signature: anything) { (machine, arguments) throws(Fault) in
    CharacterClass.islower.holds(for: try machine.str(arguments[0]))
  }

  private static let upper = Test("upper", signature: anything) { (machine, arguments) throws(Fault) in
    CharacterClass.isupper.holds(for: try machine.str(arguments[0]))
  }

  private static let odd = Test("odd", signature: Signature(.number, gives: .bool)) {
    (machine, arguments) throws(Fault) in
    try machine.remainder(of: arguments[0], by: .int(2), is: 1)
  }

  private static let even = Test("even", signature: Signature(.number, gives: .bool)) {
    (machine, arguments) throws(Fault) in
    try machine.remainder(of: arguments[0], by: .int(2), is: 0)
  }

  /// `divisibleby(num)`
  private static let divisibleBy = Test(
    "divisibleby", signature: Signature(.number, [.required("num", .number)], gives: .bool)
  ) { (machine, arguments) throws(Fault) in
    try machine.remainder(of: arguments[0], by: arguments[1], is: 0)
  }

  /// `"upper" is filter`
  private static let filter = Test("filter", signature: Signature(.text, gives: .bool)) {
    (machine, arguments) throws(Fault) in
    arguments[0].isString && machine.library.filterNumbers[machine.text(of: arguments[0])] != nil
  }

  /// `"odd" is test`
  private static let test = Test("test", signature: Signature(.text, gives: .bool)) {
    (machine, arguments) throws(Fault) in
    arguments[0].isString && machine.library.testNumbers[machine.text(of: arguments[0])] != nil
  }
}

extension Machine {
  /// Whether `value % divisor` is a number.
  fileprivate mutating func remainder(of value: Node, by divisor: Node, is wanted: Int) throws(Fault) -> Bool
  {
    let value = plain(value)
    guard value.isNumber || value.isUndefined else {
      throw Fault.type("\(typeName(of: value))「\(brief(value))」不能求余数")
    }
    return try equals(try binary(5, value, divisor), .int(wanted))
  }

  fileprivate func isCallable(_ value: Node) -> Bool {
    switch objects[value.offset] {
    case .namespace, .cycler: false
    default: true
    }
  }
}
