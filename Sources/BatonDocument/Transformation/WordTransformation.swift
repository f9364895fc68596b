// XHTML → WordprocessingML, once, on the template tree (TEMPLATES §10): elements become markup, outputs stay
// where they were, and what only the data can decide becomes instructions.

package import BatonDiagnostics
internal import BatonOffice
package import BatonTemplate

/// The transformation of one template.
///
/// What it prints is the content of `w:body` (stream `document`), of headers and footers (a stream each time one
/// is printed) and the instances of lists (stream `numbering`); the parts round them are made when a rendering is
/// packaged.
package struct WordTransformation {
  let theme: Theme
  let styles: WordStyles
  let source: Source
  let kinds: KindInference
  package private(set) var diagnostics: [Diagnostic] = []
  /// Whether the paragraph that is being written has a stop for leader tabs.
  var hasLeaderStop = false

  init(_ source: Source, theme: Theme, kinds: KindInference) {
    self.theme = theme
    self.source = source
    styles = WordStyles(theme)
    self.kinds = kinds
  }

  /// Transforms a lifted XHTML template.
  ///
  /// - Parameters:
  ///   - nodes: The template, its kinds checked.
  ///   - source: What it was written in.
  ///   - theme: What its classes mean.
  ///   - fragmentKind: The kind of what the tag at a range prints, where other templates are known.
  /// - Returns: The lowered tree, and every fault and warning with its place.
  package static func transform(
    _ nodes: [TemplateNode], of source: Source, theme: Theme,
    fragmentKind: @escaping @Sendable (SourceRange) -> ContentKind? = { _ in nil }
  ) -> (nodes: [TemplateNode], diagnostics: [Diagnostic]) {
    let kinds = KindInference(nodes, fragmentKind: fragmentKind)
    var transformation = WordTransformation(source, theme: theme, kinds: kinds)
    transformation.reportAttributesOfPages(in: nodes)
    let lowered = transformation.fragment(nodes, outermostContext(of: transformation.kinds.kind(of: nodes)))
    return (lowered.nodes, transformation.diagnostics)
  }

  /// A template may be included anywhere; only items are ever included in lists.
  private static func outermostContext(of kind: ContentKind) -> WordContext {
    kind == .item ? .unknown : WordContext.unknown.setting(.listDepth, 0).setting(.numbered, 0)
  }

  mutating func report(_ id: String, _ message: String, _ range: SourceRange, help: String? = nil) {
    diagnostics.append(Diagnostic(id, .error, message, at: .range(source, range), help: help))
  }

  mutating func warn(_ id: String, _ message: String, _ range: SourceRange, help: String? = nil) {
    diagnostics.append(Diagnostic(id, .warning, message, at: .range(source, range), help: help))
  }

  /// What cannot be said in Word, or not yet.
  mutating func refuse(_ element: TemplateNode.Element, help: String? = nil) {
    report("not-in-word", "Word 文档里不能用「\(element.name)」", element.startTagRange, help: help)
  }
}

extension WordTransformation {
  /// Content that prints wherever the register says: the body of a macro, block, caller or template.
  mutating func fragment(_ nodes: [TemplateNode], _ context: WordContext) -> LoweredNodes {
    switch kinds.kind(of: nodes) {
    case .nothing, .unknown: return passedThrough(nodes, context)
    case .text: return adaptive(nodes, context, isText: true)
    case .inline: return adaptive(nodes, context, isText: false)
    case .item: return items(nodes, context)
    case .row, .rowGroup, .caption: return rows(nodes, in: .counted, context)
    case .cell: return cells(nodes, in: nil, context)
    case .column: return columns(nodes, context)
    case .pageBreak, .block: return flow(nodes, context)
    }
  }

