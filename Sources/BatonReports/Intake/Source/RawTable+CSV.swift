// Tables as CSV (RFC 4180, comma separated): any line end, quotes doubled within quotes.

extension RawTable {
  /// Why a file is not a table.
  enum Problem: Error, Hashable {
    case encoding
    /// A quote that is never closed, or is followed by more text; the cell that it opens.
    case quotation(row: Int, column: Int)
  }

  init(_ file: TableFile, in source: String) throws(Problem) {
    guard let text = TextDecoding.decode(file.csv), !text.utf8.contains(0) else { throw .encoding }
    var parser = CSVParser(text)
    self.init(name: file.name, file: source, rows: try parser.rows())
  }
}

/// Splits one text into rows of cells.
private struct CSVParser {
  private let bytes: [UInt8]
  private var index = 0
  private var row = 1
  private var column = 0

  private static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func rows() throws(RawTable.Problem) -> [RawRow] {
    var rows: [RawRow] = []
    while index < bytes.count {
      let cells = try cells()
      if !cells.isEmpty { rows.append(RawRow(number: row, cells: cells)) }
      row += 1
    }
    return rows
  }

  /// The cells of a row; afterwards ``index`` is behind its line end.
  private mutating func cells() throws(RawTable.Problem) -> [RawCell] {
    var cells: [RawCell] = []
    column = 0
    while true {
      let isQuoted = index < bytes.count && bytes[index] == Self.quote
      let content = CellContent.text(isQuoted ? try quoted() : plain())
      if !content.isBlank { cells.append(RawCell(column: column, content: content)) }
      guard index < bytes.count, bytes[index] == Self.comma else { break }
      index += 1
      column += 1
    }
    if index < bytes.count, bytes[index] == Self.carriageReturn { index += 1 }
    if index < bytes.count, bytes[index] == Self.lineFeed { index += 1 }
    return cells
  }

  private mutating func plain() -> String {
    let start = index
    while index < bytes.count, !isEnd(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func quoted() throws(RawTable.Problem) -> String {
    var content: [UInt8] = []
    index += 1
    while let next = bytes[index...].firstIndex(of: Self.quote) {
      content += bytes[index..<next]
      index = next + 1
      guard index < bytes.count, bytes[index] == Self.quote else {
        guard index == bytes.count || isEnd(bytes[index]) else { break }
        return String(decoding: content, as: UTF8.self)
      }
      content.append(Self.quote)
      index += 1
    }
    throw .quotation(row: row, column: column)
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == Self.comma || byte == Self.lineFeed || byte == Self.carriageReturn
  }
}
