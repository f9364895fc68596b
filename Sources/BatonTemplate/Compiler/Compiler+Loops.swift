// `for`: filtered, extended with `loop`, recursive.

import BatonDiagnostics

extension Compiler {
  struct Loop {
    let target: AssignmentTarget
    let sequence: Expression
    let condition: Expression?
    let isRecursive: Bool
    let block: TemplateNode.Block

    var range: SourceRange { block.clauses[0].headRange }
    var body: [TemplateNode] { block.clauses[0].body }
    var otherwise: [TemplateNode]? { block.clauses.count > 1 ? block.clauses[1].body : nil }
  }

  func compileFor(_ loop: Loop, _ frame: Frame) throws(TemplateError) {
    if loop.target.names.contains("loop") {
      report("reserved-name", "循环变量不能叫「loop」", loop.range, help: "换一个名称")
      return
    }
    try compile(loop.sequence, frame)
    guard loop.isRecursive else { return try compileLoop(loop, frame) }

    let function = FunctionBuilder(outer: frame.function)
    let number = builder.functions.count
    builder.functions.append(FunctionCode(name: "loop"))
    builder.emit(.recurse, a: number, loop.range)
    let over = builder.emit(.jump, loop.range)
    builder.functions[number].entry = builder.label()
    let sequenceSlot = function.newSlot()
    var inner = Frame(
      scope: Scope(parent: frame.scope, function: function), function: function, escaping: frame.escaping)
    inner.checksExtends = frame.checksExtends
    builder.emit(.loadSlot, a: sequenceSlot, loop.range)
    try compileLoop(loop, inner)
    builder.emit(.return_, loop.range)
    builder.functions[number].slotCount = function.slotCount
    builder.patch(over, to: builder.label())
  }

  /// The loop itself; its sequence is on the stack.
  private func compileLoop(_ loop: Loop, _ frame: Frame) throws(TemplateError) {
    let range = loop.range
    if let condition = loop.condition { try compileCollecting(loop, condition, frame) }
    let scope = Scope(parent: frame.scope, function: frame.function)
    let loopSlot = scope.declareParameter("loop")
    scope.declareParameters(loop.target)
    scope.analyze(loop.body)
    let labels = LoopLabels()
    var inner = Frame(scope: scope, function: frame.function, escaping: frame.escaping)
    inner.checksExtends = frame.checksExtends
    inner.isUnconditional = frame.isUnconditional
    inner.loop = labels
    inner.repeats = true

    let isExtended =
      loop.isRecursive || SpecialNames(["loop"], in: loop.body).contains("loop")
      || loop.body.containScopedBlock
    builder.emit(.loopBegin, k: (isExtended ? 1 : 0) | (loop.isRecursive ? 2 : 0), b: loopSlot, range)
    let start = builder.label()
    let next: Int
    if case .name(let name, _) = loop.target {
      next = builder.emit(.loopNext, b: scope.slot(of: name), range)
    } else {
      next = builder.emit(.loopNext, k: 1, range)
      try assign(loop.target, inner, range)
    }
    enter(scope, inner, range)
    try compile(loop.body, inner)
    // As in Jinja, an iteration that was left early does not count for `else`.
    if loop.otherwise != nil { builder.emit(.loopCompleted, range) }
    let again = builder.label()
    for jump in labels.continues { builder.patch(jump, to: again) }
    builder.emit(.jump, a: start, range)
    let end = builder.label()
    builder.patch(next, to: end)
    for jump in labels.breaks { builder.patch(jump, to: end) }
    builder.emit(.loopEnd, range)
    if let otherwise = loop.otherwise {
      builder.emit(.loopRan, range)
      let ran = builder.emit(.jumpIfTrue, range)
      try compile(otherwise, innerFrame(frame, analyzing: otherwise, range))
      builder.patch(ran, to: builder.label())
    }
  }

  /// Replaces the sequence on the stack by the list of its items that meet the condition.
  private func compileCollecting(_ loop: Loop, _ condition: Expression, _ frame: Frame) throws(TemplateError)
  {
    let scope = Scope(parent: frame.scope, function: frame.function)
    scope.declareParameters(loop.target)
    scope.analyze(condition)
    var inner = Frame(scope: scope, function: frame.function, escaping: frame.escaping)
    inner.repeats = true
    builder.emit(.loopBegin, b: 0, loop.range)
    let start = builder.label()
    let next: Int
    if case .name(let name, _) = loop.target {
      next = builder.emit(.loopNext, b: scope.slot(of: name), loop.range)
    } else {
      next = builder.emit(.loopNext, k: 1, loop.range)
      try assign(loop.target, inner, loop.range)
    }
    enter(scope, inner, loop.range)
    let skip = try compileCondition(condition, inner)
    builder.emit(.loopCollect, loop.range)
    builder.patch(skip, to: start)
    builder.emit(.jump, a: start, loop.range)
    builder.patch(next, to: builder.label())
    builder.emit(.loopCollected, loop.range)
  }

  func compileJump(_ tag: TemplateNode.Tag, _ frame: Frame) {
    guard let loop = frame.loop else {
      report("misplaced-tag", "「\(tag.head.keyword)」只能放在循环里", tag.range)
      return
    }
    for cleanup in frame.cleanups.reversed() { builder.emit(cleanup, tag.range) }
    let jump = builder.emit(.jump, tag.range)
    if case .break = tag.head { loop.breaks.append(jump) } else { loop.continues.append(jump) }
  }
}

extension AssignmentTarget {
  /// The names that are assigned.
  var names: [String] {
    switch self {
    case .name(let name, _): [name]
    case .tuple(let items, _): items.flatMap(\.names)
    case .attribute: []
    }
  }
}

extension [TemplateNode] {
  /// Whether a scoped block stands in the nodes: it sees `loop`.
  var containScopedBlock: Bool {
    contains { node in
      switch node {
      case .block(let block):
        block.clauses.contains { clause in
          if case .block(_, _, isScoped: true, _) = clause.head { return true }
          return clause.body.containScopedBlock
        }
      case .instruction(let instruction): instruction.bodies.contains { $0.containScopedBlock }
      case .element(let element): element.children.containScopedBlock
      case .text, .output, .tag: false
      }
    }
  }
}
