// Cells that a row needs because of what another cell of it says.

import BatonAssessment

extension Row {
  /// Reports those of some columns that are blank; a column that the table hasn't at all is missing itself.
  ///
  /// It blocks what depends on the row's table, or only what the columns bear on if that is said.
  func missing(
    _ columns: [ColumnSpec], because reason: String, blocking documents: [DocumentName]? = nil
  ) -> [IntakeFault] {
    columns.filter { self[$0] == .absent && !$0.isRequired }.map { column in
      guard address.table.columns[column.heading] != nil else {
        return missingColumn(column, blocking: documents)
      }
      return fault(
        .missingValue, at: column, found: "「\(column.heading)」是空的",
        expected: "「\(reason)」须有「\(column.heading)」", fix: "填写「\(column.heading)」", blocking: documents)
    }
  }

  /// The same for every row that lacks it, so that it is said once.
  private func missingColumn(_ column: ColumnSpec, blocking documents: [DocumentName]?) -> IntakeFault {
    IntakeFault(
      .missingColumn, at: address.table.headings, found: "缺「\(column.heading)」列",
      expected: "表里有的行须有它", fix: "补上「\(column.heading)」列",
      blocks: documents ?? DocumentName.depending(onAny: table.map { [$0] } ?? []))
  }
}

extension TableAddress {
  /// The row of headings, where columns are missing: `表!1`.
  var headings: CellAddress { CellAddress(file: file, sheet: sheet, reference: "1") }
}
