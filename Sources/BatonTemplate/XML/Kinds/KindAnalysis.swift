// What each fragment prints: a fixed point over macros, calls, blocks and includes (TEMPLATES §9).

import BatonDiagnostics

/// Finds the leaves of fragments, each template being loaded when it is first named.
struct KindAnalysis {
  private let load: (String) -> XMLTemplate?
  private var templates: [String: Entry?] = [:]
  private var known: [Fragment: Leaves] = [:]
  private var order: [Fragment] = []

  /// - Parameter load: Gives a template by name, or `nil` for one that does not exist, is of another
  ///   vocabulary or is faulty in itself: it then prints text.
  init(load: @escaping (String) -> XMLTemplate?) { self.load = load }

  /// A template and its names, which are looked for when they are first wanted.
  final class Entry {
    let template: XMLTemplate
    private(set) lazy var names = TemplateNames(template.nodes)

    init(_ template: XMLTemplate) { self.template = template }
  }

  /// Where a node stands, as far as names go.
  struct Scope {
    var template: String
    /// The recursive loops around, innermost last.
    var loops: [UInt32] = []
    /// The block around.
    var block: String?
  }

  // MARK: Templates

  mutating func names(of template: String) -> Entry? {
    if let registered, registeredName == template { return registered }
    if let found = templates[template] { return found }
    let found = load(template).map(Entry.init)
    templates[template] = .some(found)
    // What the reader calls it may differ from what the loader calls it; fragments know their source.
    if let found, templates[found.template.source.name] == nil {
      templates[found.template.source.name] = .some(found)
    }
    return found
  }

  /// The template that is compiled: most questions are about it.
  private var registered: Entry?
  private var registeredName = ""

  mutating func register(_ template: XMLTemplate) {
    let entry = Entry(template)
    templates[template.source.name] = .some(entry)
    registered = entry
    registeredName = template.source.name
  }

  /// The nodes of a fragment.
  mutating func body(of fragment: Fragment) -> FragmentBody? {
    switch fragment {
    case .macro(let template, let name):
      guard let found = names(of: template) else { return nil }
      if let macro = found.names.macros[name] { return Self.body(macro, found.template, label: name) }
      guard let origin = found.names.imported[name], origin.template != template else { return nil }
      return body(of: .macro(template: origin.template, name: origin.name))
    case .capture(let template, let name):
      guard let found = names(of: template), let captures = found.names.captures[name] else { return nil }
      var body = Self.body(captures[0], found.template, label: name)
      for other in captures.dropFirst() { body.nodes += other.clauses[0].body }
      return body
    case .block(let template, let name):
      guard let found = names(of: template) else { return nil }
      if let block = found.names.blocks[name] { return Self.body(block, found.template, label: name) }
      guard let parent = found.names.parent, parent != template else { return nil }
      return body(of: .block(template: parent, name: name))
    case .template(let name):
      guard let found = names(of: name) else { return nil }
      return FragmentBody(
        nodes: found.template.nodes, source: found.template.source, template: found.template, label: name,
        range: SourceRange(0, 0))
    case .loop(let template, let start):
      guard let found = names(of: template), let loop = found.names.loops[start] else { return nil }
      return Self.body(loop, found.template, label: "loop")
    }
  }

  private static func body(
    _ block: TemplateNode.Block, _ template: XMLTemplate, label: String
  ) -> FragmentBody {
    FragmentBody(
      nodes: block.clauses[0].body, source: template.source, template: template, label: label,
      range: block.clauses[0].headRange)
  }

  // MARK: Leaves

  /// What a fragment prints.
  mutating func leaves(of fragment: Fragment) -> Leaves {
    let isNew = known[fragment] == nil
    if isNew { discover(fragment) }
    if isNew, !isSettling { settle() }
    return known[fragment] ?? Leaves()
  }

  private var isSettling = false

  private mutating func discover(_ fragment: Fragment) {
    known[fragment] = Leaves()
    order.append(fragment)
  }

