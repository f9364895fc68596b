// Tables of a Word template on the page: header rows, spans; cells that continue one above count as part of it where
// the rows are known, and are empty where data decide.

internal import BatonDiagnostics
internal import BatonOffice
internal import BatonTemplate

extension PageTransformation {
  mutating func table(_ element: TemplateNode.Element) -> TemplateNode {
    let rows = element.children
    let headCount = rows.prefix { node in
      if case .element(let row) = node { row.isHeaderRow } else { false }
    }.count
    var children: [TemplateNode] = []
    if headCount > 0 {
      children.append(.xhtml("thead", self.rows(Array(rows[..<headCount]), isHead: true)))
    }
    children.append(.xhtml("tbody", self.rows(Array(rows[headCount...]), isHead: false)))
    return .xhtml("table", children, element.range)
  }

  private mutating func rows(_ nodes: [TemplateNode], isHead: Bool) -> [TemplateNode] {
    nodes.enumerated().flatMap { index, node -> [TemplateNode] in
      switch node {
      case .element(let element):
        guard element.isWord("tr") else { return rows(element.children, isHead: isHead) }
        return [
          .xhtml(
            "tr",
            cells(element.children, RowPlace(rows: nodes, index: index), column: 0, isHead: isHead),
            element.range)
        ]
      case .block(let block): return [statement(block) { $0.rows($1, isHead: isHead) }]
      case .text, .output, .tag: return [node]
      case .instruction: return []
      }
    }
  }

  private mutating func cells(
    _ nodes: [TemplateNode], _ place: RowPlace?, column: Int, isHead: Bool
  ) -> [TemplateNode] {
    var column = column
    var result: [TemplateNode] = []
    for node in nodes {
      switch node {
      case .element(let element):
        guard element.isWord("tc") else {
          result += cells(element.children, place, column: column, isHead: isHead)
          continue
        }
        if let cell = cell(element, place, column: column, isHead: isHead) { result.append(cell) }
        column += element.span
      case .block(let block):
        result.append(statement(block) { $0.cells($1, nil, column: 0, isHead: isHead) })
      case .text, .output, .tag: result.append(node)
      case .instruction: continue
      }
    }
    return result
  }

  private mutating func cell(
    _ element: TemplateNode.Element, _ place: RowPlace?, column: Int, isHead: Bool
  ) -> TemplateNode? {
    var rowSpan = 1
    switch element.merge {
    case .none: break
    case .starts: rowSpan = place?.rowSpan(at: column) ?? 1
    case .continues:
      // Where the cell above is known it covers this one.
      if place?.isCovered(at: column) ?? false { return nil }
      list("由数据决定行数的合并单元格", element.range)
    }
    var cell = TemplateNode.Element(
      name: isHead ? "th" : "td", namespace: Vocabulary.xhtmlNamespace, children: flow(element.children),
      range: element.range, startTagRange: element.range)
    if element.span > 1 { cell.state("colspan", "\(min(element.span, 63))") }
    if rowSpan > 1 { cell.state("rowspan", "\(min(rowSpan, 63))") }
    return .element(cell)
  }
}

/// A row among those beside it.
private struct RowPlace {
  let rows: [TemplateNode]
  let index: Int

  /// How many rows a merged cell covers, as far as no statement stands between them.
  func rowSpan(at column: Int) -> Int {
    var span = 1
    while index + span < rows.count, rows[index + span].cell(at: column)?.merge == .continues { span += 1 }
    return span
  }

  func isCovered(at column: Int) -> Bool {
    var above = index - 1
    while above >= 0, let cell = rows[above].cell(at: column) {
      if cell.merge == .starts { return true }
      if cell.merge == .none { return false }
      above -= 1
    }
    return false
  }
}

extension TemplateNode {
  /// The cell that begins at a column of a row without statements between its cells.
  fileprivate func cell(at column: Int) -> Element? {
    guard case .element(let row) = self, row.isWord("tr") else { return nil }
    var position = 0
    for node in row.children {
      guard case .element(let cell) = node, cell.isWord("tc") else { return nil }
      if position == column { return cell }
      position += cell.span
    }
    return nil
  }
}

/// `w:vMerge` of a cell.
private enum Merge { case none, starts, continues }

extension TemplateNode.Element {
  fileprivate var isHeaderRow: Bool {
    guard isWord("tr"), let header = properties("trPr")?.child("tblHeader") else { return false }
    return !["0", "false", "off"].contains(header.value("w:val") ?? "1")
  }

  fileprivate var merge: Merge {
    guard let merge = properties("tcPr")?.child("vMerge") else { return .none }
    return merge.value("w:val") == "restart" ? .starts : .continues
  }

  /// How many columns of the grid a cell takes.
  fileprivate var span: Int {
    max(1, properties("tcPr")?.child("gridSpan")?.value("w:val").flatMap { Int($0) } ?? 1)
  }
}
