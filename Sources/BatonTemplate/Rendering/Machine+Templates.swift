// Templates that use templates: inheritance, includes, imports.

import BatonDiagnostics

extension Machine {
  // MARK: Loading

  /// The program of the template that a value names; of a list, the first that there is.
  private mutating func program(named node: Node) throws(Fault) -> Int? {
    let node = plain(node)
    if node.tag == .list || node.tag == .tuple {
      for index in 0..<(itemCount(of: node) ?? 0) {
        if let found = try program(named: item(index, of: node)) { return found }
      }
      return nil
    }
    try refuseUndefined(node)
    guard node.tag == .string else { throw Fault.type("模板的名称要是文字，不能是\(typeName(of: node))") }
    do throws(TemplateError) {
      guard let template = try environment.template(ifPresent: text(of: node)) else { return nil }
      return link(template.program)
    } catch {
      // The template has faults of its own; the first one is the fault of this rendering too.
      brokenTemplate = error.diagnostics
      let first = error.diagnostics[0]
      throw Fault(.template, id: first.id, first.message, help: first.help)
    }
  }

  private func notFound(_ node: Node) -> Fault {
    let name = node.tag == .string ? text(of: node) : repr(node)
    return Fault(.notFound, id: "template-not-found", "没有模板「\(name)」")
  }

  // MARK: Inheritance

  /// Loads a parent and adds its blocks behind the child's.
  mutating func extend(_ name: Node, _ context: Int) throws(Fault) -> Int {
    guard !name.isSequence else { throw Fault.type("「extends」后面只能有一个模板的名称") }
    guard let parent = try program(named: name) else { throw notFound(name) }
    contexts[context].blocks += linked[parent].blocks
    return parent
  }

  mutating func runBlock(_ step: Operation, _ program: Int, _ frame: Int, _ context: Int) throws(Fault) {
    let name = linked[program].symbols[Int(step.a)]
    guard let link = contexts[context].blocks.firstIndex(where: { $0.name == name }) else {
      preconditionFailure("a block that its own template does not have")
    }
    if step.k & 2 != 0, contexts[context].blocks.count(where: { $0.name == name }) < 2 {
      let text = text(of: symbolNames[Int(name)])
      throw Fault(.runtime, id: "required-block", "必须覆盖的块「\(text)」没有被覆盖")
    }
    guard step.k & 1 != 0 else { return try runBlock(link, context) }
    var derived = Context()
    derived.parent = context
    derived.blocks = contexts[context].blocks
    addLocals(linked[program].program.exports[Int(step.b)], program, frame, to: &derived)
    contexts.append(derived)
    try runBlock(link, contexts.count - 1)
  }

  mutating func runBlock(_ link: Int, _ context: Int) throws(Fault) {
    try countStep()
    let block = contexts[context].blocks[link]
    try runFunction(block.function, of: block.program, outer: 0, context: context)
  }

  /// What `super` stands for in a block.
  mutating func superReference(_ name: UInt32, _ function: Int, _ program: Int, _ context: Int) -> Node {
    let current = contexts[context].blocks.firstIndex {
      $0.name == name && $0.function == function && $0.program == program
    }
    return superReference(after: current ?? 0, context)
  }

  mutating func superReference(after link: Int, _ context: Int) -> Node {
    let blocks = contexts[context].blocks
    let name = blocks[link].name
    guard let parent = blocks[(link + 1)...].firstIndex(where: { $0.name == name }) else {
      return makeUndefined(makeString("super"))
    }
    return makeObject(.blockReference(context: context, link: parent))
  }

  // MARK: Includes and imports

  mutating func include(_ step: Operation, _ program: Int, _ frame: Int, _ context: Int) throws(Fault) {
    try countStep()
    let name = stack.removeLast()
    guard let included = try self.program(named: name) else {
      if step.k & 1 != 0 { return }
      throw notFound(name)
    }
    let inner = makeContext(step, program, frame, context, for: included)
    let escaped = autoescapes
    autoescapes = environment.escapes
    try runFunction(0, of: included, outer: 0, context: inner)
    autoescapes = escaped
  }

  mutating func importModule(_ step: Operation, _ program: Int, _ frame: Int, _ context: Int) throws(Fault) {
    try countStep()
    let name = stack.removeLast()
    guard let imported = try self.program(named: name) else { throw notFound(name) }
    let inner = makeContext(step, program, frame, context, for: imported)
    let code = linked[imported].program.functions[0]
    beginCapture()
    let moduleFrame = pushFrame(code, outer: 0)
    try run(imported, from: code.entry, frame: moduleFrame, context: inner)
    // The frame stays: the module's macros are closed over it. It goes with the importer's own.
    top = max(top, moduleFrame + code.slotCount)
    let body = endCapture(isMarkup: environment.escapes)
    stack.append(makeObject(.module(context: inner, body: body)))
  }

  /// Replaces a module on the stack by one of its names.
  mutating func importName(constantName name: UInt32) throws(Fault) {
    let module = stack.removeLast()
    guard module.tag == .object, case .module(let context, _) = objects[module.offset] else {
      preconditionFailure("an import from no module")
    }
    if contexts[context].exported.contains(name),
      let index = contexts[context].names.firstIndex(of: name)
    {
      stack.append(contexts[context].values[index])
    } else {
      stack.append(makeUndefined(symbolNames[Int(name)], of: module))
    }
  }

  private mutating func makeContext(
    _ step: Operation, _ program: Int, _ frame: Int, _ context: Int, for inner: Int
  ) -> Int {
    var result = Context()
    result.blocks = linked[inner].blocks
    if step.k & 2 != 0 {
      // The locals are the innermost names; what the template assigns itself must not be taken for them.
      var locals = Context()
      locals.parent = context
      addLocals(linked[program].program.exports[Int(step.a)], program, frame, to: &locals)
      contexts.append(locals)
      result.parent = contexts.count - 1
    }
    contexts.append(result)
    return contexts.count - 1
  }

  private func addLocals(_ locals: [LocalName], _ program: Int, _ frame: Int, to context: inout Context) {
    for local in locals {
      var owner = frame
      for _ in 0..<local.depth { owner = slots[owner].integer }
      let value = slots[owner + local.slot]
      if !value.isMissing { context.set(linked[program].symbols[local.name], value) }
    }
  }
}
