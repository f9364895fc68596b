// Lowered tree → program. One pass; names are decided scope by scope before their code is emitted.

import BatonDiagnostics

/// What the compiler has to know about where a program will run.
struct CompilerOptions: Sendable {
  var escapes = true
  /// Whether values stand in places with rules of their own: XML templates.
  var isStructured = false
}

/// Compiles one template. Used once.
final class Compiler {
  var builder = ProgramBuilder()
  let library: Library
  let options: CompilerOptions
  let source: Source
  var diagnostics: [Diagnostic] = []
  /// Whether an `extends` has been met that surely runs, and how many there were.
  var surelyExtends = false
  var extendsCount = 0
  private var blockBodies: [(name: String, nameRange: SourceRange, clause: TemplateNode.Block.Clause)] = []

  init(_ source: Source, library: Library, options: CompilerOptions) {
    self.source = source
    self.library = library
    self.options = options
  }

  /// What is known about the code that is being emitted.
  struct Frame {
    let scope: Scope
    let function: FunctionBuilder
    /// Assignments here are the template's own and can be exported.
    var isTopLevel = false
    /// Whether it is certain that the code runs when its function does.
    var isUnconditional = true
    /// Whether output must ask first if the template extends another.
    var checksExtends = false
    var escaping: EmitMode
    var loop: LoopLabels?
    /// Open captures and registers between the loop and here, to be closed by a jump out of it.
    var cleanups: [Operation.Code] = []
    /// Whether the scope may be entered more than once in an activation.
    var repeats = false
  }

  /// Where `break` and `continue` lead; patched when the loop is done.
  final class LoopLabels {
    var breaks: [Int] = []
    var continues: [Int] = []
  }

  static func program(
    _ nodes: [TemplateNode], of source: Source, library: Library, options: CompilerOptions
  ) throws(TemplateError) -> Program {
    let compiler = Compiler(source, library: library, options: options)
    try compiler.compileTemplate(nodes)
    guard compiler.diagnostics.isEmpty else { throw TemplateError(compiler.diagnostics) }
    return Program(compiler.builder, source: source)
  }

  // MARK: Template

  private func compileTemplate(_ nodes: [TemplateNode]) throws(TemplateError) {
    builder.functions.append(FunctionCode(name: ""))
    collectBlocks(nodes)
    let function = FunctionBuilder(outer: nil)
    let scope = Scope(parent: nil, function: function)
    var frame = Frame(scope: scope, function: function, escaping: options.escapes ? .escaped : .plain)
    frame.isTopLevel = true
    frame.checksExtends = nodes.containExtends
    let whole = SourceRange(0, source.bytes.count)
    let parentSlot = function.newSlot()
    precondition(parentSlot == Self.parentSlot, "the parent's slot is the first")
    if SpecialNames(["self"], in: nodes).contains("self") {
      let slot = scope.declareParameter("self")
      builder.emit(.selfReference, whole)
      builder.emit(.storeSlot, a: slot, whole)
    }
    scope.analyze(nodes)
    enter(scope, frame, whole)
    try compile(nodes, frame)
    if frame.checksExtends { builder.emit(.runParent, a: Self.parentSlot, SourceRange(whole.end, whole.end)) }
    builder.emit(.return_, SourceRange(whole.end, whole.end))
    builder.functions[0].slotCount = function.slotCount
    for block in blockBodies { try compileBlock(block.name, block.clause) }
  }

  static let parentSlot = FunctionBuilder.reservedSlots

  private func collectBlocks(_ nodes: [TemplateNode]) {
    for node in nodes {
      switch node {
      case .block(let block):
        for clause in block.clauses {
          if case .block(let name, let range, let isScoped, let isRequired) = clause.head {
            if let earlier = blockBodies.first(where: { $0.name == name }) {
              report(
                "duplicate-block", "块「\(name)」定义了两次", range,
                notes: [Diagnostic.Note("第一次在这里", at: .range(source, earlier.nameRange))])
            } else {
              blockBodies.append((name, range, clause))
              builder.functions.append(FunctionCode(name: name))
              builder.blocks.append(
                BlockCode(
                  name: builder.name(name), function: builder.functions.count - 1, isScoped: isScoped,
                  isRequired: isRequired))
            }
          }
          collectBlocks(clause.body)
        }
      case .instruction(let instruction): for body in instruction.bodies { collectBlocks(body) }
      case .element(let element): collectBlocks(element.children)
      case .text, .output, .tag: break
      }
    }
  }

