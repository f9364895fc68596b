// Flow containers: paragraphs and tables as they come, loose inline content wrapped in paragraphs of the
// container's style.

internal import BatonDiagnostics
internal import BatonOffice
internal import BatonTemplate

extension WordTransformation {
  /// The content of a flow container.
  mutating func flow(_ nodes: [TemplateNode], _ outer: WordContext) -> LoweredNodes {
    var lowered = LoweredNodes()
    var context = outer.setting(.flow)
    var breaks: [TemplateNode] = []
    for segment in segments(of: nodes) {
      switch segment {
      case .silent(let node):
        lowered.append(passedThrough(node, context))
        continue
      case .pageBreak(let node):
        breaks.append(node)
        continue
      case .inline(let nodes):
        lowered.append(looseParagraph(nodes, breaks: breaks, context))
      case .block(let node):
        if takesBreak(node) {
          lowered.append(block(node, breaks: breaks, context))
        } else {
          lowered.append(breakParagraphs(breaks))
          lowered.append(block(node, breaks: [], context))
        }
      }
      breaks = []
      context = context.setting(.numbered, 0)
    }
    lowered.append(breakParagraphs(breaks))
    return lowered
  }

  private enum Segment {
    /// The longest run of inline siblings.
    case inline([TemplateNode])
    case block(TemplateNode)
    case pageBreak(TemplateNode)
    case silent(TemplateNode)
  }

  private func segments(of nodes: [TemplateNode]) -> [Segment] {
    var segments: [Segment] = []
    var inline: [TemplateNode] = []
    func isInline(_ index: Int) -> Bool {
      let kind = kinds.kind(of: nodes[index])
      if kind != .unknown { return kind.isInline }
      // A call alone prints paragraphs of its own; among characters it is one of them.
      let next = nodes[(index + 1)...].first { kinds.kind(of: $0) != .nothing }
      return !inline.isEmpty || next.map { kinds.kind(of: $0).isInline } ?? false
    }
    for (index, node) in nodes.enumerated() {
      if isInline(index) {
        inline.append(node)
        continue
      }
      let kind = kinds.kind(of: node)
      if kind == .nothing && !inline.isEmpty {
        inline.append(node)
        continue
      }
      if !inline.isEmpty { segments.append(.inline(inline)) }
      inline = []
      switch kind {
      case .nothing: segments.append(.silent(node))
      case .pageBreak: segments.append(.pageBreak(node))
      default: segments.append(.block(node))
      }
    }
    if !inline.isEmpty { segments.append(.inline(inline)) }
    return segments
  }

  /// A tag or statement that prints nothing.
  private mutating func passedThrough(_ node: TemplateNode, _ context: WordContext) -> LoweredNodes {
    switch node {
    case .block(let block): statement(block, context) { $0.fragment($1, $2) }
    case .tag, .output: call(node, context)
    case .element(let element): head(element)
    case .text, .instruction: LoweredNodes()
    }
  }

  /// One node of kind block, or a call.
  private mutating func block(
    _ node: TemplateNode, breaks: [TemplateNode], _ context: WordContext
  ) -> LoweredNodes {
    switch node {
    case .element(let element): return self.element(element, breaks: breaks, context)
    case .block(let block):
      var lowered = LoweredNodes()
      var context = context
      if context[.numbered] != 0, !block.coversEveryCase {
        lowered.append(numberedParagraph(context, block.range))
        context = context.setting(.numbered, 0)
      }
      lowered.append(statement(block, context) { $0.flow($1, $2) })
      return lowered
    case .output, .tag: return call(node, context)
    case .text, .instruction: return LoweredNodes()
    }
  }

  /// Whether a page break before a node can go into it.
  private func takesBreak(_ node: TemplateNode) -> Bool {
    guard case .element(let element) = node else { return false }
    return element.isParagraph && element.splitByClass == nil && paragraphCall(element) == nil
  }

