// 一、（一）1.（1）: what a paragraph begins with, and how it is numbered.

internal import BatonTemplate

/// The label at the beginning of a paragraph.
struct HeadingLabel {
  /// 1 for 一、 up to 4 for （1）.
  let level: Int
  let number: Int

  init?(of text: String) {
    if let match = text.prefixMatch(of: /([一二三四五六七八九十百]+)、/), let number = Self.count(match.output.1) {
      (level, self.number) = (1, number)
    } else if let match = text.prefixMatch(of: /（([一二三四五六七八九十百]+)）/),
      let number = Self.count(match.output.1)
    {
      (level, self.number) = (2, number)
    } else if let match = text.prefixMatch(of: /([0-9]{1,3})[.．](?![0-9])/), let number = Int(match.output.1)
    {
      (level, self.number) = (3, number)
    } else if let match = text.prefixMatch(of: /（([0-9]{1,3})）/), let number = Int(match.output.1) {
      (level, self.number) = (4, number)
    } else {
      return nil
    }
  }

  private static let numerals: [String: Int] = {
    var numerals: [String: Int] = [:]
    for number in 1...199 {
      if let numeral = try? ChineseNumeral.count(Decimal(number)) { numerals[numeral] = number }
    }
    return numerals
  }()

  private static func count(_ numeral: Substring) -> Int? { numerals[String(numeral)] }
}
