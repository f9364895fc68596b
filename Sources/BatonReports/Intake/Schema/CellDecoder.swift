// From what a cell holds to its value, or to what is wrong with it.

import BatonAssessment
import BatonDiagnostics

/// Reads cells of one kind.
enum CellDecoder {
  /// What is wrong with a cell.
  struct Problem: Error, Hashable {
    let code: FaultCode
    let expected: String
    let fix: String
  }

  /// Reads a cell that is not blank.
  static func decode(_ content: CellContent, as kind: ColumnKind) throws(Problem) -> CellValue {
    switch (content, kind) {
    case (.error, _):
      throw Problem(code: .errorValue, expected: "公式出了错", fix: "改正公式，或直接填数")
    case (.uncomputed, _):
      throw Problem(code: .uncomputedFormula, expected: "公式没有算出的值", fix: "在 Excel 或 WPS 里打开、重算、保存，或直接填数")
    case (.picture, _):
      throw Problem(code: .pictureInCell, expected: "应是文字或数，不是图片", fix: "删去图片，填上内容")
    case (.moment(let moment), .date):
      guard let date = moment.date else {
        throw Problem(code: .wrongType, expected: "应是不带时刻的日期", fix: "只留日期")
      }
      return .date(date)
    case (.number, .date):
      throw Problem(code: .wrongType, expected: "应是日期", fix: "把这一格设成日期格式，或写成 2022-12-31")
    case (.moment, .integer), (.moment, .number), (.moment, .outcome):
      throw Problem(code: .wrongType, expected: "应是纯数字，不是日期", fix: "把这一格设成常规格式，重新填数")
    case (.boolean(let boolean), .flag): return .flag(boolean)
    case (.boolean(let boolean), .planValue): return .text(boolean ? "是" : "否")
    case (.number(let number, isPercent: true), .planValue):
      return ExactDecimal(number).map { .percentage($0) } ?? .text(number)
    default: return try decode(content.text, as: kind)
    }
  }

  /// Reads the text of a cell that is not blank, given without outer blanks.
  static func decode(_ text: String, as kind: ColumnKind) throws(Problem) -> CellValue {
    switch kind {
    case .text, .planValue: return .text(text)
    case .integer(let range): return .integer(try integer(text, in: range))
    case .number(let range): return .number(try number(text, in: range))
    case .date: return .date(try date(text))
    case .flag: return .flag(try flag(text))
    case .choice(let choices): return .text(try choice(text, of: choices))
    case .choices(let choices):
      let words = try list(text)
      for word in words { _ = try choice(word, of: choices) }
      return .list(words)
    case .list: return .list(try list(text))
    case .outcome: return try outcome(text)
    }
  }

  private static func integer(_ text: String, in range: ClosedRange<Int>) throws(Problem) -> Int {
    let value = try decimal(text).rational
    guard value.isInteger, let integer = Int(exactly: value.numerator) else {
      throw Problem(code: .wrongType, expected: "应是整数", fix: "改成整数")
    }
    guard range.contains(integer) else {
      let expected =
        range.upperBound == .max
        ? "应不小于 \(range.lowerBound)" : "应在 \(range.lowerBound)～\(range.upperBound) 之间"
      throw Problem(code: .outOfRange, expected: expected, fix: "核对后改正")
    }
    return integer
  }

  private static func number(
    _ text: String, in range: ColumnKind.NumberRange
  ) throws(Problem) -> ExactDecimal {
    let number = try decimal(text)
    guard !number.isNegative else {
      let expected = range == .score ? "应在 0～100 之间" : "不得为负"
      throw Problem(code: .outOfRange, expected: expected, fix: "写成不带负号的数，扣分也写正数")
    }
    guard range != .score || number.rational <= 100 else {
      throw Problem(code: .outOfRange, expected: "应在 0～100 之间", fix: "按百分制改正")
    }
    return number
  }

  private static func decimal(_ text: String) throws(Problem) -> ExactDecimal {
    if let number = ExactDecimal(text) { return number }
    throw Problem(
      code: .wrongType, expected: "应是纯数字", fix: "用半角数字，不带单位、千分位逗号、百分号，不用科学计数，如 1234.5")
  }

  private static func date(_ text: String) throws(Problem) -> CalendarDate {
    if let date = CalendarDate(text) { return date }
    throw Problem(
      code: .wrongType, expected: "应是日历上有的日期", fix: "写成 2022-12-31、2022年12月31日 或 2022/12/31")
  }

  private static func flag(_ text: String) throws(Problem) -> Bool {
    switch text {
    case "是", "√", "Y", "1": return true
    case "否", "N", "0": return false
    default: throw Problem(code: .notInList, expected: "应是「是」或「否」", fix: "改成「是」或「否」")
    }
  }

  /// 是 or 否, however it was written; anything else as it stands.
  static func plainFlag(_ text: String) -> String {
    do throws(Problem) {
      return try flag(text) ? "是" : "否"
    } catch {
      return text
    }
  }

  private static func choice(_ text: String, of choices: [String]) throws(Problem) -> String {
    guard !choices.contains(text) else { return text }
    let nearest = Suggestion.nearest(to: text, among: choices)
    throw Problem(
      code: .notInList, expected: "应是\(choices.map { "「\($0)」" }.joined(separator: "、"))之一",
      fix: nearest.map { "是不是想写「\($0)」" } ?? "从所列的词里选一个")
  }

  private static func list(_ text: String) throws(Problem) -> [String] {
    let words = text.split(separator: "、", omittingEmptySubsequences: false).map { String($0).trimmed }
    guard !words.contains("") else {
      throw Problem(code: .wrongType, expected: "并列的各项之间应只有一个「、」", fix: "删去多余的「、」")
    }
    guard Set(words).count == words.count else {
      throw Problem(code: .duplicateValue, expected: "并列的各项不应重复", fix: "删去重复的一项")
    }
    return words
  }

  private static func outcome(_ text: String) throws(Problem) -> CellValue {
    switch text {
    case "完成": return .flag(true)
    case "未完成": return .flag(false)
    default:
      guard let number = ExactDecimal(text) else {
        throw Problem(code: .wrongType, expected: "应是纯数字，或「完成」「未完成」", fix: "定量指标写数，定性指标写「完成」或「未完成」")
      }
      return .number(number)
    }
  }
}
