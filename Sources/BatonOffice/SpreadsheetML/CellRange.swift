// Where cells are: `E17`, `A1:C3` (ECMA-376-1 §18.18.7 ST_CellRef, §18.18.62 ST_Ref).

/// A rectangle of cells; rows count from 1, columns from 0.
package struct CellRange: Sendable, Hashable {
  package let rows: ClosedRange<Int>
  package let columns: ClosedRange<Int>

  /// Excel's bounds: 1,048,576 rows, 16,384 columns.
  static let lastRow = 1_048_576
  static let lastColumn = 16_383

  package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.rows = rows
    self.columns = columns
  }

  /// - Returns: `nil` for what is no reference, or is out of bounds.
  init?(_ text: ArraySlice<UInt8>) {
    let corners = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard (1...2).contains(corners.count), let start = Self.cell(corners[0]),
      let end = Self.cell(corners[corners.count - 1]), start.row <= end.row, start.column <= end.column
    else { return nil }
    self.init(rows: start.row...end.row, columns: start.column...end.column)
  }

  package func contains(row: Int, column: Int) -> Bool { rows.contains(row) && columns.contains(column) }

  /// Whether a cell lies in the range, and is not the one that holds its value.
  package func covers(row: Int, column: Int) -> Bool {
    contains(row: row, column: column) && (row, column) != (rows.lowerBound, columns.lowerBound)
  }

  /// Reads `E17`; `$` may stand before either part.
  static func cell(_ text: ArraySlice<UInt8>) -> (row: Int, column: Int)? {
    var row = 0
    var column = 0
    for byte in text {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0:
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "a")...UInt8(ascii: "z") where row == 0:
        column = column * 26 + Int(byte - UInt8(ascii: "a")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "$"): continue
      default: return nil
      }
      guard row <= lastRow, column <= lastColumn + 1 else { return nil }
    }
    return row >= 1 && column >= 1 ? (row, column - 1) : nil
  }
}

extension CellRange: CustomStringConvertible {
  /// `A1:C3`.
  package var description: String {
    let letters = Self.letters
    let start = "\(letters(columns.lowerBound))\(rows.lowerBound)"
    return rows.count == 1 && columns.count == 1
      ? start : "\(start):\(letters(columns.upperBound))\(rows.upperBound)"
  }

  /// The letters of a column: 0 is `A`, 26 is `AA`.
  static func letters(_ column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column + 1
    while rest > 0 {
      rest -= 1
      letters.append(UInt8(ascii: "A") + UInt8(rest % 26))
      rest /= 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}
