// Numbers in Chinese characters: 八十七, 二〇二三, 壹拾万零壹拾.

/// A set of numerals: digits, and the names of tens, hundreds and thousands.
package struct ChineseNumeral: Sendable {
  private let digits: [String]
  private let places: [String]
  /// 十二, not 一十二, at the beginning.
  private let dropsLeadingOne: Bool

  /// 一二三, for counts.
  package static let common = ChineseNumeral(
    digits: ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"], places: ["", "十", "百", "千"],
    dropsLeadingOne: true)

  /// 壹贰叁, for money.
  package static let financial = ChineseNumeral(
    digits: ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"], places: ["", "拾", "佰", "仟"],
    dropsLeadingOne: false)

  /// The largest power of ten that has a name here is 万亿.
  package static let digitLimit = 16

  /// A digit by itself.
  package func digit(_ value: Int) -> String { digits[value] }

  /// An integer read out, `nil` beyond 9999 万亿. Its digits are given without a sign.
  package func reading(_ number: String) -> String? {
    let values = number.utf8.drop { $0 == UInt8(ascii: "0") }.map { Int($0) - 48 }
    guard values.count <= Self.digitLimit else { return nil }
    if values.isEmpty { return digits[0] }
    var result = ""
    var isGap = false
    let sections = (values.count + 3) / 4
    for section in (0..<sections).reversed() {
      let end = values.count - section * 4
      let four = Array(values[max(0, end - 4)..<end])
      if four.allSatisfy({ $0 == 0 }) {
        isGap = !result.isEmpty
        // 万亿 has lost its 万 section: 亿 is still to be said.
        if section == 2, sections > 3 { result += "亿" }
        continue
      }
      if !result.isEmpty, isGap || four.first == 0 { result += digits[0] }
      isGap = false
      result += readSection(four) + ["", "万", "亿", "万"][section]
    }
    if dropsLeadingOne, result.hasPrefix(digits[1] + places[1]) { result.removeFirst() }
    return result
  }

  /// Up to four digits: 三百零四.
  private func readSection(_ values: [Int]) -> String {
    var result = ""
    var isGap = false
    for (index, value) in values.enumerated() {
      if value == 0 {
        isGap = !result.isEmpty
        continue
      }
      if isGap { result += digits[0] }
      isGap = false
      result += digits[value] + places[values.count - 1 - index]
    }
    return result
  }

  /// 计数: 十二, 一百零五, 负三, 三点五.
  package static func count(_ value: Decimal) throws(Fault) -> String {
    let parts = value.normalized.magnitudeText.split(separator: ".")
    guard let whole = common.reading(String(parts[0])) else {
      throw Fault(.overflow, "「\(value)」太大，不能写成汉字", help: "最多十六位")
    }
    let fraction = parts.count > 1 ? "点" + spelled(parts[1], zero: "零") : ""
    return (value.isNegative && !value.isZero ? "负" : "") + whole + fraction
  }

  /// 年份 and other numbers read digit by digit: 二〇二三 (U+3007, not a zero).
  package static func year(_ digits: some StringProtocol) -> String { spelled(digits, zero: "〇") }

  private static func spelled(_ text: some StringProtocol, zero: String) -> String {
    text.utf8.map { $0 == UInt8(ascii: "0") ? zero : common.digits[Int($0) - 48] }.joined()
  }

  /// 概数: 八十余, 二百四十余; a round number is itself.
  package static func approximate(_ value: Int) throws(Fault) -> String {
    guard value > 0 else { throw Fault(.value, "概数应大于零，这里是「\(value)」") }
    let count = String(value).utf8.count
    guard count > 1 else { return try self.count(Decimal(value)) }
    var unit = 1
    for _ in 0..<max(1, count - 2) { unit *= 10 }
    let floor = value / unit * unit
    return try self.count(Decimal(floor)) + (floor == value ? "" : "余")
  }
}
