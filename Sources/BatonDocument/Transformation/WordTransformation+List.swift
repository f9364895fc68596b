// Lists: each execution of `ol` and `ul` opens a numbering instance of its own (TEMPLATES §12).

internal import BatonDiagnostics
internal import BatonOffice
package import BatonTemplate

extension WordTransformation {
  /// A list; it vanishes when nothing was printed in it.
  mutating func list(_ element: TemplateNode.Element, _ context: WordContext) -> LoweredNodes {
    let kind = listKind(of: element)
    let start = startNumber(of: element)
    let open = byListDepth(context) { depth in
      self.newInstance(of: kind, depth: min(depth + 1, WordContext.deepestList), start: start, element.range)
    }
    let inner = context.inList
    let items = self.items(element.children, inner)
    var lowered = LoweredNodes()
    // The item before a nested list keeps its number; a list at the start of an item is preceded by it.
    if context[.numbered] != 0 { lowered.append(numberedParagraph(context, element.startTagRange)) }
    if element.children.isDynamic {
      lowered.append(.unlessEmpty(open: open.nodes, body: items.nodes, close: []))
    } else {
      lowered.append(open)
      lowered.append(items)
    }
    return lowered
  }

  /// The items of a list.
  mutating func items(_ nodes: [TemplateNode], _ context: WordContext) -> LoweredNodes {
    var lowered = LoweredNodes()
    for node in nodes {
      switch node {
      case .element(let element) where element.localName == "li":
        if let cases = element.splitByClass {
          lowered.append(statement(cases, context) { $0.items($1, $2) })
        } else {
          lowered.append(item(element, context))
        }
      case .element(let element):
        report("wrong-kind", "列表里只能放条目「li」，不能放「\(element.name)」", element.startTagRange)
      case .block(let block): lowered.append(statement(block, context) { $0.items($1, $2) })
      case .output, .tag: lowered.append(call(node, context))
      case .text(let text) where text.characters.contains(where: { !$0.isWhitespace }):
        report("wrong-kind", "列表里只能放条目「li」", text.range)
      case .text, .instruction: break
      }
    }
    return lowered
  }

  private mutating func item(_ element: TemplateNode.Element, _ context: WordContext) -> LoweredNodes {
    reportClassFromData(element)
    for className in element.classNames { reportUnknownClass(className, element) }
    let style = theme.paragraphStyle(for: "li").map(styles.number(of:)) ?? 0
    let inner = context.setting(.paragraphStyle, style).setting(.numbered, 1).setting(.flow)
    if element.children.isEmpty { return numberedParagraph(inner, element.range) }
    return bookmarked(element, flow(element.children, inner))
  }

  /// `w:num` in the numbering part (ECMA-376-1 §17.9.15).
  private func newInstance(
    of kind: ListKind, depth: Int, start: LoweredNodes, _ range: SourceRange
  ) -> LoweredNodes {
    var instance = LoweredNodes()
    instance.markup("<w:num w:numId=\"\(Self.prefix(of: depth))", range)
    instance.append(.nextNumber(Self.counter(of: depth)))
    instance.markup(
      "\">\(Markup.value("w:abstractNumId", "\(kind.abstractID)").text)<w:lvlOverride w:ilvl=\"\(depth - 1)\">"
        + "<w:startOverride w:val=\"", range)
    instance.append(start)
    instance.markup("\"/></w:lvlOverride></w:num>", range)
    var lowered = LoweredNodes()
    lowered.append(.stream(.numbering, isNew: false, body: instance.nodes))
    return lowered
  }

  /// `w:numPr` of an item's first paragraph, the indent of its others, nothing outside of lists.
  ///
  /// - Parameters:
  ///   - spacing: The line spacing, which comes behind the number and before the indent.
  ///   - context: Where the paragraph stands.
  /// - Returns: Properties in the order of the schema.
  func itemProperties(_ spacing: LoweredNodes, _ context: WordContext) -> LoweredNodes {
    if context[.listDepth] == 0 { return spacing }
    var numbered = byOpenList(context) { self.numbering(depth: $0) }
    numbered.append(spacing)
    var indented = spacing
    indented.append(byOpenList(context) { self.indent(depth: $0) })
    switch context[.numbered] {
    case 0?: return indented
    case 1?: return numbered
    default:
      var lowered = LoweredNodes()
      lowered.append(
        .byContext(
          mask: ContextField.numbered.mask,
          cases: [ContextCase(value: ContextField.numbered.bits(1), body: numbered.nodes)],
          otherwise: indented.nodes))
      return lowered
    }
  }

  private func byOpenList(_ context: WordContext, _ nodes: (Int) -> LoweredNodes) -> LoweredNodes {
    byListDepth(context) { $0 == 0 ? LoweredNodes() : nodes($0) }
  }

  private func numbering(depth: Int) -> LoweredNodes {
    let range = SourceRange(0, 0)
    var lowered = LoweredNodes()
    lowered.markup(
      "<w:numPr>\(Markup.value("w:ilvl", "\(depth - 1)").text)<w:numId w:val=\"\(Self.prefix(of: depth))",
      range)
    lowered.append(.lastNumber(Self.counter(of: depth), offset: 0))
    lowered.markup("\"/></w:numPr>", range)
    return lowered
  }

  private func indent(depth: Int) -> LoweredNodes {
    var lowered = LoweredNodes()
    lowered.markup(theme.itemIndent(level: depth - 1).text, SourceRange(0, 0))
    return lowered
  }

  /// A counter for each depth: after a nested list, the outer one's last number is still its own. The ids are
  /// told apart by the depth as their first digit.
  private static func counter(of depth: Int) -> CounterName { CounterName("list\(depth)") }

  private static func prefix(of depth: Int) -> String { "\(depth)" }

  private mutating func listKind(of element: TemplateNode.Element) -> ListKind {
    var kind: ListKind = element.localName == "ul" ? .unordered : .ordered
    for className in element.classNames {
      if className == "中文" && element.localName == "ol" {
        kind = .chinese
      } else {
        reportUnknownClass(className, element, others: element.localName == "ol" ? ["中文"] : [])
      }
    }
    return kind
  }

  /// The number a list starts at: what its `start` says, else 1.
  private mutating func startNumber(of element: TemplateNode.Element) -> LoweredNodes {
    var lowered = LoweredNodes()
    for node in element.value(of: "start") ?? [] {
      switch node {
      case .text(let text): lowered.markup(text.characters, text.range)
      case .output(var output):
        output.place = .count
        lowered.append(.output(output))
      default:
        report("bad-number", "「start」里只能写数或 {{ }}", element.startTagRange)
      }
    }
    if lowered.isEmpty { lowered.markup("1", element.startTagRange) }
    return lowered
  }
}

extension StreamName {
  /// The instances of lists, behind the abstract definitions of the theme.
  package static let numbering = StreamName("numbering")
}
