// After lifting, the tags of each statement are siblings: folding makes one block of them.

import BatonDiagnostics

/// Turns a lifted draft into a template tree.
struct Folding {
  private let draft: Draft
  private let source: Source
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether any tag was lifted out of an element.
  private let wasLifted: Bool

  init(_ draft: Draft, source: Source) {
    wasLifted = draft.nodes.contains { $0.lostTag }
    self.draft = draft
    self.source = source
  }

  mutating func fold() -> [TemplateNode] { fold(draft.nodes[Draft.root].children) }

  /// A statement that is being folded.
  private struct Frame {
    var statement: Int
    var clauses: [TemplateNode.Block.Clause]
    var range: SourceRange
    /// The list that the block will stand in, as far as it is known.
    var siblings: [TemplateNode]
  }

  private mutating func fold(_ children: [Int]) -> [TemplateNode] {
    if children.isEmpty { return [] }
    var frames: [Frame] = []
    var nodes: [TemplateNode] = []
    nodes.reserveCapacity(children.count)
    for child in children {
      switch draft.nodes[child].content {
      case .root: continue
      case .text(let text): nodes.append(.text(text))
      case .output(let output): nodes.append(.output(output))
      case .element(var element, let rule):
        if isEmptied(child, rule) { continue }
        element.children = fold(draft.nodes[child].children)
        nodes.append(.element(element))
      case .tag(let tag):
        fold(tag, &frames, &nodes)
      }
    }
    if let frame = frames.last { refuseCrossing(frame.range) }
    return nodes
  }

  private mutating func fold(_ tag: DraftTag, _ frames: inout [Frame], _ nodes: inout [TemplateNode]) {
    guard let head = tag.head else {
      // A comment is a block that prints nothing.
      let clause = TemplateNode.Block.Clause(head: .raw, headRange: tag.range, body: [])
      nodes.append(.block(.init(clauses: [clause], range: tag.range)))
      return
    }
    switch tag.role {
    case .single, .comment:
      nodes.append(.tag(.init(head, range: tag.range)))
    case .opener:
      frames.append(
        Frame(
          statement: tag.statement, clauses: [.init(head: head, headRange: tag.range, body: [])],
          range: tag.range,
          siblings: nodes))
      nodes = []
    case .clause, .end:
      guard var frame = frames.last, frame.statement == tag.statement else {
        refuseCrossing(tag.range)
        return
      }
      frame.clauses[frame.clauses.count - 1].body = nodes
      frames.removeLast()
      if tag.role == .clause {
        frame.clauses.append(.init(head: head, headRange: tag.range, body: []))
        frames.append(frame)
        nodes = []
      } else {
        nodes = frame.siblings
        nodes.append(.block(.init(clauses: frame.clauses, range: frame.range.through(tag.range))))
      }
    }
  }

  /// A paragraph, item or row that held only tags, all of which were lifted out of it.
  private func isEmptied(_ node: Int, _ rule: ElementRule) -> Bool {
    guard wasLifted, rule.whenEmpty != .stays, hasLostTag(node) else { return false }
    return holdsNothing(node)
  }

  private func hasLostTag(_ node: Int) -> Bool {
    draft.nodes[node].lostTag || draft.nodes[node].children.contains { hasLostTag($0) }
  }

  private func holdsNothing(_ node: Int) -> Bool {
    draft.nodes[node].children.allSatisfy { child in
      draft.isBlank(child)
        || (draft.rule(of: child).map { !$0.isVoid && $0.kind != .any } ?? false) && holdsNothing(child)
    }
  }

  private mutating func refuseCrossing(_ range: SourceRange) {
    diagnostics.append(
      Diagnostic(
        "block-cuts-section", .error, "标签与另一个标签交叉", at: .range(source, range),
        help: "把标签放在它所包括的整个元素之前和之后"))
  }
}
