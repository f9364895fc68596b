// One sheet: rows of cells in whatever order and completeness a writer left them (ECMA-376-1 §18.3.1).

import BatonDiagnostics
import BatonXML

/// Reads the sheets of a workbook, one after the other.
struct SheetReader {
  let archive: WorkbookArchive
  let values: CellValues
  /// How many more cells we are ready to keep.
  var cellsLeft: Int
  private var buffer: [UInt8] = []

  init(archive: WorkbookArchive, values: CellValues, cellsLeft: Int) {
    self.archive = archive
    self.values = values
    self.cellsLeft = cellsLeft
  }

  mutating func sheet(
    in part: PartName, named name: String, isHidden: Bool
  ) throws(OfficeError) -> Spreadsheet.Sheet {
    // The rows are by far the most of a sheet; what is left without them is checked and walked like any part.
    let plain = archive.content(of: part).flatMap { PlainSheetData(of: $0, values, cellsLeft: cellsLeft) }
    var cursor = try archive.cursor(through: part, without: plain?.range)
    var sheet = Spreadsheet.Sheet(name: name, isHidden: isHidden)
    while cursor.nextChild(of: 1) {
      if cursor.isElement("sheetData") {
        if let plain {
          sheet.rows = plain.rows
          cellsLeft = plain.cellsLeft
        } else {
          sheet.rows = try rows(&cursor, of: name)
        }
      } else if cursor.isElement("cols") {
        while cursor.nextChild(of: 2) {
          guard cursor.isTrue("hidden"), let first = cursor.integer("min"), let last = cursor.integer("max"),
            1 <= first, first <= last
          else { continue }
          sheet.hiddenColumns.append((first - 1)...(min(last - 1, CellRange.lastColumn)))
        }
      } else if cursor.isElement("mergeCells") {
        while cursor.nextChild(of: 2) {
          if let range = cursor.rawValue(of: "ref").flatMap({ CellRange($0) }) { sheet.merges.append(range) }
        }
      }
    }
    sheet.dropCoveredCells()
    return sheet
  }

  private mutating func rows(
    _ cursor: inout XMLCursor, of sheet: String
  ) throws(OfficeError) -> [Spreadsheet.Row] {
    var rows: [Spreadsheet.Row] = []
    var number = 0
    var isOrdered = true
    while cursor.nextChild(of: 2) {
      guard cursor.isElement("row") else { continue }
      number = cursor.integer("r") ?? number + 1
      guard (1...CellRange.lastRow).contains(number) else { throw outOfBounds("第 \(number) 行", sheet) }
      var row = Spreadsheet.Row(number: number, isHidden: cursor.isTrue("hidden"), cells: [])
      var column = -1
      while cursor.nextChild(of: 3) {
        guard cursor.isElement("c") else { continue }
        var place = (row: number, column: column + 1)
        if let reference = cursor.rawValue(of: "r") {
          guard let stated = CellRange.cell(reference) else {
            throw outOfBounds("「\(String(decoding: reference, as: UTF8.self))」", sheet)
          }
          place = stated
        }
        guard place.column <= CellRange.lastColumn else { throw outOfBounds("第 \(number) 行", sheet) }
        if place.column <= column || place.row != number { isOrdered = false }
        column = place.column
        let style = cursor.integer("s") ?? 0
        guard let value = try value(&cursor, style: style, at: place, of: sheet) else { continue }
        cellsLeft -= 1
        guard cellsLeft >= 0 else {
          throw OfficeError([
            Diagnostic(
              "oversized-workbook", .error, "工作簿的单元格太多，超过读取上限", at: .file(archive.file),
              help: "删去多余的内容，或分成几个工作簿")
          ])
        }
        let cell = Spreadsheet.Cell(column: column, value: value, style: style)
        if place.row == number {
          row.cells.append(cell)
        } else {
          rows.append(Spreadsheet.Row(number: place.row, isHidden: false, cells: [cell]))
        }
      }
      if let last = rows.last, last.number >= number { isOrdered = false }
      if !row.cells.isEmpty { rows.append(row) }
    }
    return isOrdered ? rows : rows.inOrder
  }

  // MARK: Values

  /// Reads what is left of a `<c>`; `nil` if it holds nothing.
  private mutating func value(
    _ cursor: inout XMLCursor, style: Int, at place: (row: Int, column: Int), of sheet: String
  ) throws(OfficeError) -> Spreadsheet.Value? {
    let type = CellType(cursor.rawValue(of: "t"))
    let depth = cursor.depth
    var content: [UInt8]?
    var inline: String?
    var formula: [UInt8]?
    while cursor.nextChild(of: depth) {
      if cursor.isElement("v") {
        buffer.removeAll(keepingCapacity: true)
        cursor.appendText(to: &buffer)
        content = buffer
      } else if cursor.isElement("f") {
        var text: [UInt8] = []
        cursor.appendText(to: &text)
        formula = text
      } else if cursor.isElement("is") {
        inline = cursor.richText(&buffer)
      }
    }
    do throws(CellValues.Damage) {
      return try values.value(
        type, content: content?[...], inline: inline, formula: formula?[...], style: style)
    } catch {
      let cell = CellRange(rows: place.row...place.row, columns: place.column...place.column)
      throw archive.damaged("工作表「\(sheet)」的 \(cell) \(error.detail)")
    }
  }

  private func outOfBounds(_ place: String, _ sheet: String) -> OfficeError {
    archive.damaged("工作表「\(sheet)」的\(place)超出了工作表的范围")
  }
}

extension [Spreadsheet.Row] {
  /// Each row once, by number; of a cell that is there twice the later holds.
  fileprivate var inOrder: [Spreadsheet.Row] {
    var rows: [Int: Spreadsheet.Row] = [:]
    for row in self {
      var merged = rows[row.number] ?? Spreadsheet.Row(number: row.number, isHidden: false, cells: [])
      merged.isHidden = merged.isHidden || row.isHidden
      merged.cells += row.cells
      rows[row.number] = merged
    }
    return rows.values.sorted { $0.number < $1.number }.map { row in
      var cells: [Int: Spreadsheet.Cell] = [:]
      for cell in row.cells { cells[cell.column] = cell }
      var row = row
      row.cells = cells.values.sorted { $0.column < $1.column }
      return row
    }
  }
}
