// From the lifted tree of a Word template to one without elements: what is fixed becomes text, runs are written
// round what stands in them, and what stands in a repeated region gets ids of its own (TEMPLATES §§4, 10–12).

internal import BatonDiagnostics
internal import BatonOffice
internal import BatonTemplate

/// Lowers a Word template to WordprocessingML.
struct AuthoredLowering {
  let template: StructuredTemplate
  var diagnostics: [Diagnostic] = []
  /// The loops and macros around, outermost first, by their places: what stands in one may be printed often.
  var regions: [SourceRange] = []
  /// In which region each bookmark begins and ends.
  let bookmarks: BookmarkRegions
  let lists: ListRestarts

  init(_ template: StructuredTemplate) {
    self.template = template
    bookmarks = BookmarkRegions(template.nodes)
    lists = ListRestarts(template.nodes)
  }

  static func lower(_ template: StructuredTemplate) -> Dialect.Lowered {
    var lowering = AuthoredLowering(template)
    var lowered = LoweredNodes()
    for node in template.nodes {
      guard case .element(let root) = node, let part = root.mark("part") else {
        lowered.append(lowering.flow([node]))
        continue
      }
      let content = lowering.element(root)
      if part == StreamName.document.rawValue {
        lowered.append(content)
      } else {
        lowered.append(.stream(StreamName(part), isNew: true, body: content.nodes))
      }
    }
    return Dialect.Lowered(nodes: lowered.nodes, diagnostics: lowering.diagnostics)
  }

  var isRepeated: Bool { !regions.isEmpty }

  // MARK: Lists of nodes

  /// Blocks, rows or cells: each element by itself.
  mutating func flow(_ nodes: [TemplateNode]) -> LoweredNodes {
    var lowered = LoweredNodes()
    for node in nodes {
      switch node {
      case .element(let element): lowered.append(self.element(element))
      case .text(let text): lowered.markup(text.characters.escapedForText, text.range)
      case .output, .tag: lowered.append(call(node, .flow))
      case .block(let block): lowered.append(statement(block) { $0.flow($1) })
      case .instruction: lowered.append(node)
      }
    }
    return lowered
  }

  /// A statement with its bodies lowered.
  mutating func statement(
    _ block: TemplateNode.Block, body lower: (inout AuthoredLowering, [TemplateNode]) -> LoweredNodes
  ) -> LoweredNodes {
    var lowered = LoweredNodes()
    if case .raw = block.clauses[0].head { return lower(&self, block.clauses[0].body) }
    var block = block
    let isRegion = block.isRepeating
    if isRegion { regions.append(block.range) }
    for index in block.clauses.indices {
      var body = LoweredNodes()
      if index == 0 { body.append(lists.restarts(at: block.range)) }
      body.append(lower(&self, block.clauses[index].body))
      block.clauses[index].body = body.nodes
    }
    if isRegion { regions.removeLast() }
    lowered.append(.block(block))
    return lowered
  }

  /// A tag or value that may print a piece of another template, with the register set to where it stands.
  func call(_ node: TemplateNode, _ level: PrintingLevel) -> LoweredNodes {
    var lowered = LoweredNodes()
    var node = node
    if case .output(var output) = node {
      output.place = .text
      node = .output(output)
    }
    let isFragment =
      switch node {
      case .output(let output): output.expression.mayPrintFragment
      case .tag(let tag): if case .include = tag.head { true } else { false }
      default: false
      }
    let bits = WordContext.page.setting(level).bits
    lowered.append(isFragment ? .instruction(.inContext(bits, body: [node])) : node)
    return lowered
  }

  // MARK: Elements

  mutating func element(_ element: TemplateNode.Element) -> LoweredNodes {
    guard element.namespace == Namespace.wordprocessingML else { return plain(element) }
    switch element.localName {
    case "p": return paragraph(element)
    case "r": return runs(of: element)
    case "tbl", "tr": return vanishing(element)
    case "tc", "hdr", "ftr", "txbxContent": return holdingParagraph(element)
    case "sdt": return control(element)
    case "bookmarkStart", "bookmarkEnd": return bookmark(element)
    case "footnoteReference", "endnoteReference": return note(element)
    default: return plain(element)
    }
  }

