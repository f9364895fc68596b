// What a cell holds before anybody asks what it means: text in CSV, text and more in a workbook.

import BatonAssessment
import BatonOffice

/// The content of a cell that is not blank.
enum CellContent: Sendable, Hashable {
  case text(String)
  /// A number, in plain decimal notation. One that its format shows as a percentage is the fraction itself:
  /// what shows as 30% is `0.3`.
  case number(String, isPercent: Bool)
  case moment(Moment)
  case boolean(Bool)
  /// What a formula failed with: `#DIV/0!`.
  case error(String)
  /// A formula whose value nobody has computed.
  case uncomputed
  case picture

  init(_ value: Spreadsheet.Value, _ kind: NumberFormat.Kind) {
    switch value {
    case .text(let text): self = .text(text)
    case .number(let number): self = .number(number, isPercent: kind == .percent)
    case .moment(let moment): self = .moment(moment)
    case .boolean(let boolean): self = .boolean(boolean)
    case .error(let error): self = .error(error)
    case .uncomputed: self = .uncomputed
    case .picture: self = .picture
    }
  }

  /// The content as text, without outer blanks: what columns of text take, and what messages quote.
  var text: String {
    switch self {
    case .text(let text): text.trimmed
    case .number(let number, _): number
    case .moment(let moment): moment.text
    case .boolean(let boolean): boolean ? "TRUE" : "FALSE"
    case .error(let error): error
    case .uncomputed: "（没有算出的公式）"
    case .picture: "（图片）"
    }
  }

  /// Whether there is nothing but white space.
  var isBlank: Bool {
    guard case .text(let text) = self else { return false }
    return !text.isTight && text.allSatisfy(\.isWhitespace)
  }
}

extension Moment {
  /// `2022年12月31日`, `08:30`, or both: a date that stands among text is read by people.
  var text: String {
    [day.map { "\($0.year)年\($0.month)月\($0.day)日" }, time.map(\.text)].compactMap(\.self).joined(
      separator: " ")
  }

  /// The date, if it is nothing but one.
  var date: CalendarDate? {
    guard let day, time?.isMidnight ?? true else { return nil }
    return CalendarDate(year: day.year, month: day.month, day: day.day)
  }
}

extension Moment.Time {
  fileprivate var isMidnight: Bool { (hour, minute, second) == (0, 0, 0) }

  fileprivate var text: String {
    (second == 0 ? [hour, minute] : [hour, minute, second]).map { $0 < 10 ? "0\($0)" : "\($0)" }
      .joined(separator: ":")
  }
}