  /// Tags that print nothing, and calls that print by the register as it is.
  private mutating func passedThrough(_ nodes: [TemplateNode], _ context: WordContext) -> LoweredNodes {
    var lowered = LoweredNodes()
    for node in nodes {
      switch node {
      case .block(let block):
        lowered.append(statement(block, context) { $0.fragment($1, $2) })
      case .output, .tag: lowered.append(call(node, context))
      case .text, .element, .instruction: break
      }
    }
    return lowered
  }

  /// A node that may print a fragment, with what is known here handed to it.
  func call(_ node: TemplateNode, _ context: WordContext) -> LoweredNodes {
    var lowered = LoweredNodes()
    var node = node
    if case .output(var output) = node {
      output.place = .flow
      node = .output(output)
    }
    if kinds.kind(of: node) == .nothing {
      lowered.append(node)
      return lowered
    }
    return handing(context, to: node)
  }

  /// A node with the register set to what is known here.
  private func handing(_ context: WordContext, to node: TemplateNode) -> LoweredNodes {
    var lowered = LoweredNodes()
    if context[.listDepth] == nil, context.addedLists > 0 {
      let deeper = ContextStep(
        mask: ContextField.listDepth.mask,
        step: ContextField.listDepth.bits(
          min(context.addedLists, WordContext.deepestList)),
        limit: ContextField.listDepth.bits(WordContext.deepestList))
      lowered.append(.raisingContext(deeper, body: handing(context.withoutAddedLists, to: node).nodes))
      return lowered
    }
    lowered.append(context.mask == 0 ? node : .instruction(.inContext(context.bits, body: [node])))
    return lowered
  }

  /// What depends on how many lists are open.
  func byListDepth(_ context: WordContext, _ nodes: (Int) -> LoweredNodes) -> LoweredNodes {
    if let depth = context[.listDepth] { return nodes(depth) }
    let cases = (0...WordContext.deepestList).map { depth in
      let open = min(depth + context.addedLists, WordContext.deepestList)
      return ContextCase(value: ContextField.listDepth.bits(depth), body: nodes(open).nodes)
    }
    var lowered = LoweredNodes()
    lowered.append(.byContext(mask: ContextField.listDepth.mask, cases: cases, otherwise: []))
    return lowered
  }

  /// A statement with its bodies transformed: in place where it prints in place, as fragments where its bodies
  /// are printed from elsewhere.
  mutating func statement(
    _ block: TemplateNode.Block, _ context: WordContext,
    body transform: (inout WordTransformation, [TemplateNode], WordContext) -> LoweredNodes
  ) -> LoweredNodes {
    var lowered = block
    lowered.clauses = []
    var isCalled = false
    for clause in block.clauses {
      var clause = clause
      switch clause.head {
      case .macro:
        clause.body = fragment(clause.body, .unknown).nodes
      case .block, .call, .for(_, in: _, where: _, isRecursive: true):
        isCalled = true
        clause.body = fragment(clause.body, .unknown).nodes
      case .setBlock, .filter:
        // What prints elements is made anew wherever it is printed.
        clause.body =
          [.nothing, .text].contains(kinds.kind(of: clause.body))
          ? text(clause.body, WordContext.unknown.setting(.text)).nodes
          : fragment(clause.body, .unknown).nodes
      case .raw:
        clause.body = text(clause.body, context).nodes
      default:
        clause.body = transform(&self, clause.body, context).nodes
      }
      lowered.clauses.append(clause)
    }
    return isCalled ? handing(context, to: .block(lowered)) : LoweredNodes([.block(lowered)])
  }
}

extension [TemplateNode] {
  /// From the first to the last node.
  var range: SourceRange? {
    guard let first, let last else { return nil }
    return first.range.through(last.range)
  }

  /// Whether every node is a statement or tag, so that nothing may be printed.
  var isDynamic: Bool {
    !isEmpty
      && allSatisfy { node in
        switch node {
        case .block, .tag, .instruction: true
        case .text, .output, .element: false
        }
      }
  }
}

extension TemplateNode {
  var isTag: Bool { if case .tag = self { true } else { false } }

  /// Where the node stands in its source.
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
