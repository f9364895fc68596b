// Dates of a workbook are numbers of days (ECMA-376-1 §18.17.4).

/// A day of the calendar, a time of day, or both.
package struct Moment: Sendable, Hashable {
  package struct Day: Sendable, Hashable {
    package let year, month, day: Int

    package init(year: Int, month: Int, day: Int) {
      self.year = year
      self.month = month
      self.day = day
    }
  }

  package struct Time: Sendable, Hashable {
    package let hour, minute, second: Int
  }

  package let day: Day?
  package let time: Time?

  /// Which day is number 0.
  enum System: Sendable {
    /// 1900-01-01 is 1; 1900-02-29, which never was, is 60.
    case from1900
    /// 1904-01-01 is 0.
    case from1904
  }

  /// The last day that a workbook can say: 9999-12-31.
  private static let lastSerial = 2_958_465

  package init(day: Day?, time: Time?) {
    self.day = day
    self.time = time
  }

  /// The day of a number, `nil` if no day has it. Without `hasTime` the format shows no time of day; one that is
  /// not midnight is kept anyhow.
  init?(serial: Double, in system: System, hasTime: Bool) {
    guard serial >= 0, serial < Double(Self.lastSerial + 1) else { return nil }
    // To the second, as Excel shows it.
    let seconds = Int((serial * 86_400).rounded())
    let (number, second) = seconds.quotientAndRemainder(dividingBy: 86_400)
    let time = Time(hour: second / 3600, minute: second / 60 % 60, second: second % 60)
    guard number > 0 || system == .from1904 || !hasTime else {
      self.init(day: nil, time: time)
      return
    }
    guard let day = Self.day(number, in: system) else { return nil }
    self.init(day: day, time: hasTime || second != 0 ? time : nil)
  }

  private static func day(_ number: Int, in system: System) -> Day? {
    switch system {
    case .from1900:
      // Day 60 is Lotus's mistake, and days before it are one less from 1900 on.
      guard number > 0, number != 60 else { return nil }
      return Day(sinceEpoch: number - (number > 60 ? 25_569 : 25_568))
    case .from1904:
      return Day(sinceEpoch: number - 24_107)
    }
  }
}

extension Moment.Day {
  /// Days after 1970-01-01, by the same source.
  fileprivate var daysSinceEpoch: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The day so many days after 1970-01-01 (H. Hinnant, “chrono-compatible low-level date algorithms”).
  fileprivate init(sinceEpoch days: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}

extension Moment {
  /// The number that it is in the system of 1900.
  var serial: Double {
    let seconds = time.map { $0.hour * 3600 + $0.minute * 60 + $0.second } ?? 0
    let days = day.map { day in
      let number = day.daysSinceEpoch + 25_569
      return number > 60 ? number : number - 1
    }
    return Double(days ?? 0) + Double(seconds) / 86_400
  }

  /// Reads what `t="d"` holds: ISO 8601, `2022-12-31`, `2022-12-31T08:30:00`, `08:30:00`.
  init?(iso text: String) {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    let day = parts.first.flatMap { Self.day(iso: $0) }
    let time = parts.last.flatMap { Self.time(iso: $0) }
    switch (parts.count, day, time) {
    case (1, let day?, _): self.init(day: day, time: nil)
    case (1, nil, let time?): self.init(day: nil, time: time)
    case (2, let day?, let time?): self.init(day: day, time: time)
    default: return nil
    }
  }

  private static func day(iso text: Substring) -> Day? {
    let fields = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard fields.count == 3, let year = fields[0], let month = fields[1], let day = fields[2],
      (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  private static func time(iso text: Substring) -> Time? {
    let whole = text.prefix { $0 != "." && $0 != "Z" }
    let fields = whole.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard (2...3).contains(fields.count), let hour = fields[0], let minute = fields[1],
      (0...23).contains(hour), (0...59).contains(minute)
    else { return nil }
    guard fields.count == 3 else { return Time(hour: hour, minute: minute, second: 0) }
    guard let second = fields[2], (0...59).contains(second) else { return nil }
    return Time(hour: hour, minute: minute, second: second)
  }
}
