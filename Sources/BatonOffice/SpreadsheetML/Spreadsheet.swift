// A workbook as somebody reads it: sheets of sparse rows, each cell with the value that Excel shows it from.

/// The sheets of a workbook, in the order of its tabs.
package struct Spreadsheet: Sendable {
  package var sheets: [Sheet]
  /// What cells are formatted with, by ``Cell/style``.
  package var formats: [NumberFormat]

  package struct Sheet: Sendable {
    package var name: String
    package var isHidden: Bool
    /// Rows that have cells, by number.
    package var rows: [Row]
    /// Columns that are hidden, counted from 0.
    package var hiddenColumns: [ClosedRange<Int>]
    package var merges: [CellRange]

    package init(
      name: String, isHidden: Bool = false, rows: [Row] = [], hiddenColumns: [ClosedRange<Int>] = [],
      merges: [CellRange] = []
    ) {
      self.name = name
      self.isHidden = isHidden
      self.rows = rows
      self.hiddenColumns = hiddenColumns
      self.merges = merges
    }
  }

  package struct Row: Sendable {
    /// Counted from 1.
    package var number: Int
    package var isHidden: Bool
    /// Cells that hold something, from left to right.
    package var cells: [Cell]

    package init(number: Int, isHidden: Bool = false, cells: [Cell]) {
      self.number = number
      self.isHidden = isHidden
      self.cells = cells
    }
  }

  package struct Cell: Sendable {
    /// Counted from 0.
    package var column: Int
    package var value: Value
    /// A position in ``Spreadsheet/formats``.
    package var style: Int

    package init(column: Int, value: Value, style: Int) {
      self.column = column
      self.value = value
      self.style = style
    }
  }

  package enum Value: Sendable, Hashable {
    case text(String)
    /// Plain decimal notation of at most 15 significant digits: a tenth is `0.1`, whatever binary made of it.
    case number(String)
    /// A number that its format shows as a date, a time of day, or both.
    case moment(Moment)
    case boolean(Bool)
    /// What a formula failed with: `#DIV/0!`.
    case error(String)
    /// A formula whose value was never computed.
    case uncomputed
    /// A picture that WPS keeps within a cell.
    case picture
  }

  package init(sheets: [Sheet], formats: [NumberFormat]) {
    self.sheets = sheets
    self.formats = formats
  }

  package func format(of cell: Cell) -> NumberFormat {
    formats.indices.contains(cell.style) ? formats[cell.style] : .general
  }

  package func kind(of cell: Cell) -> NumberFormat.Kind {
    formats.indices.contains(cell.style) ? formats[cell.style].kind : .number
  }
}
