// What a row refers to must be there: units, cadres, indicators.

import BatonAssessment
import BatonDiagnostics

enum ReferenceRules {
  static func check(_ workbook: Workbook) -> [IntakeFault] {
    var faults = [IntakeFault]()
    // What came of a unit years ago may itself have become another since.
    let changedAgain = Set(workbook.rows(.unitHistory).compactMap { $0[UnitHistoryTable.formerID] })
    let targets: [Table] = [.units, .cadres, .indicators]
    for target in targets {
      guard let known = workbook.identifiers(of: target) else { continue }
      for table in Table.allCases {
        guard let decoded = workbook[table] else { continue }
        for column in decoded.schema.columns where column.references == target {
          for row in decoded.rows {
            for id in row[column].words where known[id] == nil && !column.exceptions.contains(id) {
              guard table != .unitHistory || !changedAgain.contains(id) else { continue }
              faults += unknown(id, in: column, of: row, target: target, among: known)
            }
          }
        }
      }
    }
    return faults
  }

  /// The faults of a reference that leads nowhere.
  static func unknown(
    _ id: String, in column: ColumnSpec, of row: Row, target: Table, among known: [String: Row]
  ) -> [IntakeFault] {
    let nearest =
      LeadingZeroRules.match(of: id, among: known) ?? Suggestion.nearest(to: id, among: known.keys.sorted())
    // A row that names no unit may be any unit's, and spares none; whom it names beside, it is still of.
    var subject = row.subject
    if subject.unitID == id { subject.unitID = nil }
    if subject.cadreID == id { subject.cadreID = nil }
    let error = row.fault(
      .unknownReference, at: column, found: "「\(column.heading)」写的是「\(id)」",
      expected: "「\(target.rawValue)」表里没有这个编号",
      fix: nearest.map { "是不是想写「\($0)」" } ?? "核对编号，或在「\(target.rawValue)」表里补上它"
    ).concerning(subject)
    let warning = target.schema.key.first.flatMap {
      LeadingZeroRules.fault(of: id, at: column, of: row, among: known, keyedBy: $0)
    }
    return [error] + [warning].compactMap(\.self)
  }
}

extension CellValue {
  /// What a cell of identifiers names.
  fileprivate var words: [String] {
    switch self {
    case .text(let text): [text]
    case .list(let list): list
    default: []
    }
  }
}
