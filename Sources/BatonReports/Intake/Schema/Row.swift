// A decoded row: cells by column, and where they stand.

import BatonAssessment

/// A row of a decoded table.
struct Row: Sendable {
  let address: RowAddress
  /// By the schema's columns.
  let cells: [CellValue]
  private let codes: [UInt64]

  init(address: RowAddress, cells: [CellValue], schema: TableSchema) {
    self.address = address
    self.cells = cells
    codes = schema.codes
  }

  /// The value of a cell; `nil` if it is absent or unreadable.
  subscript<Value>(column: Column<Value>) -> Value? { column.value(of: self[column.spec]) }

  subscript(column: ColumnSpec) -> CellValue {
    codes.firstIndex(of: column.code).map { cells[$0] } ?? .absent
  }

  func cell<Value>(_ column: Column<Value>) -> CellAddress { address.cell(column.heading) }

  /// Whether a cell has been reported already, so that no rule need say more about it.
  func isBroken<Value>(_ column: Column<Value>) -> Bool {
    switch self[column.spec] {
    case .unreadable: true
    case .absent: column.spec.isRequired
    default: false
    }
  }
}
