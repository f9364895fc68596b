// Statements without loops, macros and templates: conditions and assignments.

import BatonDiagnostics

extension Compiler {
  func compile(_ tag: TemplateNode.Tag, _ frame: Frame) throws(TemplateError) {
    builder.references += tag.head.template?.constantNames ?? []
    switch tag.head {
    case .set(let targets, let value):
      try compile(value, frame)
      for (index, target) in targets.enumerated() {
        if index < targets.count - 1 { builder.emit(.duplicate, tag.range) }
        try assign(target, frame, tag.range)
      }
    case .do(let expression):
      try compile(expression, frame)
      builder.emit(.pop, tag.range)
    case .print(let items):
      try printing(frame, tag.range) { () throws(TemplateError) in
        for item in items { try emitValue(item, mode: frame.escaping, place: .plain, frame, tag.range) }
      }
    case .include(let name, let ignoresMissing, let withContext):
      try compile(name, frame)
      builder.emit(
        .include, k: (ignoresMissing ? 1 : 0) | (withContext ? 2 : 0),
        a: withContext ? visibleLocals(frame) : 0,
        tag.range)
    case .import(let name, let alias, let withContext):
      try compile(name, frame)
      builder.emit(.import_, k: withContext ? 2 : 0, a: withContext ? visibleLocals(frame) : 0, tag.range)
      store(alias, frame, tag.range, isExported: false)
    case .fromImport(let name, let names, let withContext):
      try compile(name, frame)
      builder.emit(.import_, k: withContext ? 2 : 0, a: withContext ? visibleLocals(frame) : 0, tag.range)
      for entry in names {
        builder.emit(.duplicate, tag.range)
        builder.emit(.fromImport, a: builder.name(entry.name), tag.range)
        store(entry.alias, frame, tag.range, isExported: false)
      }
      builder.emit(.pop, tag.range)
    case .extends(let name): try compileExtends(name, tag.range, frame)
    case .break, .continue: compileJump(tag, frame)
    default: report("misplaced-tag", "「\(tag.head.keyword)」不能放在这里", tag.range)
    }
  }

  func compile(_ block: TemplateNode.Block, _ frame: Frame) throws(TemplateError) {
    guard let first = block.clauses.first else { return }
    let range = first.headRange
    switch first.head {
    case .if: try compileIf(block, frame)
    case .for(let target, in: let sequence, where: let condition, let isRecursive):
      try compileFor(
        Loop(
          target: target, sequence: sequence, condition: condition, isRecursive: isRecursive, block: block),
        frame)
    case .setBlock(let target, let filter): try compileSetBlock(target, filter, first, frame)
    case .with(let assignments): try compileWith(assignments, first, frame)
    case .macro(let name, _, let parameters):
      let function = try compileMacro(name, parameters, first, frame)
      builder.emit(.makeMacro, a: function, range)
      store(name, frame, range)
    case .call(let parameters, let call): try compileCallBlock(parameters, call, first, frame)
    case .filter(let filter):
      builder.emit(.captureBegin, range)
      var inner = innerFrame(frame, analyzing: first.body, range).opening(.captureDrop)
      inner.checksExtends = false
      try compile(first.body, inner)
      builder.emit(.captureEnd, k: Int(frame.escaping.rawValue), range)
      try compileFilterChain(filter, frame)
      builder.emit(.requireText, filter.range)
      // What a filter made is text: between tags it is escaped again.
      let mode = options.isStructured ? EmitMode.place : .plain
      builder.emit(.emit, k: Int(mode.rawValue), s: Int(OutputPlace.text.rawValue), filter.range)
    case .block(let name, let nameRange, let isScoped, let isRequired):
      try printing(frame, nameRange) { () throws(TemplateError) in
        builder.emit(
          .block, k: (isScoped ? 1 : 0) | (isRequired ? 2 : 0), a: builder.name(name),
          b: isScoped ? visibleLocals(frame) : 0, nameRange)
      }
    case .autoescape(let value): try compileAutoescape(value, first, frame)
    case .raw: try compile(first.body, frame)
    default: report("misplaced-tag", "「\(first.head.keyword)」不能放在这里", range)
    }
  }

  /// A scope inside of the frame's, analyzed and entered.
  func innerFrame(_ frame: Frame, analyzing nodes: [TemplateNode], _ range: SourceRange) -> Frame {
    let scope = Scope(parent: frame.scope, function: frame.function)
    scope.analyze(nodes)
    var inner = Frame(scope: scope, function: frame.function, escaping: frame.escaping)
    inner.loop = frame.loop
    inner.cleanups = frame.cleanups
    inner.checksExtends = frame.checksExtends
    inner.isUnconditional = frame.isUnconditional
    inner.repeats = true
    enter(scope, inner, range)
    return inner
  }

  // MARK: Conditions

