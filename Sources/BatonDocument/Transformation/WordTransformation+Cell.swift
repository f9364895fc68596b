// One cell: its width, what it covers, and a paragraph at least.

internal import BatonDiagnostics
internal import BatonOffice
internal import BatonTemplate

extension WordTransformation {
  mutating func cell(
    _ element: TemplateNode.Element, _ row: inout CellRow, _ context: WordContext
  ) -> LoweredNodes {
    let span = element.columnSpan
    if element.value(of: "colspan") != nil && element.literal("colspan") == nil {
      report("not-in-word", "「colspan」暂时只能写固定的数", element.startTagRange)
    }
    var merge: String?
    if element.hasRowSpanFromData {
      merge = "restart"
    } else if element.rowSpan > 1 {
      merge = "restart"
      row.started.append(Coverage.Cell(column: row.column, span: span, rowsLeft: element.rowSpan - 1))
    }
    var lowered = cellStart(row, span: span, merge: merge, context, element.startTagRange)
    lowered.append(cellContent(element, context))
    lowered.markup("</w:tc>", element.range)
    row.column += span
    return lowered
  }

  /// A cell of a row that one from above covers; its paragraph must not be higher than the row's.
  func continuedCell(
    _ row: CellRow, span: Int, _ context: WordContext, _ range: SourceRange
  ) -> LoweredNodes {
    let style = theme.paragraphStyle(for: "td").map { Markup.value("w:pStyle", $0.id) }
    let properties = [Markup.paragraphProperties([style])].compactMap(\.self)
    var lowered = cellStart(row, span: span, merge: "continue", context, range)
    lowered.markup(Markup("w:p", [:], properties).text + "</w:tc>", range)
    return lowered
  }

  /// `<w:tc>` and its properties (ECMA-376-1 §17.4.70).
  func cellStart(
    _ row: CellRow, span: Int, merge: String?, _ context: WordContext, _ range: SourceRange
  ) -> LoweredNodes {
    var lowered = LoweredNodes()
    lowered.markup("<w:tc><w:tcPr>", range)
    let end = row.column + span
    if end <= row.grid.columnCount {
      lowered.append(
        byPlace(context) { place in
          let total = self.totalWidth(place)
          let width = row.grid.twips(total: total)[row.column..<end].reduce(0, +)
          var text = LoweredNodes()
          text.markup(
            place == .cell || row.grid.isDynamic
              ? Markup("w:tcW", ["w:w": "\(width * 5000 / total)", "w:type": "pct"]).text
              : Markup("w:tcW", ["w:w": "\(width)", "w:type": "dxa"]).text, range)
          return text
        })
    } else {
      lowered.markup(Markup("w:tcW", ["w:w": "0", "w:type": "auto"]).text, range)
    }
    let rest = [
      span > 1 ? Markup.value("w:gridSpan", "\(span)") : nil, merge.map { .value("w:vMerge", $0) },
      .value("w:vAlign", "center"),
    ]
    lowered.markup(rest.compactMap { $0?.text }.joined() + "</w:tcPr>", range)
    return lowered
  }

  private mutating func cellContent(_ element: TemplateNode.Element, _ context: WordContext) -> LoweredNodes {
    let name = element.localName
    var style = theme.paragraphStyle(for: name)
    for className in element.classNames {
      if let found = theme.paragraphStyle(for: name, className) {
        style = found
      } else {
        reportUnknownClass(className, element)
      }
    }
    reportClassFromData(element)
    var inner = context.setting(.flow).setting(.numbered, 0).setting(.inCell, 1)
      .setting(.paragraphStyle, style.map(styles.number(of:)) ?? 0)
    for field in ContextField.runFields { inner = inner.setting(field, 0) }
    return container(element.children, inner, element.range)
  }

  /// The content of a container that holds at least a paragraph.
  mutating func container(
    _ nodes: [TemplateNode], _ context: WordContext, _ range: SourceRange
  ) -> LoweredNodes {
    var empty = paragraphStart(breaks: [], context, range)
    empty.markup("</w:p>", range)
    if nodes.isEmpty { return empty }
    let kind = kinds.kind(of: nodes)
    if kind.isInline {
      // One paragraph that stays when nothing was printed in it.
      var lowered = paragraphStart(breaks: [], context, range)
      lowered.append(runs(nodes, context))
      lowered.markup("</w:p>", range)
      return lowered
    }
    let content = flow(nodes, context)
    if nodes.contains(where: isStaticParagraph) { return content }
    var lowered = LoweredNodes()
    lowered.append(.orElse(body: content.nodes, fallback: empty.nodes))
    return lowered
  }

  /// Whether a node prints a paragraph whatever the data.
  private func isStaticParagraph(_ node: TemplateNode) -> Bool {
    guard case .element(let element) = node, element.isParagraph else { return false }
    return !element.children.isDynamic && paragraphCall(element) == nil && element.splitByClass == nil
  }
}
