// No two rows of a table share a key; some single columns don't repeat either.

import BatonAssessment
import BatonDiagnostics

enum KeyRules {
  static func check(_ workbook: Workbook) -> [IntakeFault] {
    var faults = [IntakeFault]()
    for table in Table.allCases {
      guard let decoded = workbook[table] else { continue }
      faults += duplicates(of: decoded.schema.key, in: decoded, as: .duplicateKey)
    }
    if let units = workbook[.units] {
      for column in [UnitTable.name.spec, UnitTable.shortName.spec, UnitTable.order.spec] {
        faults += duplicates(of: [column], in: units, as: .duplicateValue)
      }
    }
    if let commitments = workbook[.commitments] {
      // The norm asks no more of them than that they be there.
      faults += duplicates(
        of: [CommitmentTable.ledgerNumber.spec], in: commitments, as: .duplicateValue, .warning)
    }
    return faults
  }

  private static func duplicates(
    of columns: [ColumnSpec], in table: DecodedTable, as code: FaultCode,
    _ severity: Diagnostic.Severity = .error
  ) -> [IntakeFault] {
    var first = [[CellValue]: Row]()
    var faults = [IntakeFault]()
    for row in table.rows {
      let key = columns.map { row[$0] }
      let isWhole = zip(columns, key).allSatisfy { $1 != .unreadable && !($0.isRequired && $1 == .absent) }
      guard isWhole else { continue }
      guard let earlier = first[key] else {
        first[key] = row
        continue
      }
      faults.append(
        row.fault(
          code, severity, at: columns[0], with: [earlier.address.cell(columns[0].heading)],
          found: "这一行与第 \(earlier.address.number) 行的\(columns.map { "「\($0.heading)」" }.joined())相同",
          expected: "不应重复", fix: "改正其中一行，或删去多余的一行"))
    }
    return faults
  }
}
