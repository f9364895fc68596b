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
      for bound in [start, stop, step] { if let bound { _ = evaluate(bound, in: &scope) } }
      let value = evaluate(base, in: &scope)
      return Possible(
        value.alternatives.map { alternative in
          if case .list(let element, _) = alternative { return .list(element, isNonEmpty: false) }
          return alternative
        })
    case .call: return evaluateCall(expression, caller: nil, in: &scope)
    case .filter(let value, let name, let range, let arguments):
      return filter(value, name, at: range, arguments, whole: expression, in: &scope)
    case .test(let value, let name, let range, let arguments, _):
      return test(value, name, at: range, arguments, in: &scope)
    case .unary(.not, let operand):
      _ = evaluate(operand, in: &scope, isGuard: true)
      return .bool
    case .unary(_, let operand): return operandValue(operand, in: &scope)
    case .binary(let `operator`, let left, let right):
      return arithmetic(`operator`, operandValue(left, in: &scope), operandValue(right, in: &scope))
    case .comparison(let first, let rest):
      return comparison(first, rest, in: &scope)
    case .and(let left, let right):
      let leftValue = evaluate(left, in: &scope, isGuard: true)
      var inner = scope
      narrow(left, holds: true, in: &inner)
      return leftValue.joined(with: evaluate(right, in: &inner, isGuard: isGuard))
    case .or(let left, let right):
      let leftValue = evaluate(left, in: &scope, isGuard: true)
      var inner = scope
      narrow(left, holds: false, in: &inner)
      return leftValue.truthy.joined(with: evaluate(right, in: &inner, isGuard: isGuard))
    case .concatenation(let parts):
      for part in parts { refuseAbsent(evaluate(part, in: &scope), part, "连接") }
      return .text
    case .conditional(let then, let condition, let otherwise):
      _ = evaluate(condition, in: &scope, isGuard: true)
      var taken = scope
      narrow(condition, holds: true, in: &taken)
      var other = scope
      narrow(condition, holds: false, in: &other)
      let value = evaluate(then, in: &taken)
      // Without `else`, what is printed is deliberately nothing.
      guard let otherwise else { return value }
      return value.joined(with: evaluate(otherwise, in: &other))
    }
  }

  private static func value(of literal: Expression.Literal) -> Possible {
    switch literal {
    case .none: .none
    case .bool: .bool
    case .integer: .integer
    case .float: .number
    case .string: .text
    }
  }

  // MARK: Names and fields

  private mutating func name(
    _ name: String, at range: SourceRange, in scope: FlowState, isGuard: Bool
  ) -> Possible {
    let isAskedFor = isGuard || scope.fact(at: name) != nil
    if let value = scope.value(of: name) {
      if scope.isData(name) {
        use(name, at: range, knowsData ? .proved : .unknown, isOptional: isAskedFor || value.mayBeAbsent)
      }
      return value
    }
    if let macro = units[unit].hoisted[name] { return macro }
    if library.functionNumbers[name] != nil { return Possible(.function(name)) }
    switch name {
    case "self": return .unknown
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
        let value = shape.possible(at: fieldPath)
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
    case .loop: return Self.loopField(name) ?? unknownLoopField(name, at: range)
    case .module(let index):
      if let value = modules[index][name] { return value }
      reportUnknownField(name, of: text(base.range), at: range, among: modules[index].keys.sorted())
      return .unknown
    case .namespace(let index):
      if let value = namespaces[index][name] { return value }
      reportUnknownField(name, of: text(base.range), at: range, among: namespaces[index].keys.sorted())
      return .unknown
    case .text, .markup, .list, .tuple, .integer, .number, .bool, .function, .macro:
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
    _ = evaluate(index, in: &scope)
    refuseAbsent(value, base, "取其中一项")
    var result = Possible([])
    for alternative in value.alternatives {
      switch alternative {
      case .list(let element, let isNonEmpty):
        result = result.joined(with: isNonEmpty && index.isZero ? element : element.joined(with: .undefined))
      case .tuple(let items): for item in items { result = result.joined(with: item) }
      case .text: result = result.joined(with: Possible([.text, .undefined]))
      case .mapping(let value): result = result.joined(with: value.joined(with: .undefined))
      default: result = result.joined(with: .unknown)
      }
    }
    return result.alternatives.isEmpty ? .unknown : result
  }

  // MARK: Operators

  /// An operand has to be there.
  private mutating func operandValue(_ expression: Expression, in scope: inout FlowState) -> Possible {
    let value = evaluate(expression, in: &scope)
    refuseAbsent(value, expression, "计算")
    return value
  }

  private func arithmetic(_ operator: Expression.BinaryOperator, _ left: Possible, _ right: Possible)
    -> Possible
  {
    switch `operator` {
    case .divide: return .number
    case .add, .subtract, .multiply, .floorDivide, .modulo, .power:
      if left == .integer, right == .integer { return .integer }
      if left == .text || right == .text { return .text }
      let numbers = Possible([.integer, .number])
      if left.joined(with: right).alternatives.allSatisfy({ numbers.contains($0) }) { return .number }
      return .unknown
    }
  }

  private mutating func comparison(
    _ first: Expression, _ rest: [(operator: Expression.ComparisonOperator, operand: Expression)],
    in scope: inout FlowState
  ) -> Possible {
    var left = (first, evaluate(first, in: &scope))
    for (`operator`, operand) in rest {
      let right = (operand, evaluate(operand, in: &scope))
      switch `operator` {
      case .less, .lessOrEqual, .greater, .greaterOrEqual:
        refuseAbsent(left.1, left.0, "比较大小")
        refuseAbsent(right.1, right.0, "比较大小")
      case .isIn, .isNotIn: refuseAbsent(right.1, right.0, "查找")
      case .equal, .notEqual: break
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
