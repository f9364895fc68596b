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
    guard let grid = grid(of: element, rows) else { return lowered }

    var open = self.captions(captions, context)
    open.markup("<w:tbl>", range)
    open.append(tableProperties(of: element, grid, context))
    open.append(gridMarkup(grid, context, range))
    let body = self.rows(rows, in: grid, context)
    var close = LoweredNodes()
    // Two tables in a row would become one, and a cell must end with a paragraph.
    close.markup("</w:tbl>" + hairlineParagraph, range)
    if hasStaticRow(rows) {
      lowered.append(open)
      lowered.append(body)
      lowered.append(close)
    } else {
      lowered.append(.unlessEmpty(open: open.nodes, body: body.nodes, close: close.nodes))
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

  // MARK: The grid

  private mutating func grid(of element: TemplateNode.Element, _ rows: [TemplateNode]) -> TableGrid? {
    if let columns = element.columnNodes {
      var wrong: [TemplateNode.Element] = []
      let grid = TableGrid(columns: columns) { wrong.append($0) }
      for column in wrong {
        report("bad-number", "列宽不对", column.startTagRange, help: "写成 width=\"20mm\" 或 width=\"15%\"")
      }
      if grid.columnCount > 0 { return grid }
    }
    var candidates: [(grid: TableGrid, isRepeated: Bool)] = []
    collectRows(rows, isRepeated: false) { row, isRepeated in
      candidates.append((TableGrid(cellsOf: row.children), isRepeated))
    }
    let widest = candidates.map(\.grid.columnCount).max() ?? 0
    let best = candidates.filter { $0.grid.columnCount == widest }
    // Conditions and loops of cells are repeated in the grid, so they must hold outside of the rows' loops.
    if let choice = best.first(where: { !$0.grid.isDynamic || !$0.isRepeated }) {
      return widest > 0 ? choice.grid : .unknown
    }
    if best.isEmpty { return .unknown }
    report(
      "columns-from-data", "这个表格有几列要看数据，Word 里没法预备列", element.startTagRange,
      help: "加一行固定的表头，或用 colgroup 写明各列")
    return nil
  }

  /// Visits each row with whether it stands in a loop.
  private func collectRows(
    _ nodes: [TemplateNode], isRepeated: Bool, _ visit: (TemplateNode.Element, Bool) -> Void
  ) {
    for node in nodes {
      switch node {
      case .element(let element) where element.localName == "tr": visit(element, isRepeated)
      case .element(let element): collectRows(element.children, isRepeated: isRepeated, visit)
      case .block(let block):
        for clause in block.clauses {
          if case .macro = clause.head { continue }
          let isLoop = if case .for = clause.head { true } else { false }
          collectRows(clause.body, isRepeated: isRepeated || isLoop, visit)
        }
      case .text, .output, .tag, .instruction: break
      }
    }
  }

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

  /// The width of a table that fills its place; within a cell it is nominal.
  func totalWidth(_ place: TableGrid.Place) -> Int {
    switch place {
    case .portrait: theme.page.textWidth
    case .landscape: theme.landscapePage.textWidth
    case .cell: theme.page.textWidth / 2
    }
  }

  private mutating func tableProperties(
    of element: TemplateNode.Element, _ grid: TableGrid, _ context: WordContext
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
      let width = grid.twips(total: self.totalWidth(place)).reduce(0, +)
      let fills = place == .cell || grid.isDynamic
      let properties = Markup(
        "w:tblPr", [:],
        [
          style.map { .value("w:tblStyle", $0.id) },
          fills
            ? Markup("w:tblW", ["w:w": "5000", "w:type": "pct"])
            : Markup("w:tblW", ["w:w": "\(width)", "w:type": "dxa"]),
          .value("w:jc", "center"),
          Markup("w:tblLayout", ["w:type": fills ? "autofit" : "fixed"]),
          Markup(
            "w:tblLook",
            [
              "w:val": "0420", "w:firstRow": "1", "w:lastRow": "0", "w:firstColumn": "0", "w:lastColumn": "0",
              "w:noHBand": "0", "w:noVBand": "1",
            ]),
        ].compactMap(\.self))
      var lowered = LoweredNodes()
      lowered.markup(properties.text, range)
      return lowered
    }
  }

  private func gridMarkup(_ grid: TableGrid, _ context: WordContext, _ range: SourceRange) -> LoweredNodes {
    byPlace(context) { place in
      let widths = grid.twips(total: self.totalWidth(place))
      var lowered = LoweredNodes()
      lowered.markup("<w:tblGrid>", range)
      lowered.append(self.gridColumns(grid.items, widths, range))
      lowered.markup("</w:tblGrid>", range)
      return lowered
    }
  }

  private func gridColumns(_ items: [TableGrid.Item], _ widths: [Int], _ range: SourceRange) -> LoweredNodes {
    var lowered = LoweredNodes()
    for item in items {
      switch item {
      case .column(let index):
        lowered.markup(Markup("w:gridCol", ["w:w": "\(widths[index])"]).text, range)
      case .statement(var block, let clauses):
        for index in clauses.indices {
          block.clauses[index].body = gridColumns(clauses[index], widths, range).nodes
        }
        lowered.append(.block(block))
      }
    }
    return lowered
  }
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
