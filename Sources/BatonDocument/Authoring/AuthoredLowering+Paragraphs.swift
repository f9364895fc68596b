// Paragraphs and runs: a run is written round each stretch of characters and of elements that stand in runs; pieces
// of other templates bring their own.

internal import BatonDiagnostics
internal import BatonOffice
internal import BatonTemplate

extension AuthoredLowering {
  /// A paragraph; one that held only statements is not there where they printed nothing.
  mutating func paragraph(_ element: TemplateNode.Element) -> LoweredNodes {
    let (open, close) = ends(of: element)
    let inside = inline(element.children)
    var lowered = LoweredNodes()
    let vanishes =
      Vocabulary.wordprocessingML.rule(for: element).whenEmpty == .vanishesIfOnlyTags
      && !element.children.isEmpty && element.children.allSatisfy(\.isOnlyStatements)
    if vanishes {
      lowered.append(.unlessEmpty(open: open.nodes, body: inside.nodes, close: close.nodes))
    } else {
      lowered.append(open)
      lowered.append(inside)
      lowered.append(close)
    }
    return lowered
  }

  /// What stands in a paragraph, a hyperlink or a control of one.
  mutating func inline(_ nodes: [TemplateNode]) -> LoweredNodes {
    var lowered = LoweredNodes()
    for node in nodes {
      switch node {
      case .element(let element) where element.isWord("hyperlink"): lowered.append(hyperlink(element))
      case .element(let element)
      where element.isWord("fldSimple") || element.isWord("bdo") || element.isWord("dir"):
        let (open, close) = ends(of: element)
        lowered.append(open)
        lowered.append(inline(element.children))
        lowered.append(close)
      case .element(let element): lowered.append(self.element(element))
      case .block(let block): lowered.append(statement(block) { $0.inline($1) })
      case .text, .output: lowered.append(runs([node], in: nil))
      case .tag: lowered.append(call(node, .paragraph))
      case .instruction: lowered.append(node)
      }
    }
    return lowered
  }

  // MARK: Runs

  mutating func runs(of element: TemplateNode.Element) -> LoweredNodes { runs(element.children, in: element) }

  /// The content of a run as one run or several.
  private mutating func runs(_ nodes: [TemplateNode], in run: TemplateNode.Element?) -> LoweredNodes {
    var lowered = LoweredNodes()
    var stretch: [TemplateNode] = []
    func isSilent(_ node: TemplateNode) -> Bool {
      if case .tag = node { kind(of: node) == .text } else { false }
    }
    // A run of statements alone is written inside of them: what prints nothing is then seen to be empty.
    let isOnlyStatements = nodes.allSatisfy { node in
      guard case .block(let block) = node else { return isSilent(node) }
      if case .call = block.clauses[0].head { return false }
      return true
    }
    for node in nodes {
      if case .block(let block) = node, block.printsElsewhere {
        lowered.append(self.run(stretch, in: run))
        stretch = []
        lowered.append(statement(block) { $1.allSatisfy(\.isCharacters) ? $0.text($1) : $0.inline($1) })
        continue
      }
      if staysInRun(node), !isOnlyStatements {
        stretch.append(node)
        continue
      }
      lowered.append(self.run(stretch, in: run))
      stretch = []
      if case .block(let block) = node {
        lowered.append(statement(block) { $0.runs($1, in: run) })
      } else {
        lowered.append(call(node, .paragraph))
      }
    }
    lowered.append(self.run(stretch, in: run))
    return lowered
  }

  /// Whether a node is part of a run, not of the paragraph around it.
  private func staysInRun(_ node: TemplateNode) -> Bool {
    switch node {
    case .text, .element, .instruction: true
    case .output, .tag: kind(of: node) == .text
    case .block(let block): block.clauses.allSatisfy { $0.body.allSatisfy { staysInRun($0) } }
    }
  }

  private func kind(of node: TemplateNode) -> Kind {
    switch node {
    case .output(let output): template.kind(ofFragmentAt: output.range)
    case .tag(let tag): template.kind(ofFragmentAt: tag.range)
    default: .any
    }
  }

