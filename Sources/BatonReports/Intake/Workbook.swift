// The decoded tables of a year, side by side: what rules look at.

import BatonAssessment

/// The decoded tables by name.
struct Workbook: Sendable {
  /// The file or folder as the user gave it.
  let file: String
  let tables: [Table: DecodedTable]

  subscript(table: Table) -> DecodedTable? { tables[table] }

  /// The rows of a table; none if it has not come yet.
  func rows(_ table: Table) -> [Row] { tables[table]?.rows ?? [] }

  /// The values of a key's column: what other tables may refer to.
  func identifiers(of table: Table) -> [String: Row]? {
    guard let decoded = tables[table], let key = table.schema.key.first else { return nil }
    var rows = [String: Row]()
    for row in decoded.rows {
      if case .text(let id) = row[key], rows[id] == nil { rows[id] = row }
    }
    return rows
  }
}
