// A day of the calendar, without a clock or a time zone.

/// A date of the proleptic Gregorian calendar.
public struct CalendarDate: Sendable, Hashable {
  public let year: Int
  public let month: Int
  public let day: Int

  /// - Returns: `nil` if the calendar has no such day, or the year is not of four digits.
  public init?(year: Int, month: Int, day: Int) {
    guard (1000...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(in: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }
}

extension CalendarDate {
  /// Reads `2022-12-31`, `2022/12/31` or `2022年12月31日`; months and days may lack the leading zero.
  public init?(_ text: String) {
    var fields = [Int]()
    var digits = ""
    var marks = ""
    for character in text {
      if character.isASCII, character.isNumber {
        digits.append(character)
      } else {
        guard let field = Int(digits) else { return nil }
        fields.append(field)
        digits = ""
        marks.append(character)
      }
    }
    if let field = Int(digits) { fields.append(field) }
    guard ["--", "//", "年月日"].contains(marks), digits.isEmpty == (marks == "年月日"), fields.count == 3
    else { return nil }
    self.init(year: fields[0], month: fields[1], day: fields[2])
  }
}

extension CalendarDate: Comparable {
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

extension CalendarDate: CustomStringConvertible {
  /// `2022-12-31`.
  public var description: String {
    let fields = [month, day].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(year)-\(fields[0])-\(fields[1])"
  }
}
