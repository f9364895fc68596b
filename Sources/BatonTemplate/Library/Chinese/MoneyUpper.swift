// 大写金额: amounts as on vouchers, by the rules for filling in notes (票据法 practice of the People's Bank).

package enum MoneyUpper {
  /// 人民币壹仟肆佰零玖元伍角
  ///
  /// 整 stands after 元 only; 零 where the yuan digit or the jiao between yuan and fen is zero.
  package static func text(_ amount: Decimal) throws(Fault) -> String {
    let amount = amount.normalized
    guard amount.places <= 2 else {
      throw Fault(.value, "金额「\(amount)」不到分为止", help: "先修约到两位小数：|修约(2)")
    }
    let digits = amount.rounded(places: 2, .truncate).magnitudeText
    let whole = String(digits.dropLast(3))
    let fraction = digits.utf8.suffix(2).map { Int($0) - 48 }
    let numeral = ChineseNumeral.financial
    guard let yuan = numeral.reading(whole) else {
      throw Fault(.overflow, "金额「\(amount)」太大，不能写成大写", help: "最多十六位")
    }
    let (jiao, fen) = (fraction[0], fraction[1])
    let hasYuan = whole.utf8.contains { $0 != UInt8(ascii: "0") }
    let head = "人民币" + (amount.isNegative && !amount.isZero ? "负" : "")
    if jiao == 0, fen == 0 { return head + yuan + "元整" }
    var result = head + (hasYuan ? yuan + "元" : "")
    if hasYuan, jiao == 0 || whole.utf8.last == UInt8(ascii: "0") { result += "零" }
    if jiao > 0 { result += numeral.digit(jiao) + "角" }
    if fen > 0 { result += numeral.digit(fen) + "分" }
    return result
  }
}
