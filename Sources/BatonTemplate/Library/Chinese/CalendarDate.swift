// Dates as official documents write them: 2023年4月9日, 二〇二三年四月九日.

/// A day of the Gregorian calendar.
struct CalendarDate: Sendable, Hashable {
  let year: Int
  let month: Int
  let day: Int

  /// Reads `2023-04-09`, `2023/4/9`, `2023.4.9`, `2023年4月9日`; a time behind an ISO date is left out.
  init?(_ text: String) {
    var rest = TextSplitting.strip(text)[...]
    if rest.hasSuffix("日") { rest.removeLast() }
    if let time = rest.firstIndex(where: { $0 == "T" || $0 == " " }) { rest = rest[..<time] }
    let parts = rest.split(omittingEmptySubsequences: false) { "-/.年月".contains($0) }
    let numbers = parts.compactMap { part in
      part.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(part) : nil
    }
    guard parts.count == 3, numbers.count == 3, parts[0].utf8.count == 4 else { return nil }
    self.init(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  /// `nil` for a day that the calendar does not have.
  init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...days[month - 1]).contains(day) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// 公文日期: Arabic numerals without leading zeros (GB/T 9704-2012 §7.3.5.4).
  var official: String { "\(year)年\(month)月\(day)日" }

  /// 汉字日期: the year digit by digit, month and day as numbers.
  var chinese: String {
    let numeral = ChineseNumeral.common
    let digits = String(year)
    let padded = String(repeating: "0", count: 4 - digits.utf8.count) + digits
    return "\(ChineseNumeral.year(padded))年\(numeral.reading(String(month)) ?? "")月"
      + "\(numeral.reading(String(day)) ?? "")日"
  }
}
