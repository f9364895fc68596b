// Tables as a test edits them: every cell, as text.

@testable import BatonReports

extension RawTable {
  /// The rows as far as the headings go; a row that has no cell is blank.
  var texts: [[String]] {
    let width = (headings.last?.column ?? -1) + 1
    var texts = [[String]](
      repeating: Array(repeating: "", count: width), count: rows.last?.number ?? 0)
    for row in rows {
      for cell in row.cells where cell.column < width {
        texts[row.number - 1][cell.column] = cell.content.text
      }
    }
    return texts
  }
}
