// Every node against the place it stands in (TEMPLATES §3, §9): all faults of one template at once.

import BatonDiagnostics

/// Checks the structure of one template; its fragments are looked into where they are printed.
struct StructureCheck {
  let template: XMLTemplate
  private let names: TemplateNames
  var analysis: KindAnalysis
  private(set) var diagnostics: [Diagnostic] = []

  /// What directly holds a list of nodes.
  struct Container {
    let rule: ElementRule
    /// The kinds that it accepts.
    let accepted: KindSet
    let source: Source
    private let element: TemplateNode.Element

    init(_ element: TemplateNode.Element, _ rule: ElementRule, in source: Source) {
      self.element = element
      self.rule = rule
      self.source = source
      accepted = rule.accepted
    }

    var name: String { element.name }
    var range: SourceRange { element.startTagRange }
  }

  init(_ template: XMLTemplate, _ analysis: KindAnalysis) {
    self.template = template
    self.analysis = analysis
    names = TemplateNames(template.nodes)
    self.analysis.register(template)
  }

  mutating func run() {
    let scope = KindAnalysis.Scope(template: template.source.name)
    check(template.nodes, in: nil, scope, jumps: .none)
    checkReferences()
    if let range = names.extendsRange { checkOutside(template.nodes, range, scope) }
    diagnostics.sort { $0.start < $1.start }
  }

  // MARK: Lists

  /// Where `break` and `continue` may stand.
  private enum Jumps { case none, allowed, inElement }

  private mutating func check(
    _ nodes: [TemplateNode], in container: Container?, _ scope: KindAnalysis.Scope, jumps: Jumps
  ) {
    if let container {
      for node in nodes { fit(node, in: container, nodes, scope) }
    } else {
      checkMixture(nodes, scope)
    }
    for node in nodes { check(node, in: container, scope, jumps) }
  }

  /// A list that stands nowhere yet must be of one kind.
  private mutating func checkMixture(_ nodes: [TemplateNode], _ scope: KindAnalysis.Scope) {
    if analysis.kinds(of: nodes, in: scope).joined != nil { return }
    let leaves = analysis.leaves(of: nodes, in: scope)
    var kind = Kind.nothing
    for leaf in leaves.items {
      if let joined = kind.joined(with: leaf.kind) {
        kind = joined
        continue
      }
      guard let first = leaves.items.first(where: { $0.kind.joined(with: leaf.kind) == nil }) else { return }
      report(
        "mixed-kinds", "这里不能既有\(first.kind.label)，又有\(leaf.kind.label)", leaf,
        notes: [.init("\(first.kind.label)在这里", at: .range(first.source, first.range))])
      return
    }
  }

  // MARK: Nodes

  private mutating func check(
    _ node: TemplateNode, in container: Container?, _ scope: KindAnalysis.Scope, _ jumps: Jumps
  ) {
    switch node {
    case .text, .instruction: return
    case .output(let output): check(output.expression, scope)
    case .element(let element):
      check(element, in: container, scope)
      let inside = Container(element, template.vocabulary.rule(for: element), in: template.source)
      check(element.children, in: inside, scope, jumps: jumps == .none ? .none : .inElement)
    case .tag(let tag): check(tag, scope, jumps)
    case .block(let block): check(block, in: container, scope, jumps)
    }
  }

  private mutating func check(_ tag: TemplateNode.Tag, _ scope: KindAnalysis.Scope, _ jumps: Jumps) {
    for expression in tag.head.expressions { check(expression, scope) }
    switch tag.head {
    case .break, .continue:
      guard jumps == .inElement else { return }
      refuse(
        "jump-out-of-element", "「{% \(tag.head.keyword) %}」会跳出还没有写完的元素", tag.range,
        help: "放到「{% for %}」的直接下一层，例如先「{% if %}」再写元素")
    case .include, .extends, .import, .fromImport:
      guard let name = tag.head.template, name.constantNames == nil else { return }
      refuse(
        "dynamic-name", "「{% \(tag.head.keyword) %}」的模板名要写成固定的文字", name.range,
        help: "写作「\"a.html\"」，或在几个固定的名字里选：「\"a.html\" if 条件 else \"b.html\"」")
    default: return
    }
  }

  private mutating func check(
    _ block: TemplateNode.Block, in container: Container?, _ scope: KindAnalysis.Scope, _ jumps: Jumps
  ) {
    var scope = scope
    var jumps = jumps
    var container = container
    let head = block.clauses[0].head
    for clause in block.clauses {
      for expression in clause.head.expressions { check(expression, scope) }
    }
    switch head {
    case .for(_, _, _, let isRecursive):
      jumps = .allowed
      if isRecursive { scope.loops.append(block.range.start) }
    case .macro, .setBlock:
      if case .setBlock(_, .some) = head { checkFiltered(block, "set", scope) }
      check(block.clauses[0].body, in: nil, scope, jumps: .none)
      return
    case .call(_, let expression):
      checkCall(block, expression, in: container, scope)
      return
    case .block(let name, _, _, _):
      scope.block = name
      jumps = .none
      if container == nil, let place = place(of: name) {
        container = place
        for node in block.clauses[0].body { fit(node, in: place, block.clauses[0].body, scope) }
      }
    case .autoescape(let value):
      if case .literal(.bool(true)) = value.kind { break }
      refuse(
        "not-in-xml", "XML 模板里不能关闭转义", block.clauses[0].headRange, help: "确实是标记的值用「|safe」")
    case .filter: checkFiltered(block, "filter", scope)
    default: break
    }
    for clause in block.clauses {
      for node in clause.body { check(node, in: container, scope, jumps) }
    }
  }