  private func compileBlock(_ name: String, _ clause: TemplateNode.Block.Clause) throws(TemplateError) {
    let number = builder.blocks.first { $0.name == builder.name(name) }?.function ?? 0
    let function = FunctionBuilder(outer: nil)
    let scope = Scope(parent: nil, function: function)
    let frame = Frame(scope: scope, function: function, escaping: options.escapes ? .escaped : .plain)
    builder.functions[number].entry = builder.label()
    let special = SpecialNames(["self", "super"], in: clause.body)
    if special.contains("self") {
      let slot = scope.declareParameter("self")
      builder.emit(.selfReference, clause.headRange)
      builder.emit(.storeSlot, a: slot, clause.headRange)
    }
    if special.contains("super") {
      let slot = scope.declareParameter("super")
      builder.emit(.superCall, a: builder.name(name), b: number, clause.headRange)
      builder.emit(.storeSlot, a: slot, clause.headRange)
    }
    scope.analyze(clause.body)
    enter(scope, frame, clause.headRange)
    try compile(clause.body, frame)
    builder.emit(.return_, clause.headRange)
    builder.functions[number].slotCount = function.slotCount
  }

  // MARK: Scopes

  /// Gives the slots of a scope what they begin with.
  func enter(_ scope: Scope, _ frame: Frame, _ range: SourceRange) {
    for name in scope.order {
      switch scope.loads[name] {
      case .parameter, nil: break
      case .missing: if frame.repeats { builder.emit(.clearSlot, a: scope.slot(of: name), range) }
      case .resolve:
        if case .slot(let slot) = scope.reference(name) { resolve(name, into: slot, range) }
      case .alias:
        let slot = scope.slot(of: name)
        guard let owner = scope.parent?.owner(of: name) else { continue }
        switch owner.reference(name) {
        case .context: resolve(name, into: slot, range)
        case .slot(let outer):
          builder.emit(.copyOuter, s: frame.function.distance(to: owner.function), a: slot, b: outer, range)
        }
      }
    }
  }

  private func resolve(_ name: String, into slot: Int, _ range: SourceRange) {
    builder.emit(.resolveSlot, a: slot, b: builder.name(name), c: builder.site(), range)
  }

  /// The variables that includes, imports and scoped blocks see from here.
  func visibleLocals(_ frame: Frame) -> Int {
    var locals: [LocalName] = []
    for name in frame.scope.assignedNames() {
      guard let owner = frame.scope.owner(of: name), case .slot(let slot) = owner.reference(name) else {
        continue
      }
      locals.append(
        LocalName(name: builder.name(name), depth: frame.function.distance(to: owner.function), slot: slot))
    }
    return builder.exports(locals)
  }

  // MARK: Faults

  func report(
    _ id: String, _ message: String, _ range: SourceRange, help: String? = nil, notes: [Diagnostic.Note] = []
  ) {
    diagnostics.append(Diagnostic(id, .error, message, at: .range(source, range), notes: notes, help: help))
  }

  /// A fault that matters only when the code is reached.
  func fail(_ kind: Fault.Kind, id: String, _ message: String, help: String? = nil, _ range: SourceRange) {
    let number = builder.message(FailMessage(kind: kind, id: id, message: message, help: help))
    builder.emit(.fail, a: number, range)
  }
}

extension [TemplateNode] {
  /// Whether an `extends` stands anywhere in the nodes, outside of blocks and macros too.
  var containExtends: Bool {
    contains { node in
      switch node {
      case .tag(let tag): if case .extends = tag.head { true } else { false }
      case .block(let block): block.clauses.contains { $0.body.containExtends }
      case .instruction(let instruction): instruction.bodies.contains { $0.containExtends }
      case .element(let element): element.children.containExtends
      case .text, .output: false
      }
    }
  }
}
