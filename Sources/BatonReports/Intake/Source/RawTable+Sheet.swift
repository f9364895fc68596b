// Tables as the sheets of a workbook.

import BatonOffice

extension RawTable {
  /// A sheet's cells; blanks around its name mean nothing.
  init(_ sheet: Spreadsheet.Sheet, of workbook: Spreadsheet, in file: String) {
    var rows: [RawRow] = []
    rows.reserveCapacity(sheet.rows.count)
    for row in sheet.rows {
      var cells: [RawCell] = []
      cells.reserveCapacity(row.cells.count)
      for cell in row.cells {
        let content = CellContent(cell.value, workbook.kind(of: cell))
        if !content.isBlank { cells.append(RawCell(column: cell.column, content: content)) }
      }
      if !cells.isEmpty { rows.append(RawRow(number: row.number, cells: cells)) }
    }
    self.init(name: sheet.name.trimmed, file: file, rows: rows)
    hidden.sheet = sheet.isHidden
    hidden.rows = sheet.rows.filter(\.isHidden).map(\.number)
    let width = (rows.compactMap { $0.cells.last?.column }.max() ?? -1) + 1
    var isHidden = [Bool](repeating: false, count: width)
    for range in sheet.hiddenColumns.prefix(width + 1) {
      for column in range.clamped(to: 0...max(0, width - 1)) where range.contains(column) && column < width {
        isHidden[column] = true
      }
    }
    hidden.columns = isHidden.indices.filter { isHidden[$0] }
    merges = sheet.merges
  }
}
