// From a source to the workbook: which tables are there, and what their cells hold.

import BatonAssessment

extension Workbook {
  /// Decodes all tables of a source.
  static func decoding(_ source: TableSource) -> (workbook: Workbook, faults: [IntakeFault]) {
    let sources = RawTables(source)
    var tables = [Table: DecodedTable]()
    var faults = sources.faults
    for (table, raw) in sources.tables {
      let decoded = TableDecoder.decode(raw, by: table.schema)
      tables[table] = decoded.table
      faults += decoded.faults
    }
    for table in Table.allCases where !sources.present.contains(table) && !Table.optional.contains(table) {
      faults.append(.missing(table, in: source.name))
    }
    return (Workbook(file: source.name, tables: tables), faults)
  }
}
