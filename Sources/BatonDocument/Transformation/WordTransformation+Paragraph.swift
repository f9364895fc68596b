// Paragraphs: their style, their place in a list, the page break before them, and when they vanish.

internal import BatonDiagnostics
internal import BatonOffice
internal import BatonTemplate

extension WordTransformation {
  /// A paragraph or heading.
  mutating func paragraph(
    _ element: TemplateNode.Element, breaks: [TemplateNode], _ context: WordContext
  ) -> LoweredNodes {
    let styled = paragraphContext(of: element, context)
    // A paragraph that holds nothing but a call is what the call prints, in the paragraph's style.
    if let node = paragraphCall(element) { return bookmarked(element, call(node, styled.setting(.flow))) }
    var breaks = breaks
    if element.hasClass("new-page") { breaks.append(.element(.pageBreak(element.startTagRange))) }
    let bookmark = bookmark(of: element)
    return counted(
      paragraph(
        element.children, breaks: breaks, bookmark, headingLevel: element.headingLevel, styled, element.range,
        measures(of: element)),
      hasBookmark: bookmark != nil)
  }

  /// Inline content that stands loose in a flow container.
  mutating func looseParagraph(
    _ nodes: [TemplateNode], breaks: [TemplateNode], _ context: WordContext
  ) -> LoweredNodes {
    paragraph(nodes, breaks: breaks, nil, context, nodes.range ?? SourceRange(0, 0))
  }

  private mutating func paragraph(
    _ nodes: [TemplateNode], breaks: [TemplateNode], _ bookmark: Bookmark?, headingLevel: Int? = nil,
    _ context: WordContext, _ range: SourceRange, _ measures: ParagraphMeasures = ParagraphMeasures()
  ) -> LoweredNodes {
    let picturing = picturing(nodes)
    let outerHasLeaderStop = hasLeaderStop
    hasLeaderStop = nodes.holdLeader
    defer { hasLeaderStop = outerHasLeaderStop }
    var open = paragraphStart(breaks: breaks, picturing: picturing, context, range, measures)
    if let bookmark { open.append(bookmark.start) }
    var close = LoweredNodes()
    var body: LoweredNodes
    if headingLevel == nil && nodes.isDynamic && kinds.kind(of: nodes) == .text {
      // The run vanishes with the paragraph.
      open.append(runStart(context, range))
      body = text(nodes, context)
      close.markup(textEnd + "</w:r>", range)
    } else {
      // Markup that stands alone replaces the paragraph; a page break or bookmark would go with it.
      body =
        breaks.isEmpty && bookmark == nil
        ? runs(nodes.aloneInParagraph(context), context) : runs(nodes, context)
    }
    if let headingLevel {
      let listed = listed(body, level: headingLevel, range)
      open.append(listed.start)
      body = listed.content
      close.append(listed.end)
    }
    if let bookmark { close.append(bookmark.end) }
    close.markup("</w:p>", range)
    var lowered = LoweredNodes()
    if nodes.isDynamic {
      lowered.append(.unlessEmpty(open: open.nodes, body: body.nodes, close: close.nodes))
    } else {
      lowered.append(open)
      lowered.append(body)
      lowered.append(close)
    }
    return lowered.knowingPictures(picturing)
  }

  /// An empty paragraph that only carries an item's number, where it is to be carried.
  mutating func numberedParagraph(_ context: WordContext, _ range: SourceRange) -> LoweredNodes {
    var paragraph = paragraphStart(breaks: [], context.setting(.numbered, 1), range)
    paragraph.markup("</w:p>", range)
    if context[.numbered] == 1 { return paragraph }
    var lowered = LoweredNodes()
    let numbered = ContextCase(value: ContextField.numbered.bits(1), body: paragraph.nodes)
    lowered.append(.byContext(mask: ContextField.numbered.mask, cases: [numbered], otherwise: []))
    return lowered
  }

