// How a dialect writes the pieces of a table that only the printing of its rows decides.

/// The markup of a table's grid.
package struct GridMarkup: Sendable {
  /// Whether a cell begins or continues what covers several rows.
  package enum Merge: Sendable { case starts, continues }

  /// What is known of a table once its columns have been counted.
  package struct Table: Sendable {
    /// In the unit of the dialect.
    package let widths: [Int]
    /// The dialect's context where the table stands.
    package let context: UInt32
  }

  /// How wide columns are, by what they want to be and by where the table stands.
  package var widths: @Sendable ([ColumnWidth], _ context: UInt32) -> [Int]
  /// What stands where the columns were to stand.
  package var columns: @Sendable (Table) -> String
  /// What comes first in a cell, up to its width.
  package var cellStart: String
  /// The width of a cell that covers some columns.
  package var cellWidth: @Sendable (Table, Range<Int>) -> String
  /// How many columns a cell covers, and whether it is one of several.
  package var cellShape: @Sendable (_ columns: Int, Merge?) -> String
  /// The rest of a cell that continues one from above.
  package var continuationEnd: String
  /// What a row says of columns that it leaves empty.
  package var emptyTail: @Sendable (Int) -> String
  /// The most columns that a table may have.
  package var maximumColumns: Int

  package init(
    widths: @escaping @Sendable ([ColumnWidth], _ context: UInt32) -> [Int],
    columns: @escaping @Sendable (Table) -> String, cellStart: String,
    cellWidth: @escaping @Sendable (Table, Range<Int>) -> String,
    cellShape: @escaping @Sendable (_ columns: Int, Merge?) -> String, continuationEnd: String,
    emptyTail: @escaping @Sendable (Int) -> String, maximumColumns: Int
  ) {
    self.widths = widths
    self.columns = columns
    self.cellStart = cellStart
    self.cellWidth = cellWidth
    self.cellShape = cellShape
    self.continuationEnd = continuationEnd
    self.emptyTail = emptyTail
    self.maximumColumns = maximumColumns
  }
}
