// Kinds of values where they are used: each use is proved, wrong, or can't be told.

import BatonDiagnostics

extension Checker {
  /// Reports what may be there and is not of a wanted kind.
  /// What the value is used for is said in Chinese: 「交给过滤器「round」」.
  mutating func require(
    _ value: Possible, _ wanted: ValueKind, _ expression: Expression, _ purpose: String
  ) {
    refuseAbsent(wanted.contains(.none) ? value.filtered { $0 != .none } : value, expression, purpose)
    for alternative in value.alternatives {
      switch alternative {
      case .unknown, .undefined: continue
      case .none where wanted.contains(.none) || value.alternatives.count > 1: continue
      default:
        let kind = alternative.kind
        if wanted.isSuperset(of: kind) { continue }
        if alternative == .number, wanted.contains(.integer) {
          leaveOpen(expression, "这个数是不是整数")
          continue
        }
        refuseKind(alternative, wanted, expression, purpose)
      }
    }
  }

  private mutating func refuseKind(
    _ alternative: Possible.Alternative, _ wanted: ValueKind, _ expression: Expression, _ purpose: String
  ) {
    fault(
      "wrong-type", "「\(text(expression.range))」是\(alternative.name)，不能\(purpose)", at: expression.range,
      help: "这里要的是\(wanted.subtracting(.undefined).chinese)")
  }

  /// Lists what the shape can't tell of an expression.
  mutating func leaveOpen(_ expression: Expression, _ question: String) {
    guard knowsData else { return }
    leaveOpen(at: expression.range, question)
  }

  mutating func leaveOpen(at range: SourceRange, _ question: String) {
    let open = Diagnostic(
      "unproved", .info, "不能断定「\(text(range))」：不知道\(question)", at: .range(source, range))
    if seenOpen.insert(open).inserted { report.unproved.append(open) }
  }

  /// Whether the items of a list can be put in order.
  mutating func requireOrder(_ items: Possible, _ expression: Expression, _ purpose: String) {
    refuseAbsent(items, expression, purpose)
    let present = items.present.alternatives.filter { $0 != .unknown }
    if present.allSatisfy({ ValueKind.number.isSuperset(of: $0.kind) }) { return }
    if present.allSatisfy({ $0 == .text }) { return }
    let simple: (Possible.Alternative) -> Bool = { $0 == .text || ValueKind.number.isSuperset(of: $0.kind) }
    if present.contains(where: { !simple($0) && !$0.isSequence }) || present.allSatisfy(simple) {
      fault(
        "wrong-type", "「\(text(expression.range))」里\(Self.names(of: present))，不能\(purpose)",
        at: expression.range, help: "各项要都是数，或都是文字")
    } else {
      leaveOpen(expression, "各项能不能比较大小")
    }
  }

  static func names(of alternatives: [Possible.Alternative]) -> String {
    var names: [String] = []
    for alternative in alternatives where !names.contains(alternative.name) { names.append(alternative.name) }
    return names.count == 1 ? "是\(names[0])" : "既有" + names.joined(separator: "，又有")
  }

  // MARK: Operators

  /// What an operator gives for two values; what it can't do is reported.
  mutating func arithmetic(
    _ operator: Expression.BinaryOperator, _ left: Possible, _ right: Possible, _ whole: Expression
  ) -> Possible {
    var result = Possible([])
    for one in left.present.alternatives {
      for other in right.present.alternatives {
        result = result.joined(with: arithmetic(`operator`, one, other, whole))
      }
    }
    return result.alternatives.isEmpty ? .unknown : result
  }

  private mutating func arithmetic(
    _ operator: Expression.BinaryOperator, _ left: Possible.Alternative, _ right: Possible.Alternative,
    _ whole: Expression
  ) -> Possible {
    if left == .unknown || right == .unknown { return .unknown }
    if ValueKind.number.isSuperset(of: left.kind), ValueKind.number.isSuperset(of: right.kind) {
      return numbers(`operator`, left, right, whole)
    }
    switch (`operator`, left, right) {
    case (.modulo, .text, _), (.add, .markup, .text), (.add, .text, .markup), (.add, .markup, .markup):
      leaveOpen(whole, "能不能这样算")
      return .text
    case (.add, .text, .text): return .text
    case (.add, .list(let one, let isFull), .list(let other, let otherIsFull)):
      return .list(one.joined(with: other), isNonEmpty: isFull || otherIsFull)
    case (.add, .tuple(let one), .tuple(let other)): return Possible(.tuple(one + other))
    case (.multiply, .text, .integer), (.multiply, .text, .bool), (.multiply, .integer, .text),
      (.multiply, .bool, .text):
      return .text
    case (.multiply, .list(let item, _), .integer), (.multiply, .integer, .list(let item, _)):
      return .list(item)
    default:
      fault(
        "wrong-type", "\(left.name)和\(right.name)之间不能用「\(`operator`.sign)」", at: whole.range,
        help: `operator` == .add ? "连接文字用「~」" : nil)
      return .unknown
    }
  }

