// Cells that a row needs because of what another cell of it says.

extension Row {
  /// Reports those of some columns that are blank.
  func missing(_ columns: [ColumnSpec], because reason: String) -> [IntakeFault] {
    columns.filter { self[$0] == .absent && !$0.isRequired }.map { column in
      fault(
        .missingValue, at: column, found: "「\(column.heading)」是空的",
        expected: "「\(reason)」须有「\(column.heading)」",
        fix: "填写「\(column.heading)」")
    }
  }
}
