// Expressions: what each may be, and whether what it reads is there.

import BatonDiagnostics

extension Checker {
  /// What an expression may be. As a guard it is only asked whether it is true: absence is an answer then, not
  /// a fault.
  mutating func evaluate(_ expression: Expression, in scope: inout FlowState, isGuard: Bool = false)
    -> Possible
  {
    switch expression.kind {
    case .literal(let literal): return Self.value(of: literal)
    case .name(let name): return self.name(name, at: expression.range, in: scope, isGuard: isGuard)
    case .list(let items):
      var element = Possible([])
      for item in items { element = element.joined(with: evaluate(item, in: &scope)) }
      return .list(items.isEmpty ? .unknown : element, isNonEmpty: !items.isEmpty)
    case .tuple(let items):
      var values: [Possible] = []
      for item in items { values.append(evaluate(item, in: &scope)) }
      return Possible(.tuple(values))
    case .dictionary(let items):
      var value = Possible([])
      for item in items {
        _ = evaluate(item.key, in: &scope)
        value = value.joined(with: evaluate(item.value, in: &scope))
      }
      return Possible(.mapping(items.isEmpty ? .unknown : value))
    case .attribute(let base, let name, let range):
      return field(name, of: base, whole: expression, at: range, in: &scope, isGuard: isGuard)
    case .subscription(let base, let index):
      if case .literal(.string(let name)) = index.kind {
        return field(name, of: base, whole: expression, at: index.range, in: &scope, isGuard: isGuard)
      }
      return item(of: base, at: index, in: &scope)
    case .slice(let base, let start, let stop, let step):
      for bound in [start, stop, step] {
        if let bound { require(evaluate(bound, in: &scope), [.integer, .none], bound, "作切片的边界") }
      }
      return sliced(evaluate(base, in: &scope), base)
    case .call: return evaluateCall(expression, caller: nil, in: &scope)
    case .filter(let value, let name, let range, let arguments):
      return filter(value, name, at: range, arguments, whole: expression, in: &scope)
    case .test(let value, let name, let range, let arguments, _):
      return test(value, name, at: range, arguments, in: &scope)
    case .unary(.not, let operand):
      _ = condition(operand, in: &scope)
      return .bool
    case .unary(_, let operand):
      let value = evaluate(operand, in: &scope)
      require(value, .number, operand, "带正负号")
      let numbers = value.filtered { ValueKind.number.isSuperset(of: $0.kind) }
      return numbers.alternatives.contains(.bool) ? .integer : numbers
    case .binary(let `operator`, let left, let right):
      return arithmetic(
        `operator`, operandValue(left, in: &scope), operandValue(right, in: &scope), expression)
    case .comparison(let first, let rest):
      return comparison(first, rest, expression, in: &scope)
    case .and(let left, let right):
      let leftValue = condition(left, in: &scope)
      var inner = scope
      narrow(left, holds: true, in: &inner)
      return leftValue.falsy.joined(with: evaluate(right, in: &inner, isGuard: isGuard))
    case .or(let left, let right):
      let leftValue = condition(left, in: &scope)
      var inner = scope
      narrow(left, holds: false, in: &inner)
      return leftValue.truthy.joined(with: evaluate(right, in: &inner, isGuard: isGuard))
    case .concatenation(let parts):
      var isMarkup = false
      for part in parts {
        let value = evaluate(part, in: &scope)
        refuseAbsent(value, part, "连接")
        isMarkup = isMarkup || value.contains(.markup)
      }
      return isMarkup ? Possible([.text, .markup]) : .text
    case .conditional(let then, let condition, let otherwise):
      _ = self.condition(condition, in: &scope)
      var taken = scope
      narrow(condition, holds: true, in: &taken)
      var other = scope
      narrow(condition, holds: false, in: &other)
      let value = evaluate(then, in: &taken)
      guard let otherwise else { return value.joined(with: .undefined) }
      return value.joined(with: evaluate(otherwise, in: &other))
    }
  }

  /// What is asked whether it is true.
  mutating func condition(_ expression: Expression, in scope: inout FlowState) -> Possible {
    let value = evaluate(expression, in: &scope, isGuard: true)
    if isStrict { refuseUndefined(value, expression, "判断") }
    return value
  }

  private static func value(of literal: Expression.Literal) -> Possible {
    switch literal {
    case .none: .none
    case .bool: .bool
    case .integer: .integer
    case .float: .float
    case .string: .text
    }
  }

  // MARK: Names and fields

