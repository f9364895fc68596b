// A copy of the year's data with its faults on the cells that they are about, to be mended and read again.

internal import BatonAssessment
internal import BatonDiagnostics
internal import BatonOffice

/// All tables of a source in one workbook, faulty cells coloured and commented.
public struct AnnotatedWorkbook: Sendable {
  private var draft = WorkbookDraft(title: "年度数据核对")

  /// Values, formats, merges and what is hidden are those of the source; formulas are their values.
  public init(of source: TableSource, _ faults: [IntakeFault]) {
    var marks = Marks(faults)
    for file in source.workbooks {
      // One that can't be read has said so among the faults.
      guard let workbook = try? Spreadsheet(reading: file.xlsx, file: file.name) else { continue }
      for sheet in workbook.sheets where sheet.name.trimmed != FaultSheet.name {
        add(SheetCopy(sheet, of: workbook, in: file.name).draft(&marks))
      }
    }
    for file in source.files {
      guard let raw = try? RawTable(file, in: source.name) else { continue }
      add(SheetCopy(raw).draft(&marks))
    }
    draft.sheets.insert(FaultSheet.draft(of: faults), at: 0)
  }

  /// Two sheets may not share a name; of a table that is there twice the second gets another.
  private mutating func add(_ sheet: WorkbookDraft.Sheet) {
    var sheet = sheet
    var number = 2
    let name = sheet.name
    while draft.sheets.contains(where: { $0.name.lowercased() == sheet.name.lowercased() }) {
      sheet.name = "\(name.prefix(24))（\(number)）"
      number += 1
    }
    draft.sheets.append(sheet)
  }

  /// The workbook as `.xlsx`.
  public func xlsx() throws(IntakeError) -> [UInt8] { try draft.bytes() }
}

/// The faults by sheet and cell.
struct Marks {
  private var byCell: [CellAddress: [IntakeFault]] = [:]

  init(_ faults: [IntakeFault]) {
    for fault in faults {
      let cell = fault.cell
      byCell[
        CellAddress(file: cell.file, sheet: cell.sheet, reference: Self.corner(cell.reference)), default: []
      ]
      .append(fault)
    }
  }

  /// A whole sheet, row or column is marked at its first cell.
  private static func corner(_ reference: String) -> String {
    if reference.isEmpty { return "A1" }
    return reference.first?.isNumber == true ? "A\(reference)" : reference
  }

  /// What there is to say of a sheet's cells, by row and column.
  func of(sheet: String, in file: String) -> [Int: [Int: [IntakeFault]]] {
    var marks: [Int: [Int: [IntakeFault]]] = [:]
    for (address, faults) in byCell where address.sheet == sheet && address.file == file {
      let letters = address.reference.prefix { $0.isLetter }
      guard let row = Int(address.reference.dropFirst(letters.count)) else { continue }
      let column = letters.utf8.reduce(0) { $0 * 26 + Int($1) - 64 } - 1
      marks[row, default: [:]][column] = faults
    }
    return marks
  }
}

/// One sheet, copied.
private struct SheetCopy {
  private let name: String
  private let file: String
  private var sheet: WorkbookDraft.Sheet

  init(_ source: Spreadsheet.Sheet, of workbook: Spreadsheet, in file: String) {
    name = source.name.trimmed
    self.file = file
    sheet = WorkbookDraft.Sheet(name: source.name)
    sheet.isHidden = source.isHidden
    sheet.merges = source.merges
    sheet.rows = source.rows.map { row in
      WorkbookDraft.Row(
        number: row.number, isHidden: row.isHidden,
        cells: row.cells.map { cell in
          WorkbookDraft.Cell(
            column: cell.column, Self.value(cell.value),
            look: WorkbookDraft.Look(format: workbook.format(of: cell).code))
        })
    }
    let width = (source.rows.compactMap { $0.cells.last?.column }.max() ?? -1) + 1
    for column in 0..<width {
      let isHidden = source.hiddenColumns.contains { $0.contains(column) }
      sheet.columns[column] = WorkbookDraft.Column(width: 16, isHidden: isHidden)
    }
  }

  init(_ raw: RawTable) {
    name = raw.name
    file = raw.file
    sheet = WorkbookDraft.Sheet(name: raw.name)
    let look = WorkbookDraft.Look(format: "@")
    sheet.rows = raw.rows.map { row in
      WorkbookDraft.Row(
        number: row.number,
        cells: row.cells.map { WorkbookDraft.Cell(column: $0.column, .text($0.content.text), look: look) })
    }
    for cell in raw.headings { sheet.columns[cell.column] = WorkbookDraft.Column(width: 16, look: look) }
  }

  /// The copy with its marks; a mark where nothing stands makes a cell.
  func draft(_ marks: inout Marks) -> WorkbookDraft.Sheet {
    var sheet = sheet
    sheet.frozenRowCount = 1
    var left = marks.of(sheet: name, in: file)
    for index in sheet.rows.indices {
      guard let marks = left.removeValue(forKey: sheet.rows[index].number) else { continue }
      sheet.rows[index].mark(marks)
    }
    for (number, marks) in left {
      var row = WorkbookDraft.Row(number: number, cells: [])
      row.mark(marks)
      sheet.rows.append(row)
    }
    sheet.rows.sort { $0.number < $1.number }
    return sheet
  }

  private static func value(_ value: Spreadsheet.Value) -> WorkbookDraft.Value {
    switch value {
    case .text(let text), .error(let text): .text(text)
    case .number(let number): Double(number).map { .number($0) } ?? .text(number)
    case .moment(let moment): .moment(moment)
    case .boolean(let boolean): .boolean(boolean)
    case .uncomputed, .picture: .blank
    }
  }
}

extension WorkbookDraft.Row {
  /// Colours and comments cells by column.
  fileprivate mutating func mark(_ marks: [Int: [IntakeFault]]) {
    for (column, faults) in marks {
      let isError = faults.contains { $0.severity == .error }
      let note = faults.map { "\($0.severity.label)：\($0.found)，\($0.expected)。\($0.fix)。" }.joined(
        separator: "\n")
      let position = cells.firstIndex { $0.column >= column } ?? cells.count
      if position == cells.count || cells[position].column != column {
        cells.insert(WorkbookDraft.Cell(column: column, .blank), at: position)
      }
      cells[position].look.background = isError ? 0xFFC7CE : 0xFFEB9C
      cells[position].note = note
    }
  }
}

/// The list of all faults, those that no cell can show included.
enum FaultSheet {
  /// Intake knows it by this name and reads nothing of it.
  static let name = "核对结果"

  static func draft(of faults: [IntakeFault]) -> WorkbookDraft.Sheet {
    var sheet = WorkbookDraft.Sheet(name: name)
    let bold = WorkbookDraft.Look(isBold: true, background: 0xD9E2F3)
    let wrapped = WorkbookDraft.Look(wraps: true)
    let lines =
      [["表", "单元格", "轻重", "发现了什么", "应是什么", "怎么改"]]
      + faults.map {
        [$0.cell.sheet, $0.cell.reference, $0.severity.label, $0.found, $0.expected, $0.fix]
      }
    sheet.rows = lines.enumerated().map { index, texts in
      WorkbookDraft.Row(
        number: index + 1,
        cells: texts.enumerated().map {
          WorkbookDraft.Cell(column: $0, .text($1), look: index == 0 ? bold : wrapped)
        })
    }
    for (column, width) in [14, 10, 8, 50, 50, 50].enumerated() {
      sheet.columns[column] = WorkbookDraft.Column(width: Double(width))
    }
    sheet.frozenRowCount = 1
    return sheet
  }
}
