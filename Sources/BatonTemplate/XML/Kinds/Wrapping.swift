// Inline content among blocks becomes paragraphs, and a paragraph that holds only blocks becomes those
// blocks (TEMPLATES §3): afterwards a flow container holds either blocks or the content of one paragraph.

import BatonDiagnostics

/// Makes implied paragraphs explicit, in a template whose structure is sound.
struct Wrapping {
  private let vocabulary: Vocabulary
  private var analysis: KindAnalysis

  init(_ vocabulary: Vocabulary, _ analysis: KindAnalysis) {
    self.vocabulary = vocabulary
    self.analysis = analysis
  }

  mutating func wrap(_ template: XMLTemplate) -> [TemplateNode] {
    let name = template.source.name
    let scope = KindAnalysis.Scope(template: name)
    guard analysis.names(of: name)?.names.parent != nil else { return wrapList(template.nodes, scope) }
    // What a template overrides goes where the base has it, each block by itself.
    return template.nodes.flatMap { wrapList([$0], scope) }
  }

  /// The list of a container, or of a fragment: wrapped if a block stands in any branch of it.
  private mutating func wrapList(_ nodes: [TemplateNode], _ scope: KindAnalysis.Scope) -> [TemplateNode] {
    let holdsBlock = holdsBlock(nodes, scope)
    let nodes = descend(nodes, scope, wraps: holdsBlock)
    return holdsBlock ? grouped(nodes, scope) : nodes
  }

  /// Blocks that templates override count as blocks, since an override may be.
  private mutating func holdsBlock(_ nodes: [TemplateNode], _ scope: KindAnalysis.Scope) -> Bool {
    nodes.contains { node in
      if case .block(let block) = node, case .block = block.clauses[0].head {
        let kinds = analysis.kinds(of: node, in: scope)
        return kinds.isEmpty || kinds.contains(.block)
      }
      return analysis.kinds(of: node, in: scope).contains(.block)
    }
  }

  private mutating func descend(
    _ nodes: [TemplateNode], _ scope: KindAnalysis.Scope, wraps: Bool
  ) -> [TemplateNode] {
    var result: [TemplateNode] = []
    result.reserveCapacity(nodes.count)
    for node in nodes { descend(node, scope, wraps: wraps, into: &result) }
    return result
  }

  private mutating func descend(
    _ node: TemplateNode, _ scope: KindAnalysis.Scope, wraps: Bool, into result: inout [TemplateNode]
  ) {
    switch node {
    case .text, .output, .tag, .instruction: result.append(node)
    case .element(var element):
      let rule = vocabulary.rule(for: element)
      if rule.content == .paragraph, rule.kind == .block, isReplaced(element, scope) {
        result += descend(element.children.filter { !$0.isBlankText }, scope, wraps: false)
        return
      }
      switch rule.content {
      case .flow, .any: element.children = wrapList(element.children, scope)
      case .only(let kinds) where kinds.contains(.inline):
        element.children = wrapList(element.children, scope)
      case .paragraph, .inline, .only, .characters, .none:
        element.children = descend(element.children, scope, wraps: false)
      }
      result.append(.element(element))
    case .block(var block):
      var scope = scope
      var startsAfresh = false
      switch block.clauses[0].head {
      case .for(_, _, _, isRecursive: true): scope.loops.append(block.range.start)
      case .macro, .setBlock, .call: startsAfresh = true
      case .block(let name, _, _, _): scope.block = name
      default: break
      }
      // An inline statement is part of its run; in others each clause has runs of its own.
      let wraps = wraps && !(isInline(node, scope) && !isBlockPlace(node))
      for index in block.clauses.indices {
        let body = block.clauses[index].body
        if startsAfresh {
          block.clauses[index].body = wrapList(body, scope)
        } else {
          let inner = descend(body, scope, wraps: wraps)
          block.clauses[index].body = wraps ? grouped(inner, scope) : inner
        }
      }
      result.append(.block(block))
    }
  }

  private mutating func isReplaced(_ element: TemplateNode.Element, _ scope: KindAnalysis.Scope) -> Bool {
    analysis.kinds(of: element.children, in: scope) == [.block]
  }

  /// Puts each longest run of inline siblings into a paragraph.
  private mutating func grouped(_ nodes: [TemplateNode], _ scope: KindAnalysis.Scope) -> [TemplateNode] {
    var result: [TemplateNode] = []
    var run: [TemplateNode] = []
    func flush() {
      // What prints nothing stays outside at both ends.
      let first = run.firstIndex { !$0.isBlankText && !$0.isSilent } ?? run.endIndex
      let last = run.lastIndex { !$0.isBlankText && !$0.isSilent }.map { $0 + 1 } ?? first
      result += run[..<first]
      if first < last { result.append(paragraph(Array(run[first..<last]))) }
      result += run[last...]
      run = []
    }
    for node in nodes {
      if isInline(node, scope), !isBlockPlace(node) {
        run.append(node)
      } else {
        flush()
        result.append(node)
      }
    }
    flush()
    return result
  }

  private mutating func isInline(_ node: TemplateNode, _ scope: KindAnalysis.Scope) -> Bool {
    analysis.kinds(of: node, in: scope).isSubset(of: [.text, .inline])
  }

  private func isBlockPlace(_ node: TemplateNode) -> Bool {
    if case .block(let block) = node, case .block = block.clauses[0].head { true } else { false }
  }

  private func paragraph(_ nodes: [TemplateNode]) -> TemplateNode {
    let range = nodes.range
    return .element(
      .init(
        name: vocabulary.paragraphName, namespace: vocabulary.namespace, children: nodes, range: range,
        startTagRange: SourceRange(range.start, range.start)))
  }
}

extension TemplateNode {
  /// Text that is white space only.
  var isBlankText: Bool {
    if case .text(let text) = self { text.characters.isWhiteSpace } else { false }
  }

  /// A statement that never prints where it stands.
  var isSilent: Bool {
    switch self {
    case .tag(let tag):
      if case .include = tag.head { false } else { true }
    case .block(let block):
      switch block.clauses[0].head {
      case .macro, .setBlock: true
      case .raw: block.clauses[0].body.isEmpty
      default: false
      }
    case .element, .text, .output, .instruction: false
    }
  }

  /// Where it was written.
  var range: SourceRange {
    switch self {
    case .element(let element): element.range
    case .text(let text): text.range
    case .output(let output): output.range
    case .block(let block): block.range
    case .tag(let tag): tag.range
    case .instruction: SourceRange(0, 0)
    }
  }
}

extension [TemplateNode] {
  /// From the first to the last.
  var range: SourceRange {
    guard let first, let last else { return SourceRange(0, 0) }
    return first.range.through(last.range)
  }
}
