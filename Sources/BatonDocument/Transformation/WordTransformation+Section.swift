// Page sections: their paper, their headers and footers, and the paragraph that ends them.

internal import BatonDiagnostics
internal import BatonOffice
internal import BatonTemplate

extension WordTransformation {
  /// `section.page`: what it holds, then the paragraph that carries its properties. The last one printed is taken
  /// off and gives the body its properties when the rendering is packaged.
  mutating func section(_ element: TemplateNode.Element, _ outer: WordContext) -> LoweredNodes {
    for className in element.classNames where !["page", "横排", "信函", "new-page"].contains(className) {
      warn(
        "class-without-style", "页面「section.page」没有「\(className)」这一种", element.startTagRange)
    }
    let isLandscape = element.hasClass("横排")
    let context = WordContext.page.setting(.landscape, isLandscape ? 1 : 0)
    var lowered = LoweredNodes()
    var references = SectionProperties.References()
    var content = element.children
    while let (margin, rest) = content.leadingMargin {
      if let tags = margin.tagsBefore { lowered.append(LoweredNodes(tags)) }
      lowered.append(part(margin.element, context, &references))
      content = rest
    }
    lowered.append(bookmarked(element, flow(content, context)))
    lowered.append(
      SectionProperties(
        page: isLandscape ? theme.landscapePage : theme.page, isLandscape: isLandscape, theme: theme
      )
      .breakParagraph(references, element.range))
    return lowered
  }

  /// A header or footer as a part of its own, one each time the section is printed.
  private mutating func part(
    _ element: TemplateNode.Element, _ context: WordContext, _ references: inout SectionProperties.References
  ) -> LoweredNodes {
    let isHeader = element.localName == "header"
    var variant = SectionProperties.Variant.default
    for className in element.classNames {
      switch className {
      case "first": variant = .first
      case "even": variant = .even
      default: reportUnknownClass(className, element, others: ["first", "even"])
      }
    }
    let style = theme.paragraphStyle(for: element.localName).map(styles.number(of:)) ?? 0
    let stream = isHeader ? variant.headerStream : variant.footerStream
    let content = container(element.children, context.setting(.paragraphStyle, style), element.range)
    if isHeader { references.headers.insert(variant) } else { references.footers.insert(variant) }
    var lowered = LoweredNodes()
    lowered.append(.stream(stream, isNew: true, body: content.nodes))
    return lowered
  }
}

extension [TemplateNode] {
  /// The header or footer that comes first, tags before it, and what comes after.
  fileprivate var leadingMargin:
    (
      (margin: (element: TemplateNode.Element, tagsBefore: [TemplateNode]?), rest: [TemplateNode])
    )?
  {
    var tags: [TemplateNode] = []
    for (index, node) in enumerated() {
      switch node {
      case .tag(let tag):
        if case .include = tag.head { return nil }
        tags.append(node)
      case .element(let element) where ["header", "footer"].contains(element.localName):
        return ((element, tags.isEmpty ? nil : tags), Array(self[(index + 1)...]))
      default: return nil
      }
    }
    return nil
  }
}
