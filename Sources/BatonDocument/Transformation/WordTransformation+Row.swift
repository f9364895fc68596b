// Rows: what covers several of them is continued in each, since Word wants a cell for every column.

internal import BatonDiagnostics
internal import BatonOffice
internal import BatonTemplate

extension WordTransformation {
  /// Rows and row groups. Cells that reach down end with their group.
  mutating func rows(
    _ nodes: [TemplateNode], in grid: TableGrid, _ context: WordContext, isHeader: Bool = false
  ) -> LoweredNodes {
    var lowered = LoweredNodes()
    var coverage = Coverage()
    for node in nodes {
      switch node {
      case .element(let element) where element.localName == "tr":
        if let cases = element.splitByClass {
          lowered.append(statement(cases, context) { $0.rows($1, in: grid, $2, isHeader: isHeader) })
        } else {
          let row = row(element, in: grid, context, isHeader: isHeader, &coverage)
          lowered.append(bookmarked(element, row))
        }
      case .element(let element) where ["thead", "tbody", "tfoot"].contains(element.localName):
        let isHead = element.localName == "thead"
        coverage = Coverage()
        if grid.isCounted { lowered.append(.gridGroupEnd) }
        lowered.append(rows(element.children, in: grid, context, isHeader: isHead))
        if grid.isCounted { lowered.append(.gridGroupEnd) }
      case .element(let element):
        report("wrong-kind", "表格里只能放行「tr」，不能放「\(element.name)」", element.startTagRange)
      case .block(let block):
        lowered.append(statement(block, context) { $0.rows($1, in: grid, $2, isHeader: isHeader) })
      case .output, .tag: lowered.append(call(node, context))
      case .text(let text) where text.characters.contains(where: { !$0.isWhitespace }):
        report("wrong-kind", "表格里只能放行「tr」", text.range)
      case .text, .instruction: break
      }
    }
    return lowered
  }

  private mutating func row(
    _ element: TemplateNode.Element, in grid: TableGrid, _ context: WordContext, isHeader: Bool,
    _ coverage: inout Coverage
  ) -> LoweredNodes {
    if element.children.isEmpty { return LoweredNodes() }
    let style = rowStyle(of: element)
    let range = element.startTagRange
    if grid.isCounted {
      var open = LoweredNodes()
      open.markup("<w:tr><w:trPr>", range)
      open.append(.gridRowTail)
      open.markup(Self.rowProperties(isHeader: isHeader) + "</w:trPr>", range)
      let body = cells(element.children, in: style, context)
      var close = LoweredNodes()
      close.markup("</w:tr>", element.range)
      return LoweredNodes([
        .instruction(.gridRow(open: open.nodes, body: body.nodes, close: close.nodes))
      ])
    }
    var row = CellRow(grid: grid, coverage: coverage)
    let body = fixedCells(element.children, &row, in: style, context)
    let missing = grid.columnCount - row.column
    if missing < 0 {
      report("ragged-row", "这一行比表格多 \(-missing) 列", range, help: "检查「colgroup」和「colspan」")
    }
    coverage.advance(adding: row.started)
    var lowered = LoweredNodes()
    lowered.markup(
      "<w:tr><w:trPr>" + (missing > 0 ? Markup.value("w:gridAfter", "\(missing)").text : "")
        + Self.rowProperties(isHeader: isHeader) + "</w:trPr>", range)
    lowered.append(body)
    lowered.markup("</w:tr>", element.range)
    return lowered
  }

  /// A row stays on its page; a header row comes again on the next.
  private static func rowProperties(isHeader: Bool) -> String {
    Markup("w:cantSplit").text + (isHeader ? Markup("w:tblHeader").text : "")
  }

  /// Cells that are told to the grid register while they are printed.
  mutating func cells(
    _ nodes: [TemplateNode], in rowStyle: ParagraphStyle?, _ context: WordContext
  ) -> LoweredNodes {
    var lowered = LoweredNodes()
    for node in nodes {
      switch node {
      case .element(let element) where ["td", "th"].contains(element.localName):
        if let cases = element.splitByClass {
          lowered.append(statement(cases, context) { $0.cells($1, in: rowStyle, $2) })
        } else {
          lowered.append(countedCell(element, in: rowStyle, context))
        }
      case .block(let block):
        lowered.append(statement(block, context) { $0.cells($1, in: rowStyle, $2) })
      case .output, .tag:
        if rowStyle != nil, kinds.kind(of: node) != .nothing {
          report("not-in-word", "有样式的行里，单元格要直接写出来，不能由宏印", node.range, help: "把行也写进宏里，或去掉行的 class")
        }
        lowered.append(call(node, context))
      case .element, .text, .instruction: refuseUnlessBlank(node)
      }
    }
    return lowered
  }

  /// Cells that are all in sight.
  private mutating func fixedCells(
    _ nodes: [TemplateNode], _ row: inout CellRow, in rowStyle: ParagraphStyle?, _ context: WordContext
  ) -> LoweredNodes {
    var lowered = LoweredNodes()
    for node in nodes {
      guard case .element(let element) = node, ["td", "th"].contains(element.localName) else {
        if case .element = node { refuseUnlessBlank(node) } else { lowered.append(silent(node, context)) }
        continue
      }
      row.addCoveringCells(to: &lowered, self, context)
      if let cases = element.splitByClass {
        let place = row
        lowered.append(
          statement(cases, context) { transformation, nodes, context in
            var branch = place
            return transformation.fixedCells(nodes, &branch, in: rowStyle, context)
          })
      } else {
        lowered.append(fixedCell(element, row, in: rowStyle, context))
      }
      row.add(element)
    }
    row.addCoveringCells(to: &lowered, self, context)
    return lowered
  }

  /// What stands between cells and prints nothing.
  private mutating func silent(_ node: TemplateNode, _ context: WordContext) -> LoweredNodes {
    switch node {
    case .block(let block): return statement(block, context) { $0.cells($1, in: nil, $2) }
    case .output, .tag: return call(node, context)
    case .text, .element, .instruction:
      refuseUnlessBlank(node)
      return LoweredNodes()
    }
  }

  private mutating func refuseUnlessBlank(_ node: TemplateNode) {
    switch node {
    case .element(let element):
      report("wrong-kind", "行里只能放单元格「td」「th」，不能放「\(element.name)」", element.startTagRange)
    case .text(let text) where text.characters.contains(where: { !$0.isWhitespace }):
      report("wrong-kind", "行里只能放单元格「td」「th」", text.range)
    case .text, .output, .block, .tag, .instruction: break
    }
  }

  /// The style that a row's class gives to its cells.
  private mutating func rowStyle(of element: TemplateNode.Element) -> ParagraphStyle? {
    reportClassFromData(element)
    var style: ParagraphStyle?
    for className in element.classNames {
      if let found = theme.paragraphStyle(for: "tr", className) {
        style = found
      } else {
        reportUnknownClass(className, element)
      }
    }
    return style
  }
}