  private mutating func numbers(
    _ operator: Expression.BinaryOperator, _ left: Possible.Alternative, _ right: Possible.Alternative,
    _ whole: Expression
  ) -> Possible {
    let isWhole = { (one: Possible.Alternative) in one == .integer || one == .bool }
    switch `operator` {
    case .divide: return isWhole(left) && isWhole(right) ? .float : joinedNumber(left, right, whole)
    case .power:
      if left == .number || right == .number { leaveOpen(whole, "是不是定点小数：定点小数不能乘方") }
      return isWhole(left) && isWhole(right) ? Possible([.integer, .float]) : .number
    default: return isWhole(left) && isWhole(right) ? .integer : joinedNumber(left, right, whole)
    }
  }

  private mutating func joinedNumber(
    _ left: Possible.Alternative, _ right: Possible.Alternative, _ whole: Expression
  ) -> Possible {
    if left == .number, right == .float { leaveOpen(whole, "是不是定点小数：它不能和小数一起计算") }
    if left == .float, right == .number { leaveOpen(whole, "是不是定点小数：它不能和小数一起计算") }
    return left == .number || right == .number ? .number : .float
  }

  /// `<`, `<=`, `>`, `>=`
  mutating func requireOrder(_ left: Possible, _ right: Possible, _ whole: Expression) {
    for one in left.present.alternatives where one != .unknown {
      for other in right.present.alternatives where other != .unknown {
        let areNumbers =
          ValueKind.number.isSuperset(of: one.kind) && ValueKind.number.isSuperset(of: other.kind)
        if areNumbers || one == .text && other == .text { continue }
        if one.isSequence && other.isSequence {
          leaveOpen(whole, "各项能不能比较大小")
        } else if one == .markup || other == .markup {
          leaveOpen(whole, "是不是带格式的内容")
        } else {
          fault("wrong-type", "\(one.name)和\(other.name)不能比较大小", at: whole.range)
        }
      }
    }
  }

  /// `in`: what may be looked for in what.
  mutating func requireMembership(_ item: Possible, in container: Possible, _ whole: Expression) {
    for alternative in container.present.alternatives {
      switch alternative {
      case .unknown, .list, .tuple, .generator, .group: continue
      case .text, .markup:
        for one in item.alternatives where one != .text && one != .unknown {
          if one == .markup {
            leaveOpen(whole, "是不是带格式的内容")
          } else {
            fault("wrong-type", "在文字里不能找\(one.name)", at: whole.range)
          }
        }
      case .record, .mapping:
        for one in item.alternatives where one.isSequence || one.receiver == .mapping {
          fault("wrong-type", "\(one.name)不能作键", at: whole.range)
        }
      default: fault("wrong-type", "在\(alternative.name)里不能找", at: whole.range)
      }
    }
  }
}

extension Possible.Alternative {
  /// The kind as signatures state it; nothing for what is no value.
  var kind: ValueKind {
    switch self {
    case .none: .none
    case .undefined: .undefined
    case .bool: .bool
    case .integer: .integer
    case .float: .float
    case .number: [.integer, .float, .decimal]
    case .text, .markup: .text
    case .list, .generator, .tuple, .group: .list
    case .record, .mapping: .mapping
    case .macro, .function: .callable
    case .unknown, .loop, .module, .namespace: .any
    }
  }

  var isSequence: Bool {
    switch self {
    case .list, .generator, .tuple, .group: true
    default: false
    }
  }
}

extension Expression.BinaryOperator {
  /// As it is written.
  fileprivate var sign: String {
    switch self {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .floorDivide: "//"
    case .modulo: "%"
    case .power: "**"
    }
  }
}

extension ValueKind {
  /// The values of a kind that a signature states.
  var possible: Possible {
    if self == .any || isSuperset(of: .any) { return .unknown }
    var result = Possible([])
    for (kind, value) in Self.values where contains(kind) { result = result.joined(with: value) }
    return result.alternatives.isEmpty ? .unknown : result
  }

  private static let values: [(ValueKind, Possible)] = [
    (.none, .none), (.bool, .bool), (.integer, .integer), (.float, .float), (.decimal, .number),
    (.text, .text),
    (.list, .list(.unknown)), (.mapping, Possible(.mapping(.unknown))), (.callable, .unknown),
  ]
}