  /// Computes all fragments met until nothing changes; a fragment found on the way begins with no leaves.
  private mutating func settle() {
    isSettling = true
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      var index = 0
      while index < order.count {
        let fragment = order[index]
        index += 1
        guard let body = body(of: fragment) else { continue }
        var scope = Scope(template: body.source.name)
        if case .loop(_, let start) = fragment { scope.loops = [start] }
        if case .block(_, let name) = fragment { scope.block = name }
        var leaves = leaves(of: body.nodes, in: scope)
        if case .block = fragment, leaves.kinds.isSubset(of: [.text, .inline]), !leaves.kinds.isEmpty,
          isWrapped(body)
        {
          // Among blocks it stands in a paragraph of its own, wherever it is printed.
          leaves = Leaves()
          leaves.add(Leaf(kind: .block, label: "段落", source: body.source, range: body.range))
        }
        let before = known[fragment] ?? Leaves()
        if leaves.items.count != before.items.count || leaves.printsCaller != before.printsCaller {
          hasChanged = true
        }
        known[fragment] = leaves
      }
    }
    isSettling = false
  }

  /// Whether a block stands among blocks in what holds blocks: its text is wrapped there.
  private mutating func isWrapped(_ block: FragmentBody) -> Bool {
    let scope = Scope(template: block.source.name)
    func search(_ nodes: [TemplateNode], _ wraps: Bool, _ analysis: inout KindAnalysis) -> Bool? {
      for node in nodes {
        switch node {
        case .text, .output, .tag, .instruction: continue
        case .element(let element):
          let rule = block.template.vocabulary.rule(for: element)
          let holdsBlocks = rule.accepted.contains(.block) && rule.accepted.contains(.text)
          let wraps = holdsBlocks && analysis.kinds(of: element.children, in: scope).contains(.block)
          if let found = search(element.children, wraps, &analysis) { return found }
        case .block(let other):
          if other.clauses[0].headRange == block.range { return wraps }
          for clause in other.clauses {
            if let found = search(clause.body, wraps, &analysis) { return found }
          }
        }
      }
      return nil
    }
    guard names(of: block.source.name)?.names.parent == nil else { return false }
    let nodes = block.template.nodes
    return search(nodes, kinds(of: nodes, in: scope).contains(.block), &self) ?? false
  }

  /// What a list of nodes prints.
  mutating func leaves(of nodes: [TemplateNode], in scope: Scope) -> Leaves {
    var leaves = Leaves()
    for node in nodes { add(node, scope, to: &leaves) }
    return leaves
  }

  mutating func leaves(of node: TemplateNode, in scope: Scope) -> Leaves {
    var leaves = Leaves()
    add(node, scope, to: &leaves)
    return leaves
  }

  private mutating func add(_ node: TemplateNode, _ scope: Scope, to leaves: inout Leaves) {
    guard let template = names(of: scope.template)?.template else { return }
    switch node {
    case .text(let text):
      if text.characters.isWhiteSpace { return }
      leaves.add(
        Leaf(kind: .text, label: text.characters, source: template.source, range: text.range))
    case .element(let element):
      let rule = template.vocabulary.rule(for: element)
      leaves.add(
        Leaf(kind: rule.kind, label: rule.label, source: template.source, range: element.startTagRange))
    case .output(let output):
      add(printed(by: output.expression, in: scope), at: output.range, template.source, to: &leaves)
    case .tag(let tag):
      guard case .include(let name, _, _) = tag.head else { return }
      for choice in name.constantNames ?? [] {
        add(.fragment(.template(choice), label: choice), at: tag.range, template.source, to: &leaves)
      }
    case .block(let block): add(block, scope, to: &leaves)
    case .instruction: return
    }
  }

  private mutating func add(_ block: TemplateNode.Block, _ scope: Scope, to leaves: inout Leaves) {
    var scope = scope
    switch block.clauses[0].head {
    case .macro, .setBlock: return
    case .block(let name, _, _, _): scope.block = name
    case .for(_, _, _, isRecursive: true): scope.loops.append(block.range.start)
    case .call(_, let expression):
      guard let source = names(of: scope.template)?.template.source else { return }
      let printed = printed(by: expression, in: scope)
      add(printed, at: block.clauses[0].headRange, source, to: &leaves)
      guard case .fragment(let fragment, _) = printed, self.leaves(of: fragment).printsCaller else { return }
    default: break
    }
    for clause in block.clauses {
      for node in clause.body { add(node, scope, to: &leaves) }
    }
  }

  private mutating func add(
    _ printed: Printed, at range: SourceRange, _ source: Source, to leaves: inout Leaves
  ) {
    switch printed {
    case .value:
      leaves.add(Leaf(kind: .text, label: nil, source: source, range: range))
    case .caller: leaves.printsCaller = true
    case .fragment(let fragment, let label):
      leaves.add(self.leaves(of: fragment), through: .init(label: label, source: source, range: range))
    case .either(let first, let second):
      add(first, at: range, source, to: &leaves)
      add(second, at: range, source, to: &leaves)
    }
  }

  // MARK: Kinds

  /// The kinds of what a list of nodes prints: ``leaves(of:in:)`` without saying who prints it.
  mutating func kinds(of nodes: [TemplateNode], in scope: Scope) -> KindSet {
    var kinds: KindSet = []
    for node in nodes { kinds.formUnion(self.kinds(of: node, in: scope)) }
    return kinds
  }

  mutating func kinds(of node: TemplateNode, in scope: Scope) -> KindSet {
    switch node {
    case .text(let text): return text.characters.isWhiteSpace ? [] : [.text]
    case .element(let element):
      guard let template = names(of: scope.template)?.template else { return [] }
      return [template.vocabulary.rule(for: element).kind]
    case .output(let output): return kinds(of: printed(by: output.expression, in: scope))
    case .tag(let tag):
      guard case .include(let name, _, _) = tag.head else { return [] }
      var kinds: KindSet = []
      for choice in name.constantNames ?? [] { kinds.formUnion(leaves(of: .template(choice)).kinds) }
      return kinds
    case .block(let block): return kinds(of: block, in: scope)
    case .instruction: return []
    }
  }

  private mutating func kinds(of block: TemplateNode.Block, in scope: Scope) -> KindSet {
    var scope = scope
    var kinds: KindSet = []
    switch block.clauses[0].head {
    case .macro, .setBlock: return []
    case .block(let name, _, _, _): scope.block = name
    case .for(_, _, _, isRecursive: true): scope.loops.append(block.range.start)
    case .call(_, let expression):
      let printed = printed(by: expression, in: scope)
      kinds = self.kinds(of: printed)
      guard case .fragment(let fragment, _) = printed, leaves(of: fragment).printsCaller else { return kinds }
    default: break
    }
    for clause in block.clauses { kinds.formUnion(self.kinds(of: clause.body, in: scope)) }
    return kinds
  }

  private mutating func kinds(of printed: Printed) -> KindSet {
    switch printed {
    case .value: return [.text]
    case .caller: return []
    case .fragment(let fragment, _): return leaves(of: fragment).kinds
    case .either(let first, let second):
      var kinds = self.kinds(of: first)
      kinds.formUnion(self.kinds(of: second))
      return kinds
    }
  }

  // MARK: Expressions

  /// What an expression prints.
  indirect enum Printed {
    case value
    case caller
    case fragment(Fragment, label: String)
    case either(Printed, Printed)
  }

  mutating func printed(by expression: Expression, in scope: Scope) -> Printed {
    switch expression.kind {
    case .call(let callee, _): return called(callee, in: scope)
    case .name(let name):
      guard names(of: scope.template)?.names.captures[name] != nil else { return .value }
      return .fragment(.capture(template: scope.template, name: name), label: name)
    case .conditional(let then, _, let otherwise):
      let first = printed(by: then, in: scope)
      guard let otherwise else { return first }
      return .either(first, printed(by: otherwise, in: scope))
    // What is joined, chosen or put in another's place prints as its pieces do (§8).
    case .concatenation(let parts): return joined(parts, in: scope)
    case .and(let left, let right), .or(let left, let right): return joined([left, right], in: scope)
    case .filter(let base?, "default", _, let arguments), .filter(let base?, "d", _, let arguments):
      return joined([base] + arguments.positional.prefix(1), in: scope)
    case .filter(let base?, "join", _, let arguments):
      guard case .list(let items) = base.kind else { return .value }
      return joined(items + arguments.positional.prefix(1), in: scope)
    default: return .value
    }
  }

  private mutating func joined(_ parts: [Expression], in scope: Scope) -> Printed {
    parts.dropFirst().reduce(parts.first.map { printed(by: $0, in: scope) } ?? .value) { sum, part in
      .either(sum, printed(by: part, in: scope))
    }
  }

  private mutating func called(_ callee: Expression, in scope: Scope) -> Printed {
    guard let names = names(of: scope.template)?.names else { return .value }
    switch callee.kind {
    case .name("caller"): return .caller
    case .name("super"):
      guard let block = scope.block, let parent = names.parent else { return .value }
      return .fragment(.block(template: parent, name: block), label: "super()")
    case .name("loop"):
      return scope.loops.last.map { .fragment(.loop(template: scope.template, start: $0), label: "loop()") }
        ?? .value
    case .name(let name):
      let macro = Fragment.macro(template: scope.template, name: name)
      return body(of: macro) == nil ? .value : .fragment(macro, label: name)
    case .attribute(let object, let name, _):
      guard case .name(let module) = object.kind else { return .value }
      if module == "self" {
        let block = Fragment.block(template: scope.template, name: name)
        return body(of: block) == nil ? .value : .fragment(block, label: name)
      }
      guard let template = names.modules[module] else { return .value }
      let macro = Fragment.macro(template: template, name: name)
      return body(of: macro) == nil ? .value : .fragment(macro, label: "\(module).\(name)")
    default: return .value
    }
  }
}