  private mutating func element(
    _ element: TemplateNode.Element, breaks: [TemplateNode], _ context: WordContext
  ) -> LoweredNodes {
    if let cases = element.splitByClass { return block(.block(cases), breaks: breaks, context) }
    reportClassFromData(element)
    if element.isParagraph { return paragraph(element, breaks: breaks, context) }
    var lowered = LoweredNodes()
    if element.hasClass("new-page") { lowered.append(pageBreakParagraph(element.startTagRange)) }
    switch element.localName {
    case "table": lowered.append(bookmarked(element, table(element, context)))
    case "ul", "ol": lowered.append(bookmarked(element, list(element, context)))
    case "dl": lowered.append(bookmarked(element, definitions(element.children, context)))
    case "section" where element.hasClass("page"): lowered.append(section(element, context))
    case "html", "body": lowered.append(flow(element.children, context))
    case "nav" where element.hasClass("toc"): lowered.append(contents())
    case "div", "section", "nav":
      if let box = theme.box(ofClasses: element.classNames) {
        lowered.append(self.box(element, box, context))
      } else {
        reportClasses(of: element)
        lowered.append(bookmarked(element, flow(element.children, context)))
      }
    case "blockquote", "figure": lowered.append(bookmarked(element, styledFlow(element, context)))
    case "hr": lowered.append(ruleParagraph(element.range))
    case "header", "footer":
      report(
        "wrong-kind", "「\(element.name)」只能直接放在 section.page 里，而且在最前面", element.startTagRange)
    case "li", "dt", "dd": report("wrong-kind", "条目「\(element.name)」只能放在列表里", element.startTagRange)
    case "tr", "thead", "tbody", "tfoot", "td", "th", "caption", "col", "colgroup":
      report("wrong-kind", "「\(element.name)」只能放在表格里", element.startTagRange)
    default: refuse(element)
    }
    return lowered
  }

  /// A container whose plain paragraphs have its own style.
  mutating func styledFlow(_ element: TemplateNode.Element, _ context: WordContext) -> LoweredNodes {
    flow(element.children, paragraphContext(of: element, context))
  }

  /// The terms and explanations of a `dl`.
  private mutating func definitions(_ nodes: [TemplateNode], _ context: WordContext) -> LoweredNodes {
    var lowered = LoweredNodes()
    for node in nodes {
      switch node {
      case .element(let element) where ["dt", "dd"].contains(element.localName):
        if let cases = element.splitByClass {
          lowered.append(statement(cases, context) { $0.definitions($1, $2) })
        } else {
          let inner = paragraphContext(of: element, context)
          lowered.append(bookmarked(element, container(element.children, inner, element.range)))
        }
      case .element(let element):
        report("wrong-kind", "列表里只能放条目「dt」「dd」，不能放「\(element.name)」", element.startTagRange)
      case .block(let block): lowered.append(statement(block, context) { $0.definitions($1, $2) })
      case .output, .tag: lowered.append(call(node, context))
      case .text, .instruction: break
      }
    }
    return lowered
  }

  /// `hr`: a line across the text.
  private func ruleParagraph(_ range: SourceRange) -> LoweredNodes {
    let line = Markup(
      "w:bottom", ["w:val": "single", "w:sz": "4", "w:space": "1", "w:color": "auto"])
    let properties = Markup.paragraphProperties([Markup("w:pBdr", [:], [line])])
    var lowered = LoweredNodes()
    lowered.markup(Markup("w:p", [:], [properties].compactMap(\.self)).text, range)
    return lowered
  }

  /// Containers without a style of their own have no use for classes.
  private mutating func reportClasses(of element: TemplateNode.Element) {
    for className in element.classNames where className != "new-page" {
      reportUnknownClass(className, element)
    }
  }

  private mutating func head(_ element: TemplateNode.Element) -> LoweredNodes {
    if element.localName == "style" || element.children.contains(where: { $0.isElement("style") }) {
      warn("css-not-in-word", "Word 文档不用网页的样式表", element.startTagRange, help: "样式写在主题里")
    }
    var lowered = LoweredNodes()
    // Variables that are set in the head hold in the body.
    for child in element.children {
      if case .tag(let tag) = child { lowered.append(.tag(tag)) }
    }
    return lowered
  }
}

extension TemplateNode {
  func isElement(_ name: String) -> Bool {
    if case .element(let element) = self { element.localName == name } else { false }
  }
}

extension TemplateNode.Element {
  var isParagraph: Bool {
    ["p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "figcaption"].contains(localName)
  }
}

extension TemplateNode.Block {
  /// Whether exactly one of the bodies is printed.
  var coversEveryCase: Bool {
    guard case .if? = clauses.first?.head, case .else? = clauses.last?.head else { return false }
    return true
  }
}