  private mutating func name(
    _ name: String, at range: SourceRange, in scope: FlowState, isGuard: Bool
  ) -> Possible {
    let isAskedFor = isGuard || scope.fact(at: name) != nil
    if let value = scope.value(of: name) {
      if scope.isData(name) || !knowsData && scope.isUnset(name) {
        use(name, at: range, knowsData ? .proved : .unknown, isOptional: isAskedFor || value.mayBeAbsent)
      }
      return value
    }
    if let macro = units[unit].hoisted[name] { return macro }
    if library.functionNumbers[name] != nil { return Possible(.function(name)) }
    switch name {
    case "self": return Possible(.function("self"))
    case "super":
      if let block = runningBlocks.last { return Possible(.function("super:\(block.name)")) }
    default: break
    }
    guard knowsData else {
      use(name, at: range, .unknown, isOptional: isAskedFor)
      return .unknown
    }
    fault(
      "unknown-field", "没有字段「\(name)」", at: range,
      help: Suggestion.nearest(to: name, among: scope.names).map { "是不是想写「\($0)」？" })
    use(name, at: range, .wrong)
    return .unknown
  }

  private mutating func field(
    _ name: String, of base: Expression, whole: Expression, at range: SourceRange, in scope: inout FlowState,
    isGuard: Bool
  ) -> Possible {
    let value = evaluate(base, in: &scope)
    if value == Possible(.function("self")) { return Possible(.function("block:\(name)")) }
    if value == Possible(.function("cycler")) || value == Possible(.function("joiner")) { return .unknown }
    if let path = Self.path(of: whole), let fact = scope.fact(at: path) {
      for case .record(_, let path) in value.alternatives {
        use("\(path).\(name)", at: range, .proved, isOptional: true)
      }
      if value.isUnknown { use("\(text(base.range)).\(name)", at: range, .unknown, isOptional: true) }
      return fact
    }
    refuseAbsent(value, base, "取「\(name)」")
    var result = Possible([])
    for alternative in value.alternatives {
      result = result.joined(with: field(name, of: alternative, base, at: range, isGuard: isGuard))
    }
    return result.alternatives.isEmpty ? .unknown : result
  }

  private mutating func field(
    _ name: String, of value: Possible.Alternative, _ base: Expression, at range: SourceRange, isGuard: Bool
  ) -> Possible {
    switch value {
    case .undefined, .none: return Possible([])
    case .unknown:
      use("\(text(base.range)).\(name)", at: range, .unknown, isOptional: isGuard)
      return .unknown
    case .record(let fields, let path):
      let fieldPath = path.isEmpty ? name : "\(path).\(name)"
      if let shape = fields[name] {
        let value = possible(shape, at: fieldPath)
        use(fieldPath, at: range, .proved, isOptional: isGuard || value.mayBeAbsent)
        return value
      }
      if library.method(name, of: .mapping) != nil { return Possible(.function(name)) }
      reportUnknownField(name, of: text(base.range), at: range, among: fields.fields.map(\.name))
      use(fieldPath, at: range, .wrong)
      return .unknown
    case .mapping(let value):
      return library.method(name, of: .mapping) == nil
        ? value.joined(with: .undefined) : Possible(.function(name))
    case .group(let key, let items) where name == "grouper" || name == "list":
      return name == "list" ? .list(items, isNonEmpty: true) : key
    case .loop: return Self.loopField(name) ?? unknownLoopField(name, at: range)
    case .module(let index):
      if let value = modules[index][name] { return value }
      reportUnknownField(name, of: text(base.range), at: range, among: modules[index].keys.sorted())
      return .unknown
    case .namespace(let index):
      if let value = namespaces[index][name] { return value }
      reportUnknownField(name, of: text(base.range), at: range, among: namespaces[index].keys.sorted())
      return .unknown
    case .text, .markup, .list, .generator, .tuple, .group, .integer, .float, .number, .bool, .function,
      .macro:
      if let receiver = value.receiver, library.method(name, of: receiver) != nil {
        return Possible(.function(name))
      }
      fault(
        "unknown-field", "「\(text(base.range))」是\(value.name)，没有字段「\(name)」", at: range,
        help: value.isList ? "先用 {% for %} 逐项取" : nil)
      use("\(text(base.range)).\(name)", at: range, .wrong)
      return .unknown
    }
  }

