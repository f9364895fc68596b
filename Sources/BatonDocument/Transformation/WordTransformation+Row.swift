// Rows and cells: what covers several rows is continued in each of them, since Word wants a cell for every column.

internal import BatonDiagnostics
internal import BatonOffice
internal import BatonTemplate

extension WordTransformation {
  /// Rows and row groups.
  mutating func rows(
    _ nodes: [TemplateNode], in grid: TableGrid, _ context: WordContext, isHeader: Bool = false
  ) -> LoweredNodes {
    var lowered = LoweredNodes()
    var coverage = Coverage()
    var hasRows = false
    for node in nodes {
      if !node.isElement("tr"), !coverage.cells.isEmpty, kinds.kind(of: node) != .nothing {
        refuseRowSpan(node.range)
        coverage = Coverage()
      }
      switch node {
      case .element(let element) where element.localName == "tr":
        if let cases = element.splitByClass {
          lowered.append(statement(cases, context) { $0.rows($1, in: grid, $2, isHeader: isHeader) })
        } else {
          lowered.append(row(element, in: grid, context, isHeader: isHeader, &coverage))
        }
        hasRows = true
      case .element(let element) where ["thead", "tbody", "tfoot"].contains(element.localName):
        let isHead = element.localName == "thead"
        if isHead && hasRows { report("wrong-kind", "表头「thead」要放在其他行的前面", element.startTagRange) }
        lowered.append(rows(element.children, in: grid, context, isHeader: isHead))
        hasRows = true
      case .element(let element):
        report("wrong-kind", "表格里只能放行「tr」，不能放「\(element.name)」", element.startTagRange)
      case .block(let block):
        lowered.append(statement(block, context) { $0.rows($1, in: grid, $2, isHeader: isHeader) })
        hasRows = hasRows || kinds.kind(of: node) != .nothing
      case .output, .tag: lowered.append(call(node, context))
      case .text(let text) where text.characters.contains(where: { !$0.isWhitespace }):
        report("wrong-kind", "表格里只能放行「tr」", text.range)
      case .text, .instruction: break
      }
    }
    if let range = nodes.range, !coverage.cells.isEmpty { refuseRowSpan(range) }
    return lowered
  }

  private mutating func refuseRowSpan(_ range: SourceRange) {
    report(
      "not-in-word", "「rowspan」跨到了由数据决定的行", range,
      help: "在循环里写成 {% if loop.first %}<td rowspan=\"{{ 行数 }}\">…</td>{% endif %}")
  }

  private mutating func row(
    _ element: TemplateNode.Element, in grid: TableGrid, _ context: WordContext, isHeader: Bool,
    _ coverage: inout Coverage
  ) -> LoweredNodes {
    reportClassFromData(element)
    for className in element.classNames { reportUnknownClass(className, element) }
    var cells = CellRow(grid: grid, coverage: coverage)
    let body = self.cells(element.children, &cells, context)
    var tail = LoweredNodes()
    cells.addCoveringCells(to: &tail, self, context)
    let missing = cells.isCounted ? grid.columnCount - cells.column : 0
    if missing < 0 && !grid.isUnknown {
      report("ragged-row", "这一行的列比表格多 \(-missing) 列", element.startTagRange)
    }
    coverage.advance(adding: cells.started)

    var open = LoweredNodes()
    let properties = [
      missing > 0 ? .value("w:gridAfter", "\(missing)") : nil, Markup("w:cantSplit"),
      isHeader ? Markup("w:tblHeader") : nil,
    ]
    open.markup("<w:tr>" + Markup("w:trPr", [:], properties.compactMap(\.self)).text, element.startTagRange)
    var close = tail
    close.markup("</w:tr>", element.range)
    var lowered = LoweredNodes()
    if element.children.isDynamic {
      lowered.append(.unlessEmpty(open: open.nodes, body: body.nodes, close: close.nodes))
    } else if !element.children.isEmpty {
      lowered.append(open)
      lowered.append(body)
      lowered.append(close)
    }
    return lowered
  }

  /// Cells of a row whose table is not in sight.
  mutating func cells(_ nodes: [TemplateNode], in grid: TableGrid, _ context: WordContext) -> LoweredNodes {
    var row = CellRow(grid: grid, coverage: Coverage())
    return cells(nodes, &row, context)
  }

  private mutating func cells(
    _ nodes: [TemplateNode], _ row: inout CellRow, _ context: WordContext
  ) -> LoweredNodes {
    var lowered = LoweredNodes()
    for node in nodes {
      switch node {
      case .element(let element) where ["td", "th"].contains(element.localName):
        row.addCoveringCells(to: &lowered, self, context)
        if let cases = element.splitByClass {
          lowered.append(branches(cases, &row, context))
        } else {
          lowered.append(cell(element, &row, context))
        }
      case .element(let element):
        report("wrong-kind", "行里只能放单元格「td」「th」，不能放「\(element.name)」", element.startTagRange)
      case .block(let block):
        row.addCoveringCells(to: &lowered, self, context)
        if let cell = block.mergedCell {
          lowered.append(mergedCell(cell, in: block, &row, context))
        } else {
          lowered.append(branches(block, &row, context))
        }
      case .output, .tag:
        if kinds.kind(of: node) != .nothing { row.isCounted = false }
        lowered.append(call(node, context))
      case .text(let text) where text.characters.contains(where: { !$0.isWhitespace }):
        report("wrong-kind", "行里只能放单元格「td」「th」", text.range)
      case .text, .instruction: break
      }
    }
    return lowered
  }

  /// A statement whose bodies all start at the same column.
  private mutating func branches(
    _ block: TemplateNode.Block, _ row: inout CellRow, _ context: WordContext
  ) -> LoweredNodes {
    let start = row
    var furthest = row
    let lowered = statement(block, context) { transformation, nodes, context in
      var branch = start
      let cells = transformation.cells(nodes, &branch, context)
      if branch.column > furthest.column { furthest.column = branch.column }
      furthest.isCounted = furthest.isCounted && branch.isCounted
      if branch.started.count > start.started.count, let range = nodes.range {
        transformation.refuseRowSpan(range)
      }
      return cells
    }
    row = furthest
    if !block.coversEveryCase { row.isCounted = false }
    return lowered
  }

  /// A cell that covers rows of a loop: where it isn't printed, it is continued.
  private mutating func mergedCell(
    _ element: TemplateNode.Element, in block: TemplateNode.Block, _ row: inout CellRow,
    _ context: WordContext
  ) -> LoweredNodes {
    let range = element.startTagRange
    let continuation = continuedCell(row, span: element.columnSpan, context, range)
    var block = block
    block.clauses[0].body = cell(element, &row, context).nodes
    block.clauses.append(
      TemplateNode.Block.Clause(head: .else, headRange: range, body: continuation.nodes))
    return LoweredNodes([.block(block)])
  }
}

extension TemplateNode.Block {
  /// The cell of `{% if loop.first %}<td rowspan="{{ n }}">…</td>{% endif %}`: printed in the first of the rows
  /// it covers.
  fileprivate var mergedCell: TemplateNode.Element? {
    guard clauses.count == 1, let clause = clauses.first, case .if = clause.head, clause.body.count == 1,
      case .element(let cell)? = clause.body.first, cell.hasRowSpanFromData
    else { return nil }
    return cell
  }
}
