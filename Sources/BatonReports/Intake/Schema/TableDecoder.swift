// From rows of text to a decoded table, with all that is wrong with its headings and cells.

import BatonAssessment
import BatonDiagnostics

/// Decodes one table by its schema.
struct TableDecoder {
  private let schema: TableSchema
  private let raw: RawTable
  private let address: TableAddress
  private var faults: [IntakeFault] = []

  /// Decodes a table.
  ///
  /// - Returns: What could be read, and everything that could not.
  static func decode(
    _ raw: RawTable, by schema: TableSchema, of file: String
  ) -> (table: DecodedTable, faults: [IntakeFault]) {
    var decoder = TableDecoder(raw, by: schema, of: file)
    decoder.checkHeadings()
    let table = DecodedTable(schema: schema, address: decoder.address, rows: decoder.rows())
    return (table, decoder.faults)
  }

  private init(_ raw: RawTable, by schema: TableSchema, of file: String) {
    self.schema = schema
    self.raw = raw
    let headings = (raw.rows.first ?? []).map(\.trimmed)
    let known = headings.enumerated().filter { schema.positions[$1] != nil }
    let columns = Dictionary(known.map { ($1, $0) }) { first, _ in first }
    address = TableAddress(file: file, sheet: schema.table.rawValue, columns: columns)
  }

  // MARK: Headings

  private mutating func checkHeadings() {
    let headings = (raw.rows.first ?? []).map(\.trimmed)
    let width = raw.rows.map(\.count).max() ?? 0
    for column in 0..<width {
      let heading = column < headings.count ? headings[column] : ""
      if let first = address.columns[heading] {
        if first != column { reportDuplicate(heading, at: column, first: first) }
      } else if !heading.isEmpty || isUsed(column) {
        reportUnknown(heading, at: column)
      }
    }
    for column in schema.columns where column.isRequired && address.columns[column.heading] == nil {
      reportMissing(column, among: headings)
    }
  }

  private func isUsed(_ column: Int) -> Bool {
    raw.rows.dropFirst().contains { column < $0.count && !$0[column].trimmed.isEmpty }
  }

  private mutating func reportDuplicate(_ heading: String, at column: Int, first: Int) {
    report(
      .duplicateColumn, at: cell(column), with: [cell(first)], found: "有两列都叫「\(heading)」", expected: "列名不应重复",
      fix: "删去或改名其中一列")
  }

  private mutating func reportUnknown(_ heading: String, at column: Int) {
    let absent = schema.columns.map(\.heading).filter { address.columns[$0] == nil }
    let nearest = Suggestion.nearest(to: heading, among: absent)
    report(
      .unknownColumn, .warning, at: cell(column), found: heading.isEmpty ? "这一列没有列名" : "多出一列「\(heading)」",
      expected: "「\(schema.table.rawValue)」表没有这一列，未读",
      fix: nearest.map { "是不是想写「\($0)」" } ?? "不需要就删去这一列", blocks: [])
  }

  private mutating func reportMissing(_ column: ColumnSpec, among headings: [String]) {
    let unknown = headings.filter { schema.positions[$0] == nil && !$0.isEmpty }
    let nearest = unknown.first { Suggestion.nearest(to: $0, among: [column.heading]) != nil }
    report(
      .missingColumn, at: CellAddress(file: address.file, sheet: address.sheet, reference: "1"),
      found: "缺「\(column.heading)」列", expected: "第一行应有这个列名",
      fix: nearest.map { "把「\($0)」改成「\(column.heading)」" } ?? "补上「\(column.heading)」列")
  }

  private func cell(_ column: Int) -> CellAddress {
    CellAddress(
      file: address.file, sheet: address.sheet, reference: "\(CellAddress.columnLetters(column))1")
  }

  // MARK: Rows

  private mutating func rows() -> [Row] {
    var rows = [Row]()
    for (index, fields) in raw.rows.enumerated().dropFirst()
    where fields.contains(where: { !$0.trimmed.isEmpty }) {
      rows.append(row(fields, number: index + 1))
    }
    return rows
  }

  private mutating func row(_ fields: [String], number: Int) -> Row {
    let address = RowAddress(table: address, number: number)
    func text(_ column: ColumnSpec) -> String {
      guard let position = address.table.columns[column.heading], position < fields.count else { return "" }
      return fields[position].trimmed
    }
    var cells = [CellValue]()
    var problems = [(ColumnSpec, IntakeProblem)]()
    for column in schema.columns {
      let text = text(column)
      guard !text.isEmpty else {
        cells.append(.absent)
        if column.isRequired, address.table.columns[column.heading] != nil {
          problems.append((column, .missing))
        }
        continue
      }
      do throws(CellDecoder.Problem) {
        cells.append(try CellDecoder.decode(text, as: column.kind))
      } catch {
        cells.append(.unreadable)
        problems.append((column, .wrong(text, error)))
      }
    }
    let row = Row(address: address, cells: cells, schema: schema)
    for (column, problem) in problems { report(problem, in: column, of: row) }
    return row
  }

  private enum IntakeProblem {
    case missing
    case wrong(String, CellDecoder.Problem)
  }

  private mutating func report(_ problem: IntakeProblem, in column: ColumnSpec, of row: Row) {
    let place = row.address.cell(column.heading)
    switch problem {
    case .missing:
      report(
        .missingValue, at: place, found: "「\(column.heading)」是空的", expected: "这一格必填",
        fix: "填写「\(column.heading)」", subject: row.subject, decision: row.decision)
    case .wrong(let text, let problem):
      report(
        problem.code, at: place, found: "「\(column.heading)」写的是「\(text.abridged)」",
        expected: problem.expected,
        fix: problem.fix, subject: row.subject, decision: row.decision)
    }
  }

  // MARK: Faults

  private mutating func report(
    _ code: FaultCode, _ severity: Diagnostic.Severity = .error, at cell: CellAddress,
    with others: [CellAddress] = [], found: String, expected: String, fix: String,
    blocks: [DocumentName]? = nil, subject: IntakeFault.Subject = .init(),
    decision: PlanDecision? = nil
  ) {
    faults.append(
      IntakeFault(
        code, severity, at: cell, with: others, found: found, expected: expected, fix: fix,
        blocks: blocks ?? DocumentName.depending(on: schema.table), subject: subject, decision: decision))
  }
}

extension String {
  /// A text short enough to be quoted in a message.
  fileprivate var abridged: String { count > 24 ? prefix(24) + "…" : self }
}
