// A table whose cells have been read; what could not be read is in the faults.

import BatonAssessment

/// The rows of a table, in its order, without the blank ones.
struct DecodedTable: Sendable {
  let schema: TableSchema
  let address: TableAddress
  let rows: [Row]

  var table: Table { schema.table }

  /// The whole table as a place: `表!`.
  var wholeTable: CellAddress { CellAddress(file: address.file, sheet: address.sheet, reference: "") }

  /// The first cell, where rows are missing that no cell can be blamed for: `A1`.
  var firstCell: CellAddress { CellAddress(file: address.file, sheet: address.sheet, reference: "A1") }

  /// The values of a column.
  func values<Value>(_ column: Column<Value>) -> [Value] { rows.compactMap { $0[column] } }
}
