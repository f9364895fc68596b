// Tables: caption before, grid, header rows that repeat, rows that stay whole.

internal import BatonDiagnostics
internal import BatonOffice
internal import BatonTemplate

extension WordTransformation {
  /// A table with its caption; both vanish when no row was printed.
  mutating func table(_ element: TemplateNode.Element, _ context: WordContext) -> LoweredNodes {
    var lowered = LoweredNodes()
    if context[.numbered] != 0 { lowered.append(numberedParagraph(context, element.startTagRange)) }
    let context = context.setting(.numbered, 0)
    let range = element.range
    let captions = element.children.filter { kinds.kind(of: $0) == .caption }
    let rows = element.children.filter {
      ![.caption, .column].contains(kinds.kind(of: $0)) && !$0.isElement("colgroup")
    }
    let declared = element.columnNodes
    let widths = declared.flatMap { fixedColumns($0) }
    let grid = declared != nil && widths == nil ? nil : fixedGrid(columns: widths, rows: rows)

    var open = self.captions(captions, context)
    open.markup("<w:tbl>", range)
    open.append(tableProperties(of: element, grid, hasColumns: declared != nil, context))
    open.markup("<w:tblGrid>", range)
    if let grid {
      open.append(gridColumns(grid, context, range))
    } else {
      open.append(.gridColumns)
    }
    open.markup("</w:tblGrid>", range)
    let body = self.rows(rows, in: grid ?? .counted, context)
    var close = LoweredNodes()
    // Two tables in a row would become one, and a cell must end with a paragraph.
    close.markup("</w:tbl>" + hairlineParagraph, range)
    var table = LoweredNodes()
    if grid != nil && hasStaticRow(rows) {
      table.append(open)
      table.append(body)
      table.append(close)
    } else {
      table.append(.unlessEmpty(open: open.nodes, body: body.nodes, close: close.nodes))
    }
    if grid != nil {
      lowered.append(table)
    } else {
      var counted = declared.map { columns($0, context) } ?? LoweredNodes()
      counted.append(table)
      lowered.append(.grid(context.bits, body: counted.nodes))
    }
    return lowered
  }

  private var hairlineParagraph: String {
    Markup("w:p", [:], [Markup.hairlineProperties].compactMap(\.self)).text
  }

  private mutating func captions(_ nodes: [TemplateNode], _ context: WordContext) -> LoweredNodes {
    let style = theme.paragraphStyle(for: "caption").map(styles.number(of:)) ?? 0
    let context = context.setting(.paragraphStyle, style)
    var lowered = LoweredNodes()
    for node in nodes {
      switch node {
      case .element(let element): lowered.append(flow(element.children, context))
      case .block(let block): lowered.append(statement(block, context) { $0.captions($1, $2) })
      case .text, .output, .tag, .instruction: break
      }
    }
    return lowered
  }

  /// Whether a row is printed whatever the data.
  private func hasStaticRow(_ nodes: [TemplateNode]) -> Bool {
    nodes.contains { node in
      guard case .element(let element) = node else { return false }
      if element.localName == "tr" {
        return element.children.contains { $0.isElement("td") || $0.isElement("th") }
      }
      return hasStaticRow(element.children)
    }
  }

  // MARK: Places

  /// Markup by where the table stands.
  func byPlace(_ context: WordContext, _ nodes: (TableGrid.Place) -> LoweredNodes) -> LoweredNodes {
    func byOrientation() -> LoweredNodes {
      if let landscape = context[.landscape] { return nodes(landscape == 1 ? .landscape : .portrait) }
      var lowered = LoweredNodes()
      lowered.append(
        .byContext(
          mask: ContextField.landscape.mask,
          cases: [ContextCase(value: ContextField.landscape.bits(1), body: nodes(.landscape).nodes)],
          otherwise: nodes(.portrait).nodes))
      return lowered
    }
    switch context[.inCell] {
    case 1?: return nodes(.cell)
    case 0?: return byOrientation()
    default:
      var lowered = LoweredNodes()
      lowered.append(
        .byContext(
          mask: ContextField.inCell.mask,
          cases: [ContextCase(value: ContextField.inCell.bits(1), body: nodes(.cell).nodes)],
          otherwise: byOrientation().nodes))
      return lowered
    }
  }

  func totalWidth(_ place: TableGrid.Place) -> Int { theme.totalWidth(place) }

  // MARK: Properties

  private mutating func tableProperties(
    of element: TemplateNode.Element, _ grid: TableGrid?, hasColumns: Bool, _ context: WordContext
  ) -> LoweredNodes {
    var style = theme.tableStyle(for: "table")
    for className in element.classNames where className != "new-page" {
      if let found = theme.tableStyle(for: "table", className) {
        style = found
      } else {
        reportUnknownClass(className, element)
      }
    }
    let range = element.startTagRange
    return byPlace(context) { place in
      var lowered = LoweredNodes()
      lowered.markup(
        Markup(
          "w:tblPr", [:],
          [
            style.map { .value("w:tblStyle", $0.id) }, self.tableWidth(grid, hasColumns: hasColumns, place),
            .value("w:jc", "center"),
            Markup("w:tblLayout", ["w:type": place == .cell ? "autofit" : "fixed"]),
            Markup(
              "w:tblLook",
              [
                "w:val": "0420", "w:firstRow": "1", "w:lastRow": "0", "w:firstColumn": "0",
                "w:lastColumn": "0", "w:noHBand": "0", "w:noVBand": "1",
              ]),
          ].compactMap(\.self)
        ).text, range)
      return lowered
    }
  }

  /// What a table in a cell fills is not known; a counted one with columns is as wide as they turn out.
  private func tableWidth(_ grid: TableGrid?, hasColumns: Bool, _ place: TableGrid.Place) -> Markup {
    if place == .cell { return Markup("w:tblW", ["w:w": "5000", "w:type": "pct"]) }
    if grid == nil && hasColumns { return Markup("w:tblW", ["w:w": "0", "w:type": "auto"]) }
    let total = totalWidth(place)
    let width = grid.map { $0.twips(total: total).reduce(0, +) } ?? total
    return Markup("w:tblW", ["w:w": "\(width)", "w:type": "dxa"])
  }

  private func gridColumns(_ grid: TableGrid, _ context: WordContext, _ range: SourceRange) -> LoweredNodes {
    byPlace(context) { place in
      var lowered = LoweredNodes()
      lowered.markup(grid.twips(total: self.totalWidth(place)).gridColumns, range)
      return lowered
    }
  }
}

extension Theme {
  /// The width of a table that fills its place; within a cell it is nominal.
  func totalWidth(_ place: TableGrid.Place) -> Int {
    switch place {
    case .portrait: page.textWidth
    case .landscape: landscapePage.textWidth
    case .cell: page.textWidth / 2
    }
  }
}

extension [Int] {
  /// The columns of `w:tblGrid` by their widths in twips.
  var gridColumns: String { map { Markup("w:gridCol", ["w:w": "\($0)"]).text }.joined() }
}

extension TemplateNode.Element {
  /// The columns that a table declares, or `nil` where it declares none.
  fileprivate var columnNodes: [TemplateNode]? {
    let declared = children.flatMap { node -> [TemplateNode] in
      guard case .element(let element) = node else { return [] }
      return element.localName == "colgroup" ? element.children : element.localName == "col" ? [node] : []
    }
    return declared.isEmpty ? nil : declared
  }
}
