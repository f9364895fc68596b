// How rules report: at a cell of a row, blocking what depends on the row's table.

import BatonAssessment
import BatonDiagnostics

extension Row {
  /// The table that the row is of.
  var table: Table? { Table(rawValue: address.table.sheet) }

  /// A fault at a cell of the row; it blocks what depends on the row's table, or on those it is about,
  /// unless it is said what it blocks.
  func fault<Value>(
    _ code: FaultCode, _ severity: Diagnostic.Severity = .error, at column: Column<Value>,
    with others: [CellAddress] = [], found: String, expected: String, fix: String,
    about tables: [Table]? = nil, blocking documents: [DocumentName]? = nil
  ) -> IntakeFault {
    fault(
      code, severity, at: column.spec, with: others, found: found, expected: expected, fix: fix,
      about: tables, blocking: documents)
  }

  func fault(
    _ code: FaultCode, _ severity: Diagnostic.Severity = .error, at column: ColumnSpec,
    with others: [CellAddress] = [], found: String, expected: String, fix: String,
    about tables: [Table]? = nil, blocking documents: [DocumentName]? = nil
  ) -> IntakeFault {
    let concerned = tables ?? table.map { [$0] } ?? []
    return IntakeFault(
      code, severity, at: address.cell(column.heading), with: others, found: found, expected: expected,
      fix: fix,
      blocks: severity == .error ? documents ?? DocumentName.depending(onAny: concerned) : [],
      subject: subject,
      about: concerned, decision: decision)
  }
}

extension DocumentName {
  /// The documents that depend on one of some tables, in the order of the list.
  static func depending(onAny tables: [Table]) -> [DocumentName] {
    let documents = Set(tables.flatMap { depending(on: $0) })
    return allCases.filter(documents.contains)
  }
}
