// Templates that refer to templates: extends, blocks, include, import, macros.

import BatonDiagnostics

extension Checker {
  /// Runs a whole template: what it extends, with its blocks in the parent's places.
  mutating func runTemplate(named name: String, at range: SourceRange?, in scope: inout FlowState) -> Bool {
    guard !openTemplates.contains(name) else { return false }
    let loaded: Tree
    switch load(name) {
    case .missing: return false
    case .broken: return true
    case .tree(let tree): loaded = tree
    }
    openTemplates.append(name)
    let before = unit
    units.append(Unit(source: loaded.source, nodes: loaded.nodes, isMain: units.isEmpty))
    unit = units.count - 1
    defer {
      unit = before
      openTemplates.removeLast()
    }
    hoistMacros(loaded.nodes, home: scope)
    guard let parent = Self.parent(in: loaded.nodes) else {
      run(loaded.nodes, in: &scope)
      return true
    }
    collectBlocks(loaded.nodes, home: scope)
    run(loaded.nodes.filter { !Self.isBlock($0) }, in: &scope)
    for name in names(parent, in: &scope) {
      if !runTemplate(named: name, at: parent.range, in: &scope) { reportMissing(name, at: parent.range) }
    }
    return true
  }

  private mutating func reportMissing(_ name: String, at range: SourceRange) {
    guard !openTemplates.contains(name) else { return }
    fault("unknown-template", "没有模板「\(name)」", at: range)
  }

  private static func parent(in nodes: [TemplateNode]) -> Expression? {
    for case .tag(let tag) in nodes {
      if case .extends(let name) = tag.head { return name }
    }
    return nil
  }

  private static func isBlock(_ node: TemplateNode) -> Bool {
    if case .block(let block) = node, case .block = block.clauses[0].head { return true }
    return false
  }

  /// Macros of the top level can be called by each other whatever their order.
  private mutating func hoistMacros(_ nodes: [TemplateNode], home: FlowState) {
    for case .block(let block) in nodes {
      if case .macro(let name, _, let parameters) = block.clauses[0].head {
        let macro = define(name, parameters, block.clauses[0].body, home: home)
        macros[macro].headRange = block.clauses[0].headRange
        units[unit].hoisted[name] = Possible(.macro(macro))
      }
    }
  }

  private mutating func collectBlocks(_ nodes: [TemplateNode], home: FlowState) {
    for node in nodes {
      switch node {
      case .element(let element): collectBlocks(element.children, home: home)
      case .block(let block):
        if case .block(let name, _, _, _) = block.clauses[0].head {
          blocks[name, default: []].append(define(name, Parameters(), block.clauses[0].body, home: home))
        }
        for clause in block.clauses { collectBlocks(clause.body, home: home) }
      default: break
      }
    }
  }

  mutating func runBlock(_ name: String, _ body: [TemplateNode], isScoped: Bool, in scope: FlowState) {
    let own = define(name, Parameters(), body, home: scope)
    if blocks[name]?.contains(where: { macros[$0].unit == unit }) != true {
      blocks[name, default: []].append(own)
    }
    runBlock(name, level: 0, in: isScoped ? scope : scope.outermost)
  }

  /// Runs the body of a block at a level of inheritance; `super()` runs the next.
  mutating func runBlock(_ name: String, level: Int, in scope: FlowState) {
    guard let bodies = blocks[name], level < bodies.count,
      !runningBlocks.contains(where: { $0.name == name && $0.level == level })
    else { return }
    let body = macros[bodies[level]]
    calledMacros.insert(bodies[level])
    let before = unit
    unit = body.unit
    runningBlocks.append((name, level))
    var inner = scope
    inner.push()
    run(body.body, in: &inner)
    runningBlocks.removeLast()
    unit = before
  }

  // MARK: Include and import

  mutating func include(
    _ name: Expression, ignoresMissing: Bool, withContext: Bool, in scope: inout FlowState
  ) {
    let candidates = names(name, in: &scope)
    var found = candidates.isEmpty
    for candidate in candidates {
      var inner = withContext ? scope : FlowState()
      inner.push()
      found = runTemplate(named: candidate, at: name.range, in: &inner) || found
    }
    if !found, !ignoresMissing, let first = candidates.first { reportMissing(first, at: name.range) }
  }

  /// The module of a template: its macros and what its top level sets.
  mutating func module(_ name: Expression, withContext: Bool, in scope: inout FlowState) -> Int? {
    let candidates = names(name, in: &scope).filter { !openTemplates.contains($0) }
    var found: (name: String, tree: Tree)?
    for candidate in candidates {
      switch load(candidate) {
      case .missing: continue
      case .broken: return nil
      case .tree(let tree): found = (candidate, tree)
      }
      break
    }
    guard let (name, loaded) = found else {
      if let first = candidates.first { reportMissing(first, at: name.range) }
      return nil
    }
    let before = unit
    openTemplates.append(name)
    units.append(Unit(source: loaded.source, nodes: loaded.nodes))
    unit = units.count - 1
    var top = withContext ? scope : FlowState()
    hoistMacros(loaded.nodes, home: top)
    run(loaded.nodes, in: &top)
    var exports = units[unit].hoisted
    for name in top.names { exports[name] = top.value(of: name) }
    // A macro sees what its own template set and imported.
    for case .macro(let index) in exports.values.flatMap(\.alternatives) where macros[index].unit == unit {
      macros[index].home = top
    }
    modules.append(exports)
    unit = before
    openTemplates.removeLast()
    return modules.count - 1
  }

