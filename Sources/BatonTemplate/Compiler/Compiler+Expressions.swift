// Expressions, to a stack.

import BatonDiagnostics

extension Compiler {
  /// Names that mappings have as methods: as attributes they come before the keys.
  static let methodNames: Set<String> = [
    "clear", "copy", "fromkeys", "get", "items", "keys", "pop", "popitem", "setdefault", "update", "values",
  ]

  func compile(_ expression: Expression, _ frame: Frame) throws(TemplateError) {
    let range = expression.range
    switch expression.kind {
    case .literal(let literal): builder.emit(.constant, a: constant(literal), range)
    case .name(let name): load(name, frame, range)
    case .list(let items):
      for item in items { try compile(item, frame) }
      builder.emit(.makeList, a: items.count, range)
    case .tuple(let items):
      for item in items { try compile(item, frame) }
      builder.emit(.makeTuple, a: items.count, range)
    case .dictionary(let items):
      for item in items {
        try compile(item.key, frame)
        try compile(item.value, frame)
      }
      builder.emit(.makeMap, a: items.count, range)
    case .attribute(of: let base, let name, _): try compileAttribute(base, name, frame, range)
    case .subscription(of: let base, index: let index):
      try compile(base, frame)
      try compile(index, frame)
      builder.emit(.subscript_, range)
    case .slice(of: let base, let start, let stop, let step):
      try compile(base, frame)
      for part in [start, stop, step] {
        if let part { try compile(part, frame) } else { builder.emit(.constant, a: constant(.none), range) }
      }
      builder.emit(.slice, range)
    case .call(let callee, let arguments): try compileCall(callee, arguments, printing: nil, frame, range)
    case .filter: try compileFilterChain(expression, frame)
    case .test(let value, let name, let nameRange, let arguments, let isNegated):
      try compileTest(value, name, nameRange, arguments, isNegated, frame, range)
    case .unary(let symbol, let operand):
      try compile(operand, frame)
      builder.emit(.unary, k: symbol.number, range)
    case .binary(let symbol, let left, let right):
      try compile(left, frame)
      try compile(right, frame)
      builder.emit(.binary, k: symbol.number, range)
    case .comparison(let first, let rest): try compileComparison(first, rest, frame, range)
    case .and(let left, let right):
      try compile(left, frame)
      let jump = builder.emit(.jumpIfFalseOrPop, range)
      try compile(right, frame)
      builder.patch(jump, to: builder.label())
    case .or(let left, let right):
      try compile(left, frame)
      let jump = builder.emit(.jumpIfTrueOrPop, range)
      try compile(right, frame)
      builder.patch(jump, to: builder.label())
    case .concatenation(let items):
      for item in items { try compile(item, frame) }
      // Jinja joins constants while compiling, and forgets then that one was markup.
      let isFolded = frame.escaping != .dynamic && items.allSatisfy(\.isConstant)
      let mode = isFolded ? EmitMode.plain : frame.escaping
      builder.emit(.concatenate, k: Int(mode.rawValue), a: items.count, range)
    case .conditional(let then, let condition, let otherwise):
      var soft = frame
      soft.isUnconditional = false
      let jump = try compileCondition(condition, soft)
      try compile(then, soft)
      let over = builder.emit(.jump, range)
      builder.patch(jump, to: builder.label())
      if let otherwise { try compile(otherwise, soft) } else { builder.emit(.nothing, range) }
      builder.patch(over, to: builder.label())
    }
  }

  func constant(_ literal: Expression.Literal) -> Int {
    switch literal {
    case .none: builder.constant(.none)
    case .bool(let value): builder.constant(.bool(value))
    case .float(let value): builder.constant(.float(value))
    case .string(let text): builder.string(text)
    case .integer(let digits):
      builder.constant(Int(digits).map { Node.int($0) } ?? builder.leaf(.bigInt, digits))
    }
  }

  /// Pushes what a name stands for.
  func load(_ name: String, _ frame: Frame, _ range: SourceRange) {
    guard let owner = frame.scope.owner(of: name), case .slot(let slot) = owner.reference(name) else {
      builder.emit(.loadContext, a: builder.name(name), c: builder.site(), range)
      return
    }
    let distance = frame.function.distance(to: owner.function)
    if distance == 0 {
      builder.emit(.loadSlot, a: slot, b: builder.string(name), range)
    } else {
      builder.emit(.loadOuter, s: distance, a: slot, b: builder.string(name), range)
    }
  }

