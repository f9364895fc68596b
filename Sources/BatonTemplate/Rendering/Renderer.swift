// Runs templates, one after another, with the same buffers.

import BatonDiagnostics

/// Renders templates of one environment. One a task; what it needs grows once and is used again.
///
///     var renderer = Renderer(environment)
///     let rendering = try renderer.render(template, document)
public struct Renderer: ~Copyable {
  private var machine: Machine
  /// What one rendering may cost.
  public var budget = Budget()
  /// Where the numbers of a rendering start.
  package var startNumbers = StartNumbers()

  /// A renderer of an environment's templates. Its buffers grow with the first renderings and are kept.
  public init(_ environment: Environment) {
    machine = Machine(environment)
  }

  /// Renders a template with the fields of a document's root as its names.
  public mutating func render(_ template: Template, _ document: Document) throws(TemplateError) -> Rendering {
    try render(template, document, root: document.root)
  }

  /// Renders with the fields of a value as the template's names; `bindings`, further values of the same document,
  /// come before them.
  public mutating func render(
    _ template: Template, _ value: Document.Value, with bindings: [(String, Document.Value)] = []
  ) throws(TemplateError) -> Rendering {
    precondition(bindings.allSatisfy { $0.1.document === value.document }, "values of one document")
    return try render(
      template, value.document, root: value.node, with: bindings.map { ($0.0, $0.1.node) })
  }

  /// Renders with another value of the document in place of its root, and further names beside.
  package mutating func render(
    _ template: Template, _ document: Document, root: Node, with bindings: [(String, Node)] = []
  ) throws(TemplateError) -> Rendering {
    try run(template, document, root: root, with: bindings)
    return machine.rendering()
  }

  /// Renders into the renderer's own buffer and lends the bytes of the main stream: nothing is allocated once
  /// the buffers have grown. The fields of `value` are the names that the template uses; `bindings`, further
  /// values of the same document, come before them.
  public mutating func withBytes<Result>(
    of template: Template, _ value: Document.Value, with bindings: [(String, Document.Value)] = [],
    _ body: (UnsafeRawBufferPointer) -> Result
  ) throws(TemplateError) -> Result {
    precondition(bindings.allSatisfy { $0.1.document === value.document }, "values of one document")
    try run(template, value.document, root: value.node, with: bindings.lazy.map { ($0.0, $0.1.node) })
    machine.fillSlots()
    return machine.out.withBytes(body)
  }

  private mutating func run(
    _ template: Template, _ document: Document, root: Node, with bindings: some Collection<(String, Node)>
  ) throws(TemplateError) {
    do throws(Fault) {
      try machine.render(template.program, document, root: root, with: bindings, budget, startNumbers)
    } catch {
      throw machine.error(of: error)
    }
  }
}

extension Machine {
  mutating func render(
    _ program: Program, _ document: Document, root: Node, with bindings: some Collection<(String, Node)>,
    _ budget: Budget, _ startNumbers: StartNumbers
  ) throws(Fault) {
    reset(for: document, budget)
    let number = link(program)
    mainProgram = number
    askedSlots = slots(of: number)
    streams.reset(
      main: symbol(of: StreamName.document.rawValue),
      relationshipCounter: symbol(of: CounterName.relationship.rawValue),
      counters: startNumbers.counters.map { (symbol(of: $0.name.rawValue), $0.last) },
      relationships: startNumbers.relationships.map { (symbol(of: $0.part.rawValue), $0.first) })
    var context = Context()
    context.data = root
    contexts.append(context)
    if !bindings.isEmpty {
      // Kept from one rendering to the next, so that its memory is.
      boundNames.forget()
      boundNames.parent = 0
      for (name, value) in bindings { boundNames.set(symbol(of: name), value) }
      contexts.append(boundNames)
    }
    var top = Context()
    top.parent = contexts.count - 1
    top.blocks = linked[number].blocks
    contexts.append(top)
    try runFunction(0, of: number, outer: 0, context: contexts.count - 1)
    try checkReferences()
    try checkBudget()
  }

  private mutating func reset(for document: Document, _ budget: Budget) {
    self.document = document
    self.budget = budget
    if lineage !== document.shapes.lineage {
      lineage = document.shapes.lineage
      for index in caches.indices { caches[index] = InlineCache() }
    }
    scratchNodes.removeAll(keepingCapacity: true)
    scratchBytes.removeAll()
    forgetChanges()
    lists.removeAll(keepingCapacity: true)
    maps.removeAll(keepingCapacity: true)
    objects.removeAll(keepingCapacity: true)
    stack.removeAll(keepingCapacity: true)
    loops.removeAll(keepingCapacity: true)
    contexts.removeAll(keepingCapacity: true)
    captures.removeAll(keepingCapacity: true)
    escapingStack.removeAll(keepingCapacity: true)
    contextRegisterStack.removeAll(keepingCapacity: true)
    fillNames.removeAll(keepingCapacity: true)
    counts.removeAll(keepingCapacity: true)
    grids.removeAll(keepingCapacity: true)
    pictures.removeAll()
    echoes.removeAll(keepingCapacity: true)
    unechoed.removeAll(keepingCapacity: true)
    (recordingDepth, openEchoes) = (0, 0)
    marks.removeAll(keepingCapacity: true)
    identifiers.removeAll()
    trace.removeAll(keepingCapacity: true)
    brokenTemplate = []
    (top, depth, steps, contextRegister, recursionDepth) = (0, 0, 0, 0, 1)
    pendingRecursion = nil
    makesCharacters = false
    autoescapes = environment.escapes
    out.removeAll()
  }

  /// Fills the slots of the main stream where it stands.
  mutating func fillSlots() {
    guard streams.hasSlots else { return }
    let filled = streams.spliced(streams.current, out.bytes())
    out.removeAll()
    out.append(filled)
  }

  /// What was printed, with slots filled.
  mutating func rendering() -> Rendering {
    streams.store(out.bytes(), in: streams.current)
    var result: [Rendering.Stream] = []
    for (index, stream) in streams.streams.enumerated() {
      result.append(
        Rendering.Stream(
          name: StreamName(text(of: symbolNames[Int(stream.name)])), number: stream.number,
          bytes: streams.spliced(index, stream.bytes), relationships: stream.relationships))
    }
    return Rendering(
      streams: result,
      pictures: pictures.contents.map { Rendering.Picture(bytes: $0.bytes, format: $0.format) })
  }

  /// A fault with the place it happened at and the way that led there.
  func error(of fault: Fault) -> TemplateError {
    let notes = traceNotes()
    if !brokenTemplate.isEmpty {
      var diagnostics = brokenTemplate
      diagnostics[0].notes += notes
      return TemplateError(diagnostics)
    }
    return TemplateError(
      Diagnostic(
        fault.id, .error, fault.message, at: notes.first?.place ?? .none, notes: Array(notes.dropFirst()),
        help: fault.help))
  }
}
