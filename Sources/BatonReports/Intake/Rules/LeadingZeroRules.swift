// Numbers are compared as text: `12` in one place and `012` in another is a spreadsheet that dropped a zero.

import BatonAssessment
import BatonDiagnostics

/// Warns of identifiers that seem to have lost their leading zeros.
enum LeadingZeroRules {
  /// Identifiers that no table is keyed by and nothing else refers to.
  private static let columns: [(table: Table, column: Column<String>)] = [
    (.leaderBallots, LeaderBallotTable.ballotID), (.adjustments, AdjustmentTable.matterID),
    (.talks, TalkEntryTable.talkID),
  ]

  static func check(_ workbook: Workbook) -> [IntakeFault] {
    columns.flatMap { table, column in
      let rows = workbook.rows(table).filter { $0[column] != nil }
      let written = rows.grouped { $0[column] ?? "" }
      return written.grouped { String($0.key.withoutLeadingZeros) }.flatMap { _, spellings -> [IntakeFault] in
        guard let whole = spellings.max(by: { $0.key.count < $1.key.count }) else { return [] }
        return spellings.filter { $0.key != whole.key }.flatMap { spelling in
          spelling.values.map { fault(spelling.key, at: column.spec, of: $0, whole: whole.key) }
        }
      }
    }
  }

  /// What an identifier that refers to nothing would refer to, with or without zeros before it.
  static func match(of id: String, among known: [String: Row]) -> String? {
    known.keys.filter { $0.withoutLeadingZeros == id.withoutLeadingZeros }.min()
  }

  /// The warning at whichever of both is shorter: the reference, or the key that it is meant to be.
  static func fault(
    of id: String, at column: ColumnSpec, of row: Row, among known: [String: Row], keyedBy key: ColumnSpec
  ) -> IntakeFault? {
    guard let match = match(of: id, among: known), let keyed = known[match] else { return nil }
    return match.count > id.count
      ? fault(id, at: column, of: row, whole: match) : fault(match, at: key, of: keyed, whole: id)
  }

  private static func fault(_ id: String, at column: ColumnSpec, of row: Row, whole: String) -> IntakeFault {
    row.fault(
      .lostLeadingZero, .warning, at: column, found: "「\(id)」丢了前导零", expected: "应是「\(whole)」",
      fix: "把这一列设成文本格式再填「\(whole)」")
  }
}

extension String {
  fileprivate var withoutLeadingZeros: Substring { drop { $0 == "0" } }
}