  private func compileAttribute(
    _ base: Expression, _ name: String, _ frame: Frame, _ range: SourceRange
  ) throws(TemplateError) {
    if Self.methodNames.contains(name) {
      try compile(base, frame)
      builder.emit(.attribute, a: builder.string(name), range)
      return
    }
    if case .name("loop") = base.kind, let attribute = LoopAttribute(name), let slot = ownLoopSlot(frame) {
      builder.emit(.loopAttribute, k: Int(attribute.rawValue), a: slot, range)
      return
    }
    switch try compileFieldBase(base, frame) {
    case .slot(let slot): builder.emit(.slotField, s: slot, b: builder.string(name), c: builder.site(), range)
    case .stack: builder.emit(.field, a: builder.string(name), c: builder.site(), range)
    }
  }

  /// The slot of `loop`, where it is surely the loop of this very function.
  private func ownLoopSlot(_ frame: Frame) -> Int? {
    guard let owner = frame.scope.owner(of: "loop"), owner.function === frame.function,
      case .parameter = owner.loads["loop"], frame.scope.isReassigned("loop", upTo: owner) == false
    else { return nil }
    return owner.slot(of: "loop")
  }

  private func compileComparison(
    _ first: Expression, _ rest: [(operator: Expression.ComparisonOperator, operand: Expression)],
    _ frame: Frame,
    _ range: SourceRange
  ) throws(TemplateError) {
    try compile(first, frame)
    var jumps: [Int] = []
    for (index, item) in rest.enumerated() {
      try compile(item.operand, frame)
      if index == rest.count - 1 {
        builder.emit(.compare, k: item.operator.number, range)
      } else {
        builder.emit(.compareKeeping, k: item.operator.number, range)
        jumps.append(builder.emit(.jumpIfFalse, range))
      }
    }
    guard !jumps.isEmpty else { return }
    let over = builder.emit(.jump, range)
    let failed = builder.label()
    for jump in jumps { builder.patch(jump, to: failed) }
    builder.emit(.pop, range)
    builder.emit(.constant, a: builder.constant(.bool(false)), range)
    builder.patch(over, to: builder.label())
  }
}

extension Scope {
  /// Whether a scope from this one up to (not including the parameter of) `owner` assigns a name.
  func isReassigned(_ name: String, upTo owner: Scope) -> Bool { self !== owner && stores.contains(name) }
}

/// The attributes of `loop` that are numbers and flags.
enum LoopAttribute: UInt8 {
  case index, index0, first, last, length, revindex, revindex0, depth, depth0, previtem, nextitem

  init?(_ name: String) {
    let names: [String: LoopAttribute] = [
      "index": .index, "index0": .index0, "first": .first, "last": .last, "length": .length,
      "revindex": .revindex, "revindex0": .revindex0, "depth": .depth, "depth0": .depth0,
      "previtem": .previtem, "nextitem": .nextitem,
    ]
    guard let attribute = names[name] else { return nil }
    self = attribute
  }
}

extension Expression {
  /// Whether it is made of literals, operators and filters only.
  var isConstant: Bool {
    switch kind {
    case .name, .call: false
    case .filter(nil, _, _, _): false
    default: parts.allSatisfy(\.isConstant)
    }
  }
}

extension Expression.UnaryOperator {
  var number: Int {
    switch self {
    case .plus: 0
    case .minus: 1
    case .not: 2
    }
  }
}

extension Expression.BinaryOperator {
  var number: Int {
    switch self {
    case .add: 0
    case .subtract: 1
    case .multiply: 2
    case .divide: 3
    case .floorDivide: 4
    case .modulo: 5
    case .power: 6
    }
  }
}

extension Expression.ComparisonOperator {
  var number: Int {
    switch self {
    case .equal: 0
    case .notEqual: 1
    case .less: 2
    case .lessOrEqual: 3
    case .greater: 4
    case .greaterOrEqual: 5
    case .isIn: 6
    case .isNotIn: 7
    }
  }
}