  /// `<w:p>`, its properties, and page breaks in its first run.
  func paragraphStart(
    breaks: [TemplateNode], picturing: Picturing = .none, _ context: WordContext, _ range: SourceRange,
    _ measures: ParagraphMeasures = ParagraphMeasures()
  ) -> LoweredNodes {
    var lowered = LoweredNodes()
    lowered.markup("<w:p><w:pPr>", range)
    if let size = measures.size {
      lowered.append(styleReference(size, context, range))
    } else {
      let numbers =
        context[.paragraphStyle] == nil ? styles.containers : Array(styles.paragraphs.indices)
      lowered.append(
        chosen(.paragraphStyle, numbers, context) { number in
          Markup.value("w:pStyle", styles.paragraphs[number].id).text
        })
    }
    var spacing = hasLeaderStop ? leaderStop(context) : LoweredNodes()
    switch picturing {
    case .none: break
    case .some: spacing.markup(Markup.singleSpacing.map(\.text).joined(), range)
    case .perhaps: spacing.append(.pictureGap)
    }
    if let indent = measures.rightIndent {
      lowered.append(spacing)
      lowered.append(self.indent(indent, context, range))
    } else {
      lowered.append(itemProperties(spacing, context))
    }
    lowered.markup("</w:pPr>", range)
    lowered.append(broken(breaks) { #"<w:r><w:br w:type="page"/></w:r>"# })
    return lowered
  }

  /// Page breaks as paragraphs of their own, too low to be seen on the next page.
  func breakParagraphs(_ breaks: [TemplateNode]) -> LoweredNodes {
    broken(breaks) { pageBreakParagraph }
  }

  func pageBreakParagraph(_ range: SourceRange) -> LoweredNodes {
    var lowered = LoweredNodes()
    lowered.markup(pageBreakParagraph, range)
    return lowered
  }

  private var pageBreakParagraph: String {
    Markup(
      "w:p", [:],
      [
        Markup.hairlineProperties, Markup("w:r", [:], [Markup("w:br", ["w:type": "page"])]),
      ].compactMap(\.self)
    ).text
  }

  /// Break nodes with each break printed as markup, conditions kept.
  private func broken(_ nodes: [TemplateNode], _ markup: () -> String) -> LoweredNodes {
    var lowered = LoweredNodes()
    for node in nodes {
      switch node {
      case .element(let element): lowered.markup(markup(), element.range)
      case .block(var block):
        for index in block.clauses.indices {
          block.clauses[index].body = broken(block.clauses[index].body, markup).nodes
        }
        lowered.append(.block(block))
      case .tag: lowered.append(node)
      case .text, .output, .instruction: break
      }
    }
    return lowered
  }

  /// The call that is all a paragraph holds.
  func paragraphCall(_ element: TemplateNode.Element) -> TemplateNode? {
    guard element.children.count == 1, let child = element.children.first else { return nil }
    switch kinds.kind(of: child) {
    case .unknown, .block: break
    default: return nil
    }
    switch child {
    case .output: return child
    case .block(let block):
      if case .call? = block.clauses.first?.head { return child }
      return nil
    case .tag, .text, .element, .instruction: return nil
    }
  }

  /// The context with the style that an element's name and class ask for.
  mutating func paragraphContext(
    of element: TemplateNode.Element, _ context: WordContext
  ) -> WordContext {
    let name = element.localName
    // A plain paragraph has the container's style.
    var style = name == "p" ? nil : theme.paragraphStyle(for: name)
    if name != "p" && style == nil {
      warn(
        "class-without-style", "主题里没有用于「\(name)」的样式", element.startTagRange,
        help: "在主题的「段落样式」里给「\(name)」定一个样式")
    }
    for className in element.classNames where className != "new-page" {
      if let found = theme.paragraphStyle(for: name, className) {
        style = found
      } else {
        reportUnknownClass(className, element)
      }
    }
    return style.map { context.setting(.paragraphStyle, styles.number(of: $0)) } ?? context
  }
}

extension LoweredNodes {
  /// A paragraph's nodes, told of pictures that calls in it print.
  func knowingPictures(_ picturing: WordTransformation.Picturing) -> LoweredNodes {
    if case .perhaps = picturing {
      return LoweredNodes([.instruction(.picturing(body: nodes))])
    }
    return self
  }
}

extension TemplateNode.Element {
  /// 1 for `h1`.
  fileprivate var headingLevel: Int? {
    let name = localName
    return name.count == 2 && name.first == "h" ? Int(name.dropFirst()) : nil
  }

  /// `<hr class="page"/>`
  static func pageBreak(_ range: SourceRange) -> TemplateNode.Element {
    TemplateNode.Element(name: "hr", namespace: "", range: range, startTagRange: range)
  }
}

extension Markup {
  /// A paragraph that takes no visible height: 14 twips is the least that Word's dialogue accepts, and fits below
  /// 22 lines.
  static var hairlineProperties: Markup? {
    paragraphProperties([
      toggle("w:snapToGrid", false),
      Markup("w:spacing", ["w:before": "0", "w:after": "0", "w:line": "14", "w:lineRule": "exact"]),
      runProperties([value("w:sz", "2"), value("w:szCs", "2")]),
    ])
  }
}
