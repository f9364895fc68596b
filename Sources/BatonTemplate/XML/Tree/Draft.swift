// An XML template between parsing and lifting: a tree whose tags are still single nodes, wherever they were
// written. Nodes have numbers and know their parents, so that lifting can cut and move.

import BatonDiagnostics

/// A tree of numbered nodes; number 0 is the root.
struct Draft {
  struct Node {
    var content: Content
    var parent: Int
    var children: [Int] = []
    /// A tag that stood inside was lifted out.
    var lostTag = false
  }

  enum Content {
    case root
    /// Its children are the node's.
    case element(TemplateNode.Element, ElementRule)
    case text(TemplateNode.Text)
    case output(TemplateNode.Output)
    case tag(DraftTag)
  }

  static let root = 0
  var nodes = [Node(content: .root, parent: -1)]
  /// The tags in the order they were written.
  var tags: [Int] = []
  /// The tags of each statement, opener first, in the order the openers were written.
  var statements: [[Int]] = []

  mutating func append(_ content: Content, to parent: Int) -> Int {
    nodes.append(Node(content: content, parent: parent))
    let node = nodes.count - 1
    nodes[parent].children.append(node)
    return node
  }

  func rule(of node: Int) -> ElementRule? {
    if case .element(_, let rule) = nodes[node].content { rule } else { nil }
  }

  func element(_ node: Int) -> TemplateNode.Element? {
    if case .element(let element, _) = nodes[node].content { element } else { nil }
  }

  func tag(_ node: Int) -> DraftTag? {
    if case .tag(let tag) = nodes[node].content { tag } else { nil }
  }

  /// The ancestors of a node, from its parent up to the root.
  func ancestors(of node: Int) -> [Int] {
    var result: [Int] = []
    var current = nodes[node].parent
    while current >= 0 {
      result.append(current)
      current = nodes[current].parent
    }
    return result
  }

  /// Where a node stands among its siblings.
  func position(of node: Int) -> Int {
    let siblings = nodes[nodes[node].parent].children
    guard let position = siblings.firstIndex(of: node) else {
      preconditionFailure("a node is among its parent's children")
    }
    return position
  }

  /// White-space-only text, and what neither prints nor holds anything that does.
  func isBlank(_ node: Int) -> Bool {
    switch nodes[node].content {
    case .text(let text): text.characters.isWhiteSpace
    case .element(_, let rule):
      rule.kind == .nothing
        || rule.isNothingWhenEmpty && nodes[node].children.allSatisfy { isBlank($0) }
    case .root, .output, .tag: false
    }
  }

  /// Takes the white space from the end of an element's last text, as `{%-` does.
  mutating func trimEnd(of parent: Int) {
    guard let last = nodes[parent].children.last, case .text(var text) = nodes[last].content else { return }
    while let character = text.characters.last, character.isTemplateSpace { text.characters.removeLast() }
    if text.characters.isEmpty {
      nodes[parent].children.removeLast()
    } else {
      nodes[last].content = .text(text)
    }
  }

  /// Says of each tag which statement it belongs to.
  mutating func matchStatements(in source: Source) -> [Diagnostic] {
    var matching = StatementMatching(source: source)
    for node in tags {
      guard case .tag(var tag) = nodes[node].content else { continue }
      tag.statement = matching.statement(of: tag, at: node)
      nodes[node].content = .tag(tag)
    }
    matching.finish()
    statements = matching.statements
    return matching.diagnostics
  }

  mutating func move(_ node: Int, to position: Int, in parent: Int) {
    nodes[nodes[node].parent].children.remove(at: self.position(of: node))
    nodes[node].parent = parent
    nodes[parent].children.insert(node, at: position)
  }
}

/// A `{% … %}` or a comment in a draft.
struct DraftTag {
  enum Role: Hashable {
    case opener, clause, end
    /// A statement without a body.
    case single
    /// `{# … #}`: prints nothing.
    case comment
  }

  /// `nil` for a comment.
  var head: TagHead?
  var range: SourceRange
  var role: Role
  /// Which statement an opener, clause or end belongs to.
  var statement = -1
}

extension String {
  /// Only white space of a template: space, tab, line breaks.
  var isWhiteSpace: Bool { utf8.allSatisfy { $0 == 32 || $0 == 9 || $0 == 10 || $0 == 13 } }
}

extension Character {
  /// White space that `{%-` takes.
  var isTemplateSpace: Bool {
    self == " " || self == "\t" || self == "\n" || self == "\r" || self == "\r\n"
  }
}