  /// What goes through a filter must be text.
  private mutating func checkFiltered(
    _ block: TemplateNode.Block, _ keyword: String, _ scope: KindAnalysis.Scope
  ) {
    let leaves = analysis.leaves(of: block.clauses[0].body, in: scope)
    guard let leaf = leaves.items.first(where: { $0.kind != .text }) else { return }
    report("markup-operation", "过滤器「{% \(keyword) %}」里只能有文字，不能有\(leaf.label)", leaf)
  }

  /// The body of a call against each place where its macro prints `caller()`.
  private mutating func checkCall(
    _ block: TemplateNode.Block, _ expression: Expression, in container: Container?,
    _ scope: KindAnalysis.Scope
  ) {
    let body = block.clauses[0].body
    check(body, in: nil, scope, jumps: .none)
    guard case .fragment(let fragment, let label) = analysis.printed(by: expression, in: scope),
      let macro = analysis.body(of: fragment)
    else { return }
    for place in CallerPlaces(in: macro).places {
      let leaves = analysis.leaves(of: body, in: scope)
      for leaf in leaves.items
      where !fits(leaf, place.container, isAlone: place.isAlone && !leaves.has(.text)) {
        reportMisfit(
          leaf, in: place.container,
          notes: [.init("「\(label)」在这里印出它", at: .range(macro.source, place.range))])
      }
    }
  }

  // MARK: Places

  /// One node of a list against what holds the list.
  private mutating func fit(
    _ node: TemplateNode, in container: Container, _ siblings: [TemplateNode], _ scope: KindAnalysis.Scope
  ) {
    if analysis.kinds(of: node, in: scope).isSubset(of: container.accepted) { return }
    let leaves = analysis.leaves(of: node, in: scope)
    let all = analysis.leaves(of: siblings, in: scope)
    let isAlone = all.items.allSatisfy { $0.kind == .block }
    for leaf in leaves.items where !fits(leaf, container, isAlone: isAlone) {
      reportMisfit(leaf, in: container, notes: [])
      return
    }
  }

  private func fits(_ leaf: Leaf, _ container: Container, isAlone: Bool) -> Bool {
    if container.rule.accepts(leaf.kind) { return true }
    // Block markup alone in a paragraph replaces the paragraph.
    return leaf.kind == .block && container.rule.content == .paragraph && container.rule.kind == .block
      && isAlone
  }

  /// Where a block of this template stands in the templates it extends.
  private mutating func place(of block: String) -> Container? {
    var parent = names.parent
    var depth = 0
    while let name = parent, depth < 50, let found = analysis.names(of: name) {
      if let container = BlockPlace.container(of: block, in: found.template) { return container }
      parent = found.names.parent
      depth += 1
    }
    return nil
  }

  /// What a child template prints outside of its blocks.
  private mutating func checkOutside(
    _ nodes: [TemplateNode], _ extends: SourceRange, _ scope: KindAnalysis.Scope
  ) {
    for node in nodes {
      if case .block(let block) = node, case .block = block.clauses[0].head { continue }
      guard let leaf = analysis.leaves(of: node, in: scope).items.first else { continue }
      report(
        "content-outside-block", "「\(leaf.label)」在块之外，不会印出", leaf,
        notes: [.init("这个模板从这里继承", at: .range(template.source, extends))], help: "放进「{% block %}」里，或者删去")
    }
  }

  // MARK: Faults

  private mutating func reportMisfit(_ leaf: Leaf, in container: Container, notes: [Diagnostic.Note]) {
    var notes = notes
    let isInParagraph = leaf.kind == .block && container.rule.accepts(.inline)
    let name = container.rule.shownName(of: container.name)
    notes.append(.init("「\(name)」从这里开始", at: .range(container.source, container.range)))
    if isInParagraph {
      let name = leaf.fragments.first.map { "「\($0.label)」" } ?? ""
      report(
        "block-in-paragraph", "\(container.rule.label)里不能放\(leaf.label)\(name)", leaf, notes: notes,
        help: "单独成段")
    } else {
      report("wrong-kind", "\(container.rule.label)里\(container.rule.content.wanted)", leaf, notes: notes)
    }
  }

  /// Reports a leaf where this template prints it, with a note where the leaf itself stands.
  mutating func report(
    _ id: String, _ message: String, _ leaf: Leaf, notes: [Diagnostic.Note] = [], help: String? = nil
  ) {
    guard let outer = leaf.fragments.first else {
      diagnostics.append(
        Diagnostic(id, .error, message, at: .range(leaf.source, leaf.range), notes: notes, help: help))
      return
    }
    let origin = Diagnostic.Note("「\(leaf.label)」在这里", at: .range(leaf.source, leaf.range))
    diagnostics.append(
      Diagnostic(
        id, .error, message, at: .range(outer.source, outer.range), notes: [origin] + notes, help: help))
  }

  mutating func refuse(
    _ id: String, _ message: String, _ range: SourceRange, notes: [Diagnostic.Note] = [], help: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(id, .error, message, at: .range(template.source, range), notes: notes, help: help))
  }
}

extension ElementRule.Content {
  /// 「只能放行」
  fileprivate var wanted: String {
    switch self {
    case .paragraph, .inline: "只能放文字和行内内容"
    case .flow: "只能放段落、表格和文字"
    case .characters: "只能放文字"
    case .none: "不能有内容"
    case .any: "什么都可以放"
    case .only(let kinds):
      "只能放" + (kinds.kinds.filter { $0 != .tablePart }.map(\.label).joined(separator: "、"))
    }
  }
}