  private mutating func reportUnknownField(
    _ name: String, of base: String, at range: SourceRange, among names: [String]
  ) {
    fault(
      "unknown-field", "没有字段「\(base).\(name)」", at: range,
      help: Suggestion.nearest(to: name, among: names).map { "是不是想写「\($0)」？" })
  }

  private static func loopField(_ name: String) -> Possible? {
    switch name {
    case "index", "index0", "revindex", "revindex0", "length", "depth", "depth0": .integer
    case "first", "last": .bool
    case "previtem", "nextitem": Possible([.undefined, .unknown])
    case "cycle", "changed": Possible(.function(name))
    default: nil
    }
  }

  private mutating func unknownLoopField(_ name: String, at range: SourceRange) -> Possible {
    reportUnknownField(
      name, of: "loop", at: range,
      among: ["index", "index0", "revindex", "revindex0", "first", "last", "length"])
    return .unknown
  }

  private mutating func item(of base: Expression, at index: Expression, in scope: inout FlowState) -> Possible
  {
    let value = evaluate(base, in: &scope)
    refuseAbsent(evaluate(index, in: &scope), index, "用来取其中一项")
    refuseAbsent(value, base, "取其中一项")
    var result = Possible([])
    for alternative in value.alternatives {
      switch alternative {
      case .list(let element, let isNonEmpty):
        result = result.joined(with: isNonEmpty && index.isZero ? element : element.joined(with: .undefined))
      case .tuple(let items): for item in items { result = result.joined(with: item) }
      case .text: result = result.joined(with: Possible([.text, .undefined]))
      case .mapping(let value): result = result.joined(with: value.joined(with: .undefined))
      case .generator:
        fault(
          "wrong-type", "「\(text(base.range))」是逐项生成的，不能取其中一项", at: base.range, help: "先用「|list」变成列表")
        result = result.joined(with: .unknown)
      default:
        leaveOpen(base, "能不能取其中一项")
        result = result.joined(with: .unknown)
      }
    }
    return result.alternatives.isEmpty ? .unknown : result
  }

  private mutating func sliced(_ value: Possible, _ base: Expression) -> Possible {
    require(value, [.list, .text], base, "取其中一段")
    return Possible(
      value.present.alternatives.map { alternative in
        switch alternative {
        case .list(let element, _): return .list(element, isNonEmpty: false)
        case .text: return .text
        case .tuple(let items):
          return .list(items.reduce(Possible([])) { $0.joined(with: $1) }, isNonEmpty: false)
        default:
          leaveOpen(base, "能不能取其中一段")
          return .unknown
        }
      })
  }

  // MARK: Operators

  /// An operand has to be there.
  private mutating func operandValue(_ expression: Expression, in scope: inout FlowState) -> Possible {
    let value = evaluate(expression, in: &scope)
    refuseAbsent(value, expression, "计算")
    return value
  }

  private mutating func comparison(
    _ first: Expression, _ rest: [(operator: Expression.ComparisonOperator, operand: Expression)],
    _ whole: Expression, in scope: inout FlowState
  ) -> Possible {
    var left = (first, evaluate(first, in: &scope))
    for (`operator`, operand) in rest {
      let right = (operand, evaluate(operand, in: &scope))
      switch `operator` {
      case .less, .lessOrEqual, .greater, .greaterOrEqual:
        refuseAbsent(left.1, left.0, "比较大小")
        refuseAbsent(right.1, right.0, "比较大小")
        requireOrder(left.1, right.1, whole)
      case .isIn, .isNotIn:
        refuseUndefined(left.1, left.0, "查找")
        refuseAbsent(right.1, right.0, "查找")
        requireMembership(left.1, in: right.1, whole)
      case .equal, .notEqual:
        refuseUndefined(left.1, left.0, "比较")
        refuseUndefined(right.1, right.0, "比较")
        if left.1.contains(.markup) || right.1.contains(.markup) { leaveOpen(whole, "是不是带格式的内容") }
      }
      left = right
    }
    return .bool
  }

  /// The path of a name or of fields below it; `nil` for anything else.
  static func path(of expression: Expression) -> String? {
    switch expression.kind {
    case .name(let name): return name
    case .attribute(let base, let name, _): return path(of: base).map { "\($0).\(name)" }
    case .subscription(let base, let index):
      guard case .literal(.string(let name)) = index.kind else { return nil }
      return path(of: base).map { "\($0).\(name)" }
    default: return nil
    }
  }
}

extension Expression {
  fileprivate var isZero: Bool {
    if case .literal(.integer("0")) = kind { return true }
    return false
  }
}