  private func compileIf(_ block: TemplateNode.Block, _ frame: Frame) throws(TemplateError) {
    var soft = frame
    soft.isUnconditional = false
    var ends: [Int] = []
    for (index, clause) in block.clauses.enumerated() {
      switch clause.head {
      case .if(let condition), .elif(let condition):
        let jump = try compileCondition(condition, index == 0 ? frame : soft)
        try compile(clause.body, soft)
        if index < block.clauses.count - 1 { ends.append(builder.emit(.jump, clause.headRange)) }
        builder.patch(jump, to: builder.label())
      default: try compile(clause.body, soft)
      }
    }
    let end = builder.label()
    for jump in ends { builder.patch(jump, to: end) }
  }

  /// Evaluates a condition; the jump it returns is taken when it is false.
  func compileCondition(_ condition: Expression, _ frame: Frame) throws(TemplateError) -> Int {
    if case .unary(.not, let operand) = condition.kind {
      try compile(operand, frame)
      return builder.emit(.jumpIfTrue, condition.range)
    }
    try compile(condition, frame)
    return builder.emit(.jumpIfFalse, condition.range)
  }

  // MARK: Assignments

  /// Stores the stack top in a name of the frame's scope.
  func store(_ name: String, _ frame: Frame, _ range: SourceRange, isExported: Bool = true) {
    let slot = frame.scope.slot(of: name)
    builder.emit(.storeSlot, a: slot, range)
    if frame.isTopLevel {
      builder.emit(
        .export, k: isExported && !name.hasPrefix("_") ? 1 : 0, a: builder.name(name), b: slot, range)
    }
  }

  func assign(_ target: AssignmentTarget, _ frame: Frame, _ range: SourceRange) throws(TemplateError) {
    switch target {
    case .name(let name, let nameRange): store(name, frame, nameRange)
    case .tuple(let items, let tupleRange):
      builder.emit(.unpack, a: items.count, tupleRange)
      for item in items { try assign(item, frame, tupleRange) }
    case .attribute(let name, let attribute, let attributeRange):
      load(name, frame, attributeRange)
      builder.emit(.storeAttribute, a: builder.string(attribute), attributeRange)
    }
  }

  private func compileSetBlock(
    _ target: AssignmentTarget, _ filter: Expression?, _ clause: TemplateNode.Block.Clause, _ frame: Frame
  ) throws(TemplateError) {
    let range = clause.headRange
    builder.emit(.captureBegin, range)
    var inner = innerFrame(frame, analyzing: clause.body, range).opening(.captureDrop)
    inner.checksExtends = false
    try compile(clause.body, inner)
    builder.emit(.captureEnd, k: Int(frame.escaping.rawValue), range)
    if let filter {
      try compileFilterChain(filter, frame)
      // Among XML templates what a filter made is text, to be escaped where it is printed.
      if !options.isStructured { builder.emit(.asMarkup, k: Int(frame.escaping.rawValue), filter.range) }
    }
    try assign(target, frame, range)
  }

  private func compileWith(
    _ assignments: [(target: AssignmentTarget, value: Expression)], _ clause: TemplateNode.Block.Clause,
    _ frame: Frame
  ) throws(TemplateError) {
    let scope = Scope(parent: frame.scope, function: frame.function)
    for assignment in assignments { scope.declareParameters(assignment.target) }
    scope.analyze(clause.body)
    var inner = Frame(scope: scope, function: frame.function, escaping: frame.escaping)
    inner.loop = frame.loop
    inner.cleanups = frame.cleanups
    inner.checksExtends = frame.checksExtends
    inner.isUnconditional = frame.isUnconditional
    inner.repeats = true
    for assignment in assignments { try compile(assignment.value, frame) }
    for assignment in assignments.reversed() { try assign(assignment.target, inner, clause.headRange) }
    enter(scope, inner, clause.headRange)
    try compile(clause.body, inner)
  }

  private func compileAutoescape(
    _ value: Expression, _ clause: TemplateNode.Block.Clause, _ frame: Frame
  ) throws(TemplateError) {
    try compile(value, frame)
    builder.emit(.pushEscaping, clause.headRange)
    var inner = innerFrame(frame, analyzing: clause.body, clause.headRange).opening(.popEscaping)
    switch value.kind {
    case .literal(.bool(let isOn)): inner.escaping = isOn ? .escaped : .plain
    case .literal(.none): inner.escaping = .plain
    default: inner.escaping = .dynamic
    }
    try compile(clause.body, inner)
    builder.emit(.popEscaping, clause.headRange)
  }

  // MARK: Inheritance

  private func compileExtends(_ name: Expression, _ range: SourceRange, _ frame: Frame) throws(TemplateError)
  {
    guard frame.isTopLevel else {
      report("misplaced-tag", "「extends」不能放在循环、块或宏里", range)
      return
    }
    if extendsCount > 0 {
      if surelyExtends {
        fail(.runtime, id: "extended-twice", "模板不能继承两次", range)
        return
      }
      let jump = builder.emit(.jumpIfExtended, b: Self.parentSlot, range)
      let over = builder.emit(.jump, range)
      builder.patch(jump, to: builder.label())
      fail(.runtime, id: "extended-twice", "模板不能继承两次", range)
      builder.patch(over, to: builder.label())
    }
    try compile(name, frame)
    builder.emit(.extends, b: Self.parentSlot, range)
    if frame.isUnconditional { surelyExtends = true }
    extendsCount += 1
  }
}
