// A table as the workbook's description declares it.

import BatonAssessment

/// The columns and the key of a table.
struct TableSchema: Sendable {
  let table: Table
  /// The columns whose combination no two rows share; the first names the row's object.
  let key: [ColumnSpec]
  let columns: [ColumnSpec]
  /// The codes of ``columns``, all different.
  let codes: [UInt64]
  /// Heading → position in ``columns``.
  let positions: [String: Int]

  init(_ table: Table, key: [ColumnSpec], columns: [ColumnSpec]) {
    self.table = table
    self.key = key
    self.columns = columns
    codes = columns.map(\.code)
    precondition(Set(codes).count == codes.count, "two headings with one code")
    positions = Dictionary(columns.enumerated().map { ($1.heading, $0) }) { first, _ in first }
  }
}
