// From rows of cells to a decoded table, with all that is wrong with its headings and cells.

import BatonAssessment
import BatonDiagnostics
import BatonOffice

/// Decodes one table by its schema.
struct TableDecoder {
  private let schema: TableSchema
  private let raw: RawTable
  private let headings: [Int: String]
  private let address: TableAddress
  /// By column of the sheet: the column of the schema that stands there.
  private let positions: [Int?]
  private var faults: [IntakeFault] = []

  /// Decodes a table.
  ///
  /// - Returns: What could be read, and everything that could not.
  static func decode(_ raw: RawTable, by schema: TableSchema) -> (table: DecodedTable, faults: [IntakeFault])
  {
    var decoder = TableDecoder(raw, by: schema)
    decoder.checkHeadings()
    let table = DecodedTable(schema: schema, address: decoder.address, rows: decoder.rows())
    return (table, decoder.faults)
  }

  private init(_ raw: RawTable, by schema: TableSchema) {
    self.schema = schema
    self.raw = raw
    headings = Dictionary(raw.headings.map { ($0.column, $0.content.text) }) { first, _ in first }
    let known = raw.headings.filter { schema.positions[$0.content.text] != nil }
    let columns = Dictionary(known.map { ($0.content.text, $0.column) }) { first, _ in first }
    address = TableAddress(file: raw.file, sheet: schema.table.rawValue, columns: columns)
    var positions = [Int?](repeating: nil, count: (columns.values.max() ?? -1) + 1)
    for (heading, column) in columns { positions[column] = schema.positions[heading] }
    self.positions = positions
  }

  // MARK: Headings

  private mutating func checkHeadings() {
    var used = Set(headings.keys)
    for row in raw.rows.dropFirst(raw.headings.isEmpty ? 0 : 1) {
      for cell in row.cells where position(of: cell) == nil { used.insert(cell.column) }
    }
    for column in used.sorted() {
      let heading = headings[column] ?? ""
      if let first = address.columns[heading] {
        if first != column { reportDuplicate(heading, at: column, first: first) }
      } else {
        reportUnknown(heading, at: column)
      }
    }
    for column in schema.columns where column.isRequired && address.columns[column.heading] == nil {
      reportMissing(column)
    }
  }

  /// The schema's column that a cell stands in.
  private func position(of cell: RawCell) -> Int? {
    cell.column < positions.count ? positions[cell.column] : nil
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

  private mutating func reportMissing(_ column: ColumnSpec) {
    let unknown = raw.headings.map(\.content.text).filter { schema.positions[$0] == nil }
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

  /// Rows in which a column of the table holds something.
  private mutating func rows() -> [Row] {
    var rows = [Row]()
    for row in raw.rows where row.number > 1 && row.cells.contains(where: { position(of: $0) != nil }) {
      rows.append(self.row(row))
    }
    return rows
  }

  private mutating func row(_ raw: RawRow) -> Row {
    var cells = [CellValue](repeating: .absent, count: schema.columns.count)
    var problems = [(position: Int, content: CellContent, problem: CellDecoder.Problem)]()
    for cell in raw.cells {
      guard let position = position(of: cell) else { continue }
      do throws(CellDecoder.Problem) {
        cells[position] = try CellDecoder.decode(cell.content, as: schema.columns[position].kind)
      } catch {
        cells[position] = .unreadable
        problems.append((position, cell.content, error))
      }
    }
    let row = Row(address: RowAddress(table: address, number: raw.number), cells: cells, schema: schema)
    for (position, column) in schema.columns.enumerated() where cells[position] == .absent {
      if column.isRequired, let sheetColumn = address.columns[column.heading] {
        reportMissingValue(column, at: sheetColumn, of: row)
      }
    }
    for (position, content, problem) in problems {
      let heading = schema.columns[position].heading
      report(
        problem.code, at: row.address.cell(heading), found: "「\(heading)」写的是「\(content.text.abridged)」",
        expected: problem.expected, fix: problem.fix, subject: row.subject, decision: row.decision)
    }
    return row
  }

  private mutating func reportMissingValue(_ column: ColumnSpec, at position: Int, of row: Row) {
    let number = row.address.number
    let merge = raw.merges.first { $0.covers(row: number, column: position) }
    report(
      .missingValue, at: row.address.cell(column.heading),
      found: merge.map { "「\(column.heading)」并在合并单元格 \($0) 里" } ?? "「\(column.heading)」是空的",
      expected: merge == nil ? "这一格必填" : "合并单元格只有左上一格有值，这一格必填",
      fix: merge == nil ? "填写「\(column.heading)」" : "取消合并，逐格填写", subject: row.subject,
      decision: row.decision)
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
