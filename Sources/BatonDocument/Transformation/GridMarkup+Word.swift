// The pieces of a table in WordprocessingML, whether its grid is known beforehand or counted.

internal import BatonOffice
package import BatonTemplate

extension GridMarkup {
  static let cellStart = "<w:tc><w:tcPr>"

  /// `w:tcW` (ECMA-376-1 §17.4.71): a share of the table where a cell limits it.
  static func cellWidth(_ width: Int, _ place: TableGrid.Place, _ total: Int) -> String {
    place == .cell
      ? Markup("w:tcW", ["w:w": "\(width * 5000 / max(total, 1))", "w:type": "pct"]).text
      : Markup("w:tcW", ["w:w": "\(width)", "w:type": "dxa"]).text
  }

  /// `w:gridSpan` and `w:vMerge`.
  static func cellShape(_ columns: Int, _ merge: Merge?) -> String {
    (columns > 1 ? Markup.value("w:gridSpan", "\(columns)").text : "")
      + (merge.map { Markup.value("w:vMerge", $0 == .starts ? "restart" : "continue").text } ?? "")
  }

  /// Tables of Word in a theme.
  package static func word(_ theme: Theme) -> GridMarkup {
    GridMarkup(
      widths: { widths, context in widths.twips(total: theme.totalWidth(TableGrid.Place(context))) },
      columns: { $0.widths.gridColumns }, cellStart: cellStart,
      cellWidth: { table, columns in
        let place = TableGrid.Place(table.context)
        return cellWidth(table.widths[columns].reduce(0, +), place, theme.totalWidth(place))
      },
      cellShape: cellShape, continuationEnd: theme.continuedCellEnd,
      emptyTail: { Markup.value("w:gridAfter", "\($0)").text },
      // What Word can open.
      maximumColumns: 63)
  }
}

extension Theme {
  /// The rest of a cell that continues one from above: its paragraph must not be higher than the row's.
  var continuedCellEnd: String {
    let style = paragraphStyle(for: "td").map { Markup.value("w:pStyle", $0.id) }
    let paragraph = Markup("w:p", [:], [Markup.paragraphProperties([style])].compactMap(\.self))
    return Markup.value("w:vAlign", "center").text + "</w:tcPr>" + paragraph.text + "</w:tc>"
  }
}
