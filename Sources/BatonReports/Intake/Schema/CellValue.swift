// What a cell turned out to hold.

import BatonAssessment

/// A decoded cell.
enum CellValue: Sendable, Hashable {
  /// Nothing: neither 0 nor the empty string.
  case absent
  /// Something that its column can't hold; the fault has been reported.
  case unreadable
  case text(String)
  /// A number that its format shows as a percentage, as the fraction that it is: 30% is `0.3`.
  case percentage(ExactDecimal)
  case number(ExactDecimal)
  case integer(Int)
  case date(CalendarDate)
  case flag(Bool)
  case list([String])
}
