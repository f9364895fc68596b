// What a row refers to must be there: units, cadres, indicators.

import BatonAssessment
import BatonDiagnostics

enum ReferenceRules {
  static func check(_ workbook: Workbook) -> [IntakeFault] {
    var faults = [IntakeFault]()
    let targets: [Table] = [.units, .cadres, .indicators]
    for target in targets {
      guard let known = workbook.identifiers(of: target) else { continue }
      let identifiers = known.keys.sorted()
      for table in Table.allCases {
        guard let decoded = workbook[table] else { continue }
        for column in decoded.schema.columns where column.references == target {
          for row in decoded.rows {
            for id in row[column].words where known[id] == nil && !column.exceptions.contains(id) {
              faults += unknown(id, in: column, of: row, target: target, among: identifiers)
            }
          }
        }
      }
    }
    return faults
  }

  private static func unknown(
    _ id: String, in column: ColumnSpec, of row: Row, target: Table, among identifiers: [String]
  ) -> [IntakeFault] {
    let padded = identifiers.first { $0.withoutLeadingZeros == id.withoutLeadingZeros }
    let nearest = padded ?? Suggestion.nearest(to: id, among: identifiers)
    // A row that names nobody may be anybody's: it spares no unit and no cadre.
    let isOwner = row.subject.unitID == id || row.subject.cadreID == id
    let error = row.fault(
      .unknownReference, at: column, found: "「\(column.heading)」写的是「\(id)」",
      expected: "「\(target.rawValue)」表里没有这个编号",
      fix: nearest.map { "是不是想写「\($0)」" } ?? "核对编号，或在「\(target.rawValue)」表里补上它"
    ).concerning(isOwner ? IntakeFault.Subject() : row.subject)
    guard let padded else { return [error] }
    let warning = row.fault(
      .lostLeadingZero, .warning, at: column, found: "「\(id)」丢了前导零", expected: "应是「\(padded)」",
      fix: "把这一列设成文本格式再填「\(padded)」")
    return [error, warning]
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

extension String {
  fileprivate var withoutLeadingZeros: Substring { drop { $0 == "0" } }
}
