// A record remembers its row; a row knows the cell of each of its headings.

/// Where a table is, and in which column each heading stands.
public struct TableAddress: Sendable, Hashable {
  public let file: String
  public let sheet: String
  /// Heading → column, counted from 0.
  public let columns: [String: Int]

  public init(file: String, sheet: String, columns: [String: Int]) {
    self.file = file
    self.sheet = sheet
    self.columns = columns
  }
}

/// A row of a table.
public struct RowAddress: Sendable, Hashable {
  public let table: TableAddress
  /// Counted from 1; row 1 holds the headings.
  public let number: Int

  public init(table: TableAddress, number: Int) {
    self.table = table
    self.number = number
  }

  /// The cell below a heading; the first cell of the row if the table lacks that column.
  public func cell(_ heading: String) -> CellAddress {
    let column = table.columns[heading] ?? 0
    return CellAddress(
      file: table.file, sheet: table.sheet, reference: "\(CellAddress.columnLetters(column))\(number)")
  }
}
