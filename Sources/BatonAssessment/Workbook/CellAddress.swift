// Where a figure came from: every value of the year keeps the way back to its cell.

public import BatonDiagnostics

/// A cell of the year's data: `年度数据.xlsx!平时分数!E17`.
public struct CellAddress: Sendable, Hashable {
  /// The file or folder as the user gave it.
  public let file: String
  /// The name of the table.
  public let sheet: String
  /// Column letters and row number, or a row number alone, or empty for the whole table.
  public let reference: String

  public init(file: String, sheet: String, reference: String) {
    self.file = file
    self.sheet = sheet
    self.reference = reference
  }

  /// The place that a diagnostic points at.
  public var place: Diagnostic.Place { .cell(file: file, sheet: sheet, cell: reference) }
}

extension CellAddress: CustomStringConvertible {
  public var description: String { "\(file)!\(sheet)!\(reference)" }
}

extension CellAddress {
  /// The letters of a column: 0 is `A`, 25 is `Z`, 26 is `AA`.
  public static func columnLetters(_ index: Int) -> String {
    precondition(index >= 0, "a column has no negative index")
    var letters = [UInt8]()
    var rest = index + 1
    while rest > 0 {
      rest -= 1
      letters.append(UInt8(ascii: "A") + UInt8(rest % 26))
      rest /= 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}
