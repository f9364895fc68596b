// Writes a table's rows as CSV: RFC 4180 quoting, LF line ends.

struct TableWriter {
  private let name: String
  private let columnCount: Int
  private var bytes: [UInt8] = []

  init(_ name: String, _ columns: [String]) {
    self.name = name
    columnCount = columns.count
    row(columns)
  }

  /// Appends a row; `nil` is an empty cell.
  mutating func row(_ cells: [String?]) {
    precondition(cells.count == columnCount, "\(name): \(cells.count) cells in \(columnCount) columns")
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      if let cell { append(cell) }
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  var table: SampleTable { SampleTable(name: name, csv: bytes) }

  private mutating func append(_ cell: String) {
    let quote = UInt8(ascii: "\"")
    guard cell.utf8.contains(where: { $0 == quote || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
      bytes.append(contentsOf: cell.utf8)
      return
    }
    bytes.append(quote)
    for byte in cell.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }
}
