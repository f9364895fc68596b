// Tables for the terminal: columns line up though Chinese characters are two columns wide.

/// Rows of text under headings.
struct TextTable {
  private let rows: [[String]]

  init(_ headings: [String], _ rows: [[String]]) { self.rows = [headings] + rows }

  /// A line a row, columns two spaces apart.
  var text: String {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { column < $0.count ? Self.width(of: $0[column]) : 0 }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        column == row.count - 1
          ? cell : cell + String(repeating: " ", count: widths[column] - Self.width(of: cell) + 2)
      }
      return cells.joined() + "\n"
    }.joined()
  }

  /// How many columns a terminal gives a text. Source: Unicode Standard Annex #11, wide and full-width blocks.
  static func width(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { width, scalar in
      switch scalar.value {
      case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
        0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
        width + 2
      default: width + 1
      }
    }
  }
}
