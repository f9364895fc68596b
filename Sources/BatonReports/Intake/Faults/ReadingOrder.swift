// The order in which people mend faults: table by table, row by row.

import BatonAssessment

extension [IntakeFault] {
  /// By table, row and column; faults of one cell keep their order.
  var inReadingOrder: [IntakeFault] {
    let keys = map { ReadingKey($0.cell) }
    return indices.sorted { keys[$0] == keys[$1] ? $0 < $1 : keys[$0] < keys[$1] }.map { self[$0] }
  }
}

private struct ReadingKey: Comparable {
  private let table: Int
  private let sheet: String
  private let row: Int
  private let column: String

  init(_ cell: CellAddress) {
    table = Table(rawValue: cell.sheet).flatMap { Table.allCases.firstIndex(of: $0) } ?? Table.allCases.count
    sheet = cell.sheet
    column = cell.reference.filter(\.isLetter)
    row = Int(cell.reference.drop(while: \.isLetter)) ?? 0
  }

  static func < (left: ReadingKey, right: ReadingKey) -> Bool {
    (left.table, left.sheet, left.row, left.column.count, left.column)
      < (right.table, right.sheet, right.row, right.column.count, right.column)
  }
}
