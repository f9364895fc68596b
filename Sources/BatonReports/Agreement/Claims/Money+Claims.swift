// What the calculation of bonuses and the list of awards must say.

import BatonAssessment

extension BonusTable: Claiming {
  private static let headings = ["序号", "姓名", "基数", "单位系数", "个人系数", "担当作为加项", "在岗月数", "应发"]

  var claims: Claims {
    var claims = Claims()
    let roster = isOfRosterOnly ? "名册内" : ""
    claims.says("\(roster)发放对象\(personCount)人，应发合计\(total)元")
    claims.says("预算\(budget)元，结余\(balance)元。")
    if !toConfirm.isEmpty {
      claims.says("待确认人员（\(toConfirm.count)人）")
      claims.numbering(of: ["序号", "单位", "姓名", "备注"], toConfirm.count)
    }
    let lines = units.flatMap(\.lines)
    guard !lines.isEmpty else { return claims }
    for unit in units {
      claims.says("\(unit.name)（\(unit.lines.count)人）")
      claims.says("小计\t\(unit.subtotal)\t")
    }
    claims.says("\(isOfRosterOnly ? "名册内合计" : "全县合计")\t\(total)\t")
    claims.column("序号", of: Self.headings, units.flatMap { $0.lines.indices.map { "\($0 + 1)" } })
    func column(_ heading: String, _ value: (Line) -> String) {
      claims.column(heading, of: Self.headings, lines.map(value))
    }
    column("基数") { $0.base.text(or: missingText) }
    column("单位系数") { $0.unitCoefficient.text(or: missingText) }
    column("个人系数") { $0.personalCoefficient.text(or: missingText) }
    column("担当作为加项") { $0.addition.text(or: missingText) }
    column("在岗月数") { $0.months.text(or: missingText) }
    column("应发") { $0.due.text(or: missingText) }
    claims.relation("合计与各行") { Self.wrongSums(in: $0) }
    return claims
  }

  /// Sums that aren't the sums of what is printed above them, and 大写 that isn't the total.
  private static func wrongSums(in text: PrintedText) -> [String] {
    let dues = text.tables.first { Set(headings).isSubset(of: $0.headings) }?.column("应发") ?? []
    let subtotals = text.lines.compactMap { amount(in: $0, after: "小计\t") }
    let totals = text.lines.compactMap { amount(in: $0, after: "合计\t") }
    let sum = dues.compactMap { ExactDecimal($0)?.rational }.sum()
    guard dues.allSatisfy({ ExactDecimal($0) != nil }), let total = totals.first else { return [] }
    return (sum == total ? [] : ["各行应发之和不是合计"])
      + (subtotals.sum() == total ? [] : ["各单位小计之和不是合计"]) + wrongWords(in: text, total)
  }

  private static func amount(in line: String, after words: String) -> Rational? {
    guard let range = line.firstRange(of: words) else { return nil }
    return ExactDecimal(String(line[range.upperBound...].prefix { $0 != "\t" }))?.rational
  }

  private static func wrongWords(in text: PrintedText, _ total: Rational) -> [String] {
    text.lines.compactMap { line in
      guard let range = line.firstRange(of: "（大写：") else { return nil }
      let words = String(line[range.upperBound...].prefix { $0 != "）" })
      return CapitalAmount.value(of: words) == total ? nil : "「\(words)」不是合计"
    }
  }
}

/// Reads an amount in capital numerals: 人民币壹仟肆佰零玖元伍角 is 1409.5.
enum CapitalAmount {
  private static let digits: [Character: Int] = [
    "零": 0, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
  ]
  private static let places: [Character: Int] = ["拾": 10, "佰": 100, "仟": 1000]

  /// The amount in yuan; `nil` if it is none.
  static func value(of text: String) -> Rational? {
    guard text.hasPrefix("人民币") else { return nil }
    var fen = 0
    var section = 0
    var whole = 0
    var digit = 0
    for character in text.dropFirst(3) {
      if let value = digits[character] {
        digit = value
      } else if let place = places[character] {
        section += digit * place
        digit = 0
      } else {
        switch character {
        case "万", "亿":
          whole = (whole + section + digit) * (character == "万" ? 10_000 : 100_000_000)
          (section, digit) = (0, 0)
        case "元":
          fen = (whole + section + digit) * 100
          (whole, section, digit) = (0, 0, 0)
        case "角":
          fen += digit * 10
          digit = 0
        case "分":
          fen += digit
          digit = 0
        case "整": break
        default: return nil
        }
      }
    }
    return Rational(fen, over: 100)
  }
}

extension AwardList: Claiming {
  var claims: Claims {
    var claims = Claims()
    let headings = ["序号", "姓名"] + (0...2).map { "\(yearNumber - 2 + $0)" } + ["拟给予奖励", "依据"]
    claims.says("三等功建议名单（\(merited.count)人）")
    claims.says("嘉奖建议名单（\(commended.count)人）")
    for (table, people) in [merited, commended].enumerated() where !people.isEmpty {
      claims.numbering(of: headings, table: table, people.count)
    }
    if let publicityDays { claims.says("公示\(publicityDays)个工作日。") }
    return claims
  }
}