  private mutating func run(_ nodes: [TemplateNode], in run: TemplateNode.Element?) -> LoweredNodes {
    var lowered = LoweredNodes()
    guard let first = nodes.first else { return lowered }
    let element =
      run
      ?? TemplateNode.Element(
        name: "w:r", namespace: Namespace.wordprocessingML, range: first.sourceRange,
        startTagRange: SourceRange(0, 0))
    let (open, close) = ends(of: element)
    lowered.append(open)
    lowered.append(content(ofRun: nodes))
    lowered.append(close)
    return lowered
  }

  /// Stretches of characters in `w:t`, elements between them.
  private mutating func content(ofRun nodes: [TemplateNode]) -> LoweredNodes {
    var lowered = LoweredNodes()
    var stretch: [TemplateNode] = []
    for node in nodes {
      if node.isCharacters {
        stretch.append(node)
        continue
      }
      lowered.append(characters(stretch))
      stretch = []
      switch node {
      case .element(let element): lowered.append(inRun(element))
      case .block(let block): lowered.append(statement(block) { $0.content(ofRun: $1) })
      case .text, .output, .tag, .instruction: lowered.append(node)
      }
    }
    lowered.append(characters(stretch))
    return lowered
  }

  private mutating func inRun(_ element: TemplateNode.Element) -> LoweredNodes {
    guard element.isWord("instrText") else { return self.element(element) }
    var lowered = LoweredNodes()
    var open = startTag(of: element)
    open.markup(" xml:space=\"preserve\">", element.range)
    lowered.append(open)
    lowered.append(fieldCode(element.children))
    lowered.markup("</\(element.name)>", element.range)
    return lowered
  }

  private mutating func fieldCode(_ nodes: [TemplateNode]) -> LoweredNodes {
    var lowered = LoweredNodes()
    for node in nodes {
      switch node {
      case .text(let text): lowered.append(bookmarks.code(text, in: regions))
      case .output(var output):
        output.place = .preservedText
        lowered.append(.output(output))
      case .block(let block): lowered.append(statement(block) { $0.fieldCode($1) })
      case .tag, .element, .instruction: lowered.append(node)
      }
    }
    return lowered
  }

  private mutating func characters(_ nodes: [TemplateNode]) -> LoweredNodes {
    var lowered = LoweredNodes()
    guard !nodes.isEmpty else { return lowered }
    let range = nodes[0].sourceRange
    let start = nodes.needsSpacePreserved ? textStart : "<w:t>"
    lowered.markup(start, range)
    lowered.append(text(nodes))
    lowered.markup(textEnd, range)
    return lowered
  }

  private mutating func text(_ nodes: [TemplateNode]) -> LoweredNodes {
    var lowered = LoweredNodes()
    for node in nodes {
      switch node {
      case .text(let text): lowered.markup(text.characters.escapedForText, text.range)
      case .block(let block): lowered.append(statement(block) { $0.text($1) })
      case .output, .tag: lowered.append(call(node, .text))
      case .element, .instruction: lowered.append(node)
      }
    }
    return lowered
  }
}

extension TemplateNode {
  /// Characters, values, and statements about nothing else.
  fileprivate var isCharacters: Bool {
    switch self {
    case .text, .output, .tag: true
    case .block(let block): block.clauses.allSatisfy { $0.body.allSatisfy(\.isCharacters) }
    case .element, .instruction: false
    }
  }

  /// Whether a node of a paragraph holds nothing but statements and what they enclose.
  fileprivate var isOnlyStatements: Bool {
    switch self {
    case .block, .tag: true
    case .text(let text): text.characters.utf8.allSatisfy { $0 == 32 || $0 == 9 }
    case .element(let element):
      element.isWord("r")
        ? element.children.allSatisfy(\.isOnlyStatements)
        : element.isWord("bookmarkStart") || element.isWord("bookmarkEnd")
    case .output, .instruction: false
    }
  }
}

extension [TemplateNode] {
  /// Whether spaces at the ends of the characters may matter: values are not known.
  fileprivate var needsSpacePreserved: Bool {
    guard count == 1, case .text(let text) = self[0] else { return true }
    return text.characters.first == " " || text.characters.last == " " || text.characters.contains("\t")
      || text.characters.contains("\n")
  }
}