  /// An element as it was, its content lowered.
  mutating func plain(_ element: TemplateNode.Element) -> LoweredNodes {
    var lowered = startTag(of: element)
    let inside = flow(element.children)
    if inside.isEmpty, element.properties.isEmpty { return lowered.closedAtOnce(element) }
    lowered.markup(">", element.range)
    lowered.append(properties(of: element))
    lowered.append(inside)
    lowered.markup("</\(element.name)>", element.range)
    return lowered
  }

  /// `<w:p …>` with the properties, and `</w:p>`.
  mutating func ends(of element: TemplateNode.Element) -> (open: LoweredNodes, close: LoweredNodes) {
    var open = startTag(of: element)
    open.markup(">", element.range)
    open.append(properties(of: element))
    var close = LoweredNodes()
    close.markup("</\(element.name)>", element.range)
    return (open, close)
  }

  private mutating func properties(of element: TemplateNode.Element) -> LoweredNodes {
    var lowered = LoweredNodes()
    for property in element.properties { lowered.append(self.property(property, of: element)) }
    return lowered
  }

  private mutating func property(
    _ property: TemplateNode.Element, of element: TemplateNode.Element
  ) -> LoweredNodes {
    if property.isWord("pPr"), let numbered = lists.renumbered(property, in: regions) { return numbered }
    if isRepeated, property.isWord("sdtPr") {
      var anonymous = property
      anonymous.children.removeAll { if case .element(let child) = $0 { child.isWord("id") } else { false } }
      return plain(anonymous)
    }
    return plain(property)
  }

  /// A table or row that is not there where none of its rows or cells was printed.
  private mutating func vanishing(_ element: TemplateNode.Element) -> LoweredNodes {
    let (open, close) = ends(of: element)
    let inside = flow(element.children)
    var lowered = LoweredNodes()
    if element.children.contains(where: { prints($0) }) {
      lowered.append(open)
      lowered.append(inside)
      lowered.append(close)
    } else {
      lowered.append(.unlessEmpty(open: open.nodes, body: inside.nodes, close: close.nodes))
    }
    return lowered
  }

  /// Whether a row or cell is printed whatever the data.
  private func prints(_ node: TemplateNode) -> Bool {
    guard case .element(let element) = node else { return false }
    return element.isWord("tr") ? element.children.contains { prints($0) } : true
  }

  private mutating func control(_ element: TemplateNode.Element) -> LoweredNodes {
    var (open, _) = ends(of: element)
    open.markup("<w:sdtContent>", element.range)
    let isParagraph = element.contentKind == .inline
    let inside = isParagraph ? inline(element.children) : flow(element.children)
    var lowered = LoweredNodes()
    var close = LoweredNodes()
    close.markup("</w:sdtContent></\(element.name)>", element.range)
    if element.children.contains(where: \.isElement) {
      lowered.append(open)
      lowered.append(inside)
      lowered.append(close)
    } else {
      lowered.append(.unlessEmpty(open: open.nodes, body: inside.nodes, close: close.nodes))
    }
    return lowered
  }
}

extension LoweredNodes {
  /// A start tag made an empty element's.
  mutating func closedAtOnce(_ element: TemplateNode.Element) -> LoweredNodes {
    markup("/>", element.range)
    return self
  }
}

extension TemplateNode {
  var isElement: Bool { if case .element = self { true } else { false } }
}

extension TemplateNode.Block {
  /// Whether what stands in it may be printed more than once.
  var isRepeating: Bool {
    switch clauses[0].head {
    case .for, .macro, .call, .block, .setBlock: true
    default: false
    }
  }
}

extension TemplateNode.Block {
  /// Whether its body is printed where its name is used, not where it stands.
  var printsElsewhere: Bool {
    switch clauses[0].head {
    case .macro, .setBlock: true
    default: false
    }
  }
}

extension Expression {
  /// Whether its value may be a piece of a template: what such a piece prints depends on where it stands.
  var mayPrintFragment: Bool {
    switch kind {
    case .call, .name: true
    case .conditional(let then, _, let otherwise):
      then.mayPrintFragment || (otherwise?.mayPrintFragment ?? false)
    default: false
    }
  }
}
