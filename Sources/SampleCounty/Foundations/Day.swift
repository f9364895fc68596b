// A calendar day by arithmetic alone: no clock, no locale, no time zone.

/// A day of the Gregorian calendar.
struct Day: Comparable, Hashable {
  /// Days since 1970-01-01, a Thursday.
  private let serial: Int

  private init(serial: Int) { self.serial = serial }

  /// Source: H. Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
  init(_ year: Int, _ month: Int, _ day: Int) {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    serial = era * 146_097 + dayOfEra - 719_468
  }

  /// Source: as above, civil_from_days.
  private var parts: (year: Int, month: Int, day: Int) {
    let shifted = serial + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  static func < (left: Day, right: Day) -> Bool { left.serial < right.serial }

  func adding(_ days: Int) -> Day { Day(serial: serial + days) }

  private var isWeekend: Bool {
    let weekday = ((serial + 3) % 7 + 7) % 7  // Monday is 0
    return weekday >= 5
  }

  /// This day, or the Monday after when it falls on a weekend.
  var orNextWorkday: Day {
    var day = self
    while day.isWeekend { day = day.adding(1) }
    return day
  }

  /// The day so many workdays later.
  func addingWorkdays(_ count: Int) -> Day {
    var day = orNextWorkday
    for _ in 0..<count { day = day.adding(1).orNextWorkday }
    return day
  }

  var month: Int { parts.month }

  /// As the workbook writes it: 2022-12-31.
  var text: String {
    let (year, month, day) = parts
    return "\(year)-\(twoDigits(month))-\(twoDigits(day))"
  }
}

/// A number of at least two digits: 07, 12, 103.
func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

/// A number of at least three digits.
func threeDigits(_ number: Int) -> String { number < 100 ? "0" + twoDigits(number) : "\(number)" }

/// A decimal from its hundredths, without idle zeros: 9250 is 92.5.
func decimal(hundredths: Int) -> String {
  let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
  guard rest != 0 else { return "\(whole)" }
  return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(twoDigits(rest))"
}
