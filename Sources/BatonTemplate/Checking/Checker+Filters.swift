// Filters and tests: whether they are known, take what they are given, and what they give.

import BatonDiagnostics

extension Checker {
  /// What a filter or test is given.
  struct Given {
    var positional: [(value: Possible, expression: Expression)] = []
    var keyword: [(name: String, value: Possible, expression: Expression)] = []
    /// Whether `*` or `**` gives more.
    var isOpen = false

    /// The argument of a parameter.
    subscript(index: Int, name: String) -> (value: Possible, expression: Expression)? {
      if index < positional.count { return positional[index] }
      return keyword.first { $0.name == name }.map { ($0.value, $0.expression) }
    }

    /// Without the first positional arguments.
    func dropping(_ count: Int) -> Given {
      var given = self
      given.positional.removeFirst(Swift.min(count, positional.count))
      return given
    }
  }

  mutating func given(_ arguments: Expression.Arguments, in scope: inout FlowState) -> Given {
    var given = Given()
    for argument in arguments.positional {
      given.positional.append((evaluate(argument, in: &scope), argument))
    }
    for (name, value) in arguments.keyword {
      given.keyword.append((name, evaluate(value, in: &scope), value))
    }
    for spread in [arguments.spread, arguments.keywordSpread] {
      guard let spread else { continue }
      given.isOpen = true
      leaveOpen(spread, "展开以后有哪些参数")
      _ = evaluate(spread, in: &scope)
    }
    return given
  }

  mutating func filter(
    _ value: Expression?, _ name: String, at range: SourceRange, _ arguments: Expression.Arguments,
    whole: Expression, in scope: inout FlowState
  ) -> Possible {
    let number = library.filterNumbers[name]
    let givesDefault = number.map { library.filters[$0].names[0] == "default" } ?? false
    let input = value.map { evaluateInput($0, in: &scope, isGuard: givesDefault) } ?? .text
    let given = given(arguments, in: &scope)
    return apply(name, at: range, to: input, value ?? whole, given, in: &scope)
  }

  /// Applies a filter to something that may be there.
  mutating func apply(
    _ name: String, at range: SourceRange, to input: Possible, _ value: Expression, _ given: Given,
    in scope: inout FlowState
  ) -> Possible {
    guard let number = library.filterNumbers[name] else {
      fault(
        "unknown-filter", "没有过滤器「\(name)」", at: range,
        help: Suggestion.nearest(to: name, among: library.filterNumbers.keys.sorted()).map { "是不是想写「\($0)」？" }
      )
      return .unknown
    }
    let filter = library.filters[number]
    check(given, against: filter.signature, "过滤器「\(name)」", at: range)
    let canonical = filter.names[0]
    if canonical == "default" {
      if given[1, "boolean"] == nil, input.alternatives.contains(.none) {
        leaveOpen(value, "没有的时候是不是空值：空值不算没有，要写「default(…, true)」")
      }
      return input.present.joined(with: given[0, "default_value"]?.value ?? .text)
    }
    if input.alternatives.contains(.markup), !Machine.fragmentFilters.contains(canonical) {
      leaveOpen(value, "是不是带格式的内容")
    }
    // Filters that take everything print what is null as 「None」.
    let wanted = filter.signature.value
    require(input, wanted == .any ? wanted.subtracting(.none) : wanted, value, "交给过滤器「\(name)」")
    // Filters of numbers read a text too, if it is one.
    if wanted.isSuperset(of: [.integer, .text]), !wanted.contains(.list), input.contains(.text) {
      leaveOpen(value, "这段文字是不是数")
    }
    return itemsResult(of: canonical, input, value, given, filter, name, in: &scope)
  }

  /// `default` is asked about what may not be there at all.
  private mutating func evaluateInput(_ value: Expression, in scope: inout FlowState, isGuard: Bool)
    -> Possible
  {
    // A field that the shape does not have is a slip even with a default; one that may be absent is not.
    evaluate(value, in: &scope, isGuard: isGuard)
  }

  // MARK: Tests

  mutating func test(
    _ value: Expression, _ name: String, at range: SourceRange, _ arguments: Expression.Arguments,
    in scope: inout FlowState
  ) -> Possible {
    let given = given(arguments, in: &scope)
    if name == "defined" || name == "undefined" {
      check(given, against: Signature(.any, gives: .bool), "测试「\(name)」", at: range)
      if case .attribute(let base, _, _) = value.kind {
        refuseUndefined(silently { $0.evaluate(base, in: &scope, isGuard: true) }, base, "取其中的字段")
      }
      asking { _ = $0.evaluate(value, in: &scope, isGuard: true) }
      return .bool
    }
    ask(name, at: range, of: evaluate(value, in: &scope, isGuard: true), value, given)
    return .bool
  }

  /// Asks a test of something that may be there.
  mutating func ask(
    _ name: String, at range: SourceRange, of value: Possible, _ expression: Expression, _ given: Given
  ) {
    guard let number = library.testNumbers[name] else {
      fault(
        "unknown-test", "没有测试「\(name)」", at: range,
        help: Suggestion.nearest(to: name, among: library.testNumbers.keys.sorted()).map { "是不是想写「\($0)」？" })
      return
    }
    let test = library.tests[number]
    check(given, against: test.signature, "测试「\(name)」", at: range)
    // Tests of kinds take everything, also what is not there.
    if test.signature.value.contains(.undefined) {
      if isStrict, value.isUnknown { leaveOpen(expression, "它有没有") }
      return
    }
    let other = given[0, "other"]?.value ?? given[0, "seq"]?.value ?? .unknown
    switch test.names[0] {
    case "eq", "ne", "sameas":
      refuseUndefined(value, expression, "比较")
      if value.joined(with: other).alternatives.contains(.markup) { leaveOpen(expression, "是不是带格式的内容") }
    case "lt", "le", "gt", "ge":
      refuseAbsent(value, expression, "比较大小")
      requireOrder(value, other, expression)
    case "in": requireMembership(value, in: other, expression)
    default: require(value, test.signature.value, expression, "用「is \(name)」判断")
    }
  }

  // MARK: Arguments

  mutating func check(
    _ given: Given, against signature: Signature, _ callable: String, at range: SourceRange
  ) {
    let parameters = signature.parameters
    if given.positional.count > parameters.count, !signature.takesRest {
      fault("wrong-arity", "\(callable)最多有 \(parameters.count) 个参数", at: range)
    }
    for argument in given.keyword where !parameters.contains(where: { $0.name == argument.name }) {
      guard !signature.takesKeywords else { continue }
      fault(
        "wrong-arity", "\(callable)没有参数「\(argument.name)」", at: range,
        help: Suggestion.nearest(to: argument.name, among: parameters.map(\.name)).map { "是不是想写「\($0)」？" })
    }
    for (index, parameter) in parameters.enumerated() {
      guard let argument = given[index, parameter.name] else {
        if !parameter.isOptional, !given.isOpen {
          fault("wrong-arity", "\(callable)缺参数「\(parameter.name)」", at: range)
        }
        continue
      }
      if index < given.positional.count, given.keyword.contains(where: { $0.name == parameter.name }) {
        fault("wrong-arity", "\(callable)的参数「\(parameter.name)」给了两次", at: range)
      }
      // What is only asked whether it is true may be anything.
      let wanted = parameter.kind == .bool ? ValueKind.any : parameter.kind
      require(argument.value, wanted, argument.expression, "作\(callable)的参数「\(parameter.name)」")
    }
  }
}
