// Which tables are in sight as a whole, so that their grid need not be counted while they are printed.

internal import BatonTemplate

extension WordTransformation {
  /// The grid of a table by its rows, where every cell of every row is in sight and what covers several rows is
  /// continued in rows that are printed whatever the data.
  func fixedGrid(columns: [ColumnWidth]?, rows: [TemplateNode]) -> TableGrid? {
    guard rowsAreFixed(rows) else { return nil }
    if let columns { return TableGrid(widths: columns) }
    let widest = columnCounts(of: rows).max() ?? 0
    return widest == 0 ? nil : TableGrid(widths: Array(repeating: .share, count: widest))
  }

  private func rowsAreFixed(_ nodes: [TemplateNode], inStatement: Bool = false) -> Bool {
    let spans = nodes.contains { node in
      guard case .element(let row) = node, row.localName == "tr" else { return false }
      return row.children.contains { if case .element(let cell) = $0 { cell.rowSpan > 1 } else { false } }
    }
    return nodes.allSatisfy { node in
      switch node {
      case .element(let element) where element.localName == "tr":
        !(spans && (inStatement || element.splitByClass != nil)) && cellsAreFixed(element.children)
      case .element(let element): rowsAreFixed(element.children, inStatement: inStatement)
      case .block(let block):
        kinds.kind(of: node) == .nothing
          || !spans && block.printsInPlace
            && block.clauses.allSatisfy { rowsAreFixed($0.body, inStatement: true) }
      case .output, .tag: kinds.kind(of: node) == .nothing
      case .text, .instruction: true
      }
    }
  }

  private func cellsAreFixed(_ nodes: [TemplateNode]) -> Bool {
    nodes.allSatisfy { node in
      switch node {
      case .element(let cell): !cell.hasSpanFromData
      case .text, .instruction: true
      case .block, .output, .tag: kinds.kind(of: node) == .nothing
      }
    }
  }

  /// How many columns each row has, those that cells from above cover included.
  private func columnCounts(of nodes: [TemplateNode]) -> [Int] {
    var counts: [Int] = []
    var coverage = Coverage()
    for node in nodes {
      switch node {
      case .element(let element) where element.localName == "tr":
        var row = CellRow(grid: .counted, coverage: coverage)
        for case .element(let cell) in element.children {
          row.skipCoveringCells()
          row.add(cell)
        }
        row.skipCoveringCells()
        coverage.advance(adding: row.started)
        counts.append(row.column)
      case .element(let element):
        coverage = Coverage()
        counts += columnCounts(of: element.children)
      case .block(let block):
        for clause in block.clauses { counts += columnCounts(of: clause.body) }
      case .text, .output, .tag, .instruction: break
      }
    }
    return counts
  }
}

extension TemplateNode.Block {
  /// Whether the bodies are printed where the statement stands, not from elsewhere.
  fileprivate var printsInPlace: Bool {
    switch clauses.first?.head {
    case .if, .with, .autoescape, .for(_, in: _, where: _, isRecursive: false): true
    default: false
    }
  }
}