  /// The names an expression can give: a constant, a choice among constants, a list.
  private mutating func names(_ expression: Expression, in scope: inout FlowState) -> [String] {
    switch expression.kind {
    case .literal(.string(let name)): [name]
    case .list(let items), .tuple(let items): items.flatMap { names($0, in: &scope) }
    case .conditional(let then, _, let otherwise):
      names(then, in: &scope) + (otherwise.map { names($0, in: &scope) } ?? [])
    default: []
    }
  }

  // MARK: Macros

  mutating func define(
    _ name: String, _ parameters: Parameters, _ body: [TemplateNode], home: FlowState, isInline: Bool = false
  ) -> Int {
    macros.append(
      Macro(name: name, parameters: parameters, body: body, unit: unit, home: home, isInline: isInline))
    return macros.count - 1
  }

  /// Runs a macro's body for the shapes of its arguments, once for each.
  mutating func call(
    _ index: Int, positional: [Possible], keyword: [(String, Possible)], isOpen: Bool, caller: Possible?,
    at range: SourceRange
  ) -> Possible {
    let macro = macros[index]
    calledMacros.insert(index)
    let arguments = bind(
      macro, positional: positional, keyword: keyword, isOpen: isOpen || macro.isInline, at: range)
    let key = Call(macro: index, arguments: arguments, caller: caller, namespaces: namespaces)
    if let known = results[key] { return known ?? .markup }
    // A macro that makes what it calls itself with never has the same arguments twice.
    guard runningMacros.count(where: { $0 == index }) < 3 else {
      leaveOpen(at: range, "宏一再调用自己时会怎样")
      return .markup
    }
    runningMacros.append(index)
    defer { runningMacros.removeLast() }
    results[key] = .some(nil)
    callSites.append(.range(source, range))
    let before = unit
    unit = macro.unit
    var scope = macro.home
    scope.push()
    for (parameter, value) in zip(macro.parameters.items, arguments) { scope.assign(parameter.name, value) }
    if let caller {
      scope.assign("caller", caller)
    } else if !macro.isInline {
      scope.assign("caller", .undefined)
    }
    if !macro.isInline {
      scope.assign("varargs", .list(.unknown))
      scope.assign("kwargs", Possible(.mapping(.unknown)))
    }
    run(macro.body, in: &scope)
    unit = before
    callSites.removeLast()
    results[key] = Possible.markup
    return .markup
  }

  private mutating func bind(
    _ macro: Macro, positional: [Possible], keyword: [(String, Possible)], isOpen: Bool, at range: SourceRange
  ) -> [Possible] {
    let parameters = macro.parameters.items
    if positional.count > parameters.count, !isOpen, !Self.mentions("varargs", in: macro.body) {
      fault(
        "wrong-arity", "宏「\(macro.name)」只有 \(parameters.count) 个参数，给了 \(positional.count) 个", at: range)
    }
    for (name, _) in keyword where !parameters.contains(where: { $0.name == name }) {
      guard !Self.mentions("kwargs", in: macro.body) else { break }
      fault(
        "wrong-arity", "宏「\(macro.name)」没有参数「\(name)」", at: range,
        help: Suggestion.nearest(to: name, among: parameters.map(\.name)).map { "是不是想写「\($0)」？" })
    }
    return parameters.enumerated().map { index, parameter in
      if index < positional.count { return positional[index] }
      if let value = keyword.first(where: { $0.0 == parameter.name }) { return value.1 }
      if isOpen { return .unknown }
      guard let defaultValue = parameter.defaultValue else {
        fault("wrong-arity", "调用宏「\(macro.name)」缺参数「\(parameter.name)」", at: range)
        return .unknown
      }
      var home = macro.home
      let before = unit
      unit = macro.unit
      defer { unit = before }
      return evaluate(defaultValue, in: &home)
    }
  }

  private static func mentions(_ name: String, in nodes: [TemplateNode]) -> Bool {
    nodes.contains { node in
      switch node {
      case .element(let element):
        mentions(name, in: element.children) || element.attributes.contains { mentions(name, in: $0.value) }
      case .output(let output): output.expression.mentions(name)
      case .block(let block):
        block.clauses.contains { clause in
          if mentions(name, in: clause.body) { return true }
          if case .for(_, let iterable, _, _) = clause.head { return iterable.mentions(name) }
          return false
        }
      default: false
      }
    }
  }
}

extension Expression {
  /// Whether a name stands anywhere in the expression.
  func mentions(_ name: String) -> Bool {
    switch kind {
    case .literal: false
    case .name(let own): own == name
    case .list(let items), .tuple(let items), .concatenation(let items): items.contains { $0.mentions(name) }
    case .dictionary(let items): items.contains { $0.key.mentions(name) || $0.value.mentions(name) }
    case .attribute(let base, _, _): base.mentions(name)
    case .subscription(let base, let index): base.mentions(name) || index.mentions(name)
    case .slice(let base, _, _, _): base.mentions(name)
    case .call(let callee, let arguments): callee.mentions(name) || arguments.mention(name)
    case .filter(let value, _, _, let arguments): value?.mentions(name) == true || arguments.mention(name)
    case .test(let value, _, _, let arguments, _): value.mentions(name) || arguments.mention(name)
    case .unary(_, let operand): operand.mentions(name)
    case .binary(_, let left, let right), .and(let left, let right), .or(let left, let right):
      left.mentions(name) || right.mentions(name)
    case .comparison(let first, let rest): first.mentions(name) || rest.contains { $0.operand.mentions(name) }
    case .conditional(let then, let condition, let otherwise):
      then.mentions(name) || condition.mentions(name) || otherwise?.mentions(name) == true
    }
  }
}

extension Expression.Arguments {
  func mention(_ name: String) -> Bool {
    positional.contains { $0.mentions(name) } || keyword.contains { $0.value.mentions(name) }
      || spread?.mentions(name) == true || keywordSpread?.mentions(name) == true
  }
}
