// A table as rows of cells, before anybody asks what the cells mean.

import BatonOffice

/// The cells of a table: row 1 holds the headings.
struct RawTable: Sendable {
  let name: String
  /// What its cells' addresses begin with: the workbook, or the folder of CSV.
  let file: String
  /// Rows that have cells, by number.
  let rows: [RawRow]
  var hidden = Hidden()
  var merges: [CellRange] = []

  /// What nobody sees and is read all the same.
  struct Hidden: Sendable, Hashable {
    var sheet = false
    /// Counted from 1.
    var rows: [Int] = []
    /// Counted from 0.
    var columns: [Int] = []
  }

  init(name: String, file: String, rows: [RawRow]) {
    self.name = name
    self.file = file
    self.rows = rows
  }

  /// The headings by column.
  var headings: [RawCell] { rows.first?.number == 1 ? rows[0].cells : [] }
}

/// A row's cells, from left to right, without blank ones.
struct RawRow: Sendable {
  /// Counted from 1.
  let number: Int
  let cells: [RawCell]
}

struct RawCell: Sendable {
  /// Counted from 0.
  let column: Int
  let content: CellContent
}
