// What a finished document says: its lines, and its tables cell by cell, whichever format it was read from.

/// The text of a finished file.
struct PrintedText: Sendable, Equatable {
  /// Paragraphs outside of cells, captions, and rows that span columns, in their order.
  var lines: [String] = []
  var tables: [Table] = []

  struct Table: Sendable, Equatable {
    /// The last row of the head; empty for a table without one.
    var headings: [String] = []
    /// Rows with a cell for each heading.
    var rows: [[String]] = []

    /// The cells below a heading.
    func column(_ heading: String) -> [String]? {
      headings.firstIndex(of: heading).map { index in rows.map { $0[index] } }
    }
  }
}

/// Gathers lines and tables while a file is read.
struct PrintedTextBuilder {
  private(set) var text = PrintedText()
  private var open: [OpenTable] = []
  private var paragraph: String?

  private struct OpenTable {
    var table = PrintedText.Table()
    var row: [String] = []
    var cell: [String]?
    var isHead = false
  }

  mutating func startTable() { open.append(OpenTable()) }

  mutating func endTable() {
    guard let table = open.popLast() else { return }
    text.tables.append(table.table)
  }

  mutating func startRow(isHead: Bool) {
    guard !open.isEmpty else { return }
    open[open.count - 1].row = []
    open[open.count - 1].isHead = isHead
  }

  mutating func markHead() { if !open.isEmpty { open[open.count - 1].isHead = true } }

  /// A row that doesn't match the head spans columns: it is a line of the table's own.
  mutating func endRow() {
    guard var table = open.popLast() else { return }
    if table.isHead {
      table.table.headings = table.row
    } else if table.row.count == table.table.headings.count {
      table.table.rows.append(table.row)
    } else {
      text.lines.append(table.row.joined(separator: "\t"))
    }
    open.append(table)
  }

  mutating func startCell() { if !open.isEmpty { open[open.count - 1].cell = [] } }

  mutating func endCell() {
    endParagraph()
    guard !open.isEmpty, let cell = open[open.count - 1].cell else { return }
    open[open.count - 1].row.append(cell.joined(separator: "\n"))
    open[open.count - 1].cell = nil
  }

  mutating func startParagraph() {
    endParagraph()
    paragraph = ""
  }

  mutating func add(_ characters: String) {
    if paragraph == nil, open.last?.cell != nil { paragraph = "" }
    paragraph?.append(characters)
  }

  mutating func endParagraph() {
    guard let line = paragraph else { return }
    paragraph = nil
    guard !line.isEmpty else { return }
    if open.last?.cell != nil {
      open[open.count - 1].cell?.append(line)
    } else {
      text.lines.append(line)
    }
  }
}
