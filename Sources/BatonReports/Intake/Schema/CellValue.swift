// What a cell turned out to hold.

import BatonAssessment

/// A decoded cell.
enum CellValue: Sendable, Hashable {
  /// Nothing: neither 0 nor the empty string.
  case absent
  /// Something that its column can't hold; the fault has been reported.
  case unreadable
  case text(String)
  case number(ExactDecimal)
  case integer(Int)
  case date(CalendarDate)
  case flag(Bool)
  case list([String])
}
