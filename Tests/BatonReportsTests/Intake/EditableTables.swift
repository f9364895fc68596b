// Tables that a test can damage: one edit, then read.

import BatonAssessment
import BatonDiagnostics
import BatonReports

/// The tables of a year as rows of text; row 1 holds the headings, as in a spreadsheet.
struct EditableTables {
  static let file = "数据"
  private(set) var tables: [Table: [[String]]]

  init(_ tables: [Table: [[String]]]) { self.tables = tables }

  func rows(_ table: Table) -> [[String]] { tables[table] ?? [] }

  func column(_ heading: String, of table: Table) -> Int { rows(table)[0].firstIndex(of: heading) ?? 0 }

  /// A cell's reference, such as `D14`.
  func reference(_ table: Table, _ row: Int, _ heading: String) -> String {
    "\(CellAddress.columnLetters(column(heading, of: table)))\(row)"
  }

  subscript(table: Table, row: Int, heading: String) -> String {
    get { rows(table)[row - 1][column(heading, of: table)] }
    set {
      let column = column(heading, of: table)
      tables[table]?[row - 1][column] = newValue
    }
  }

  /// The first row whose cells are as asked.
  func row(_ table: Table, where cells: [String: String]) -> Int? {
    (2...max(2, rows(table).count)).first { row in
      row <= rows(table).count && cells.allSatisfy { self[table, row, $0] == $1 }
    }
  }

  mutating func delete(_ table: Table, row: Int) { tables[table]?.remove(at: row - 1) }

  mutating func append(_ table: Table, _ cells: [String: String]) {
    let headings = rows(table)[0]
    tables[table]?.append(headings.map { cells[$0] ?? "" })
  }

  mutating func duplicate(_ table: Table, row: Int) {
    let copy = rows(table)[row - 1]
    tables[table]?.append(copy)
  }

  mutating func remove(_ table: Table) { tables[table] = nil }

  mutating func rename(_ table: Table, heading: String, to other: String) {
    let column = column(heading, of: table)
    tables[table]?[0][column] = other
  }

  mutating func removeColumn(_ table: Table, _ heading: String) {
    let column = column(heading, of: table)
    tables[table] = rows(table).map { row in row.enumerated().filter { $0.offset != column }.map(\.element) }
  }

  var source: TableSource {
    let files = tables.map { TableFile(name: $0.key.rawValue, csv: Array(Self.csv($0.value).utf8)) }
    return TableSource(name: Self.file, files: files)
  }

  func read() -> IntakeResult { Intake.read(source) }

  /// RFC 4180 with every cell quoted.
  static func csv(_ rows: [[String]]) -> String {
    rows.map { row in
      row.map {
        "\"" + $0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
      }
      .joined(separator: ",") + "\n"
    }.joined()
  }
}

extension IntakeFault {
  /// `missing-value 班子述职!D7`: what tests compare.
  var brief: String { "\(code.rawValue) \(cell.sheet)!\(cell.reference)" }
}

extension IntakeResult {
  var errors: [String] { faults.filter { $0.severity == .error }.map(\.brief) }
  var warnings: [String] { faults.filter { $0.severity == .warning }.map(\.brief) }
}
