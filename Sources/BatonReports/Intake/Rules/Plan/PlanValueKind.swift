// What a row of the plan may decide: percentages, points, words of a closed list.

import BatonAssessment
import BatonDiagnostics

/// The type of a plan row's 「数值」.
enum PlanValueKind: Sendable, Hashable {
  /// 0～100; `30` and `30%` are the same, and what is below 1 % must carry the sign.
  case percent
  case points
  /// Points, or 「不限」.
  case cap
  case score
  case count(from: Int)
  case coefficient
  /// What is added to a coefficient, or taken from it.
  case addedCoefficient
  case choice([String])
  /// Several of a closed list, joined by 「、」.
  case choices([String])
  case text

  /// What is wrong with a value, if anything.
  func problem(with text: String) -> CellDecoder.Problem? {
    do throws(CellDecoder.Problem) {
      try check(text)
      return nil
    } catch {
      return error
    }
  }

  private func check(_ text: String) throws(CellDecoder.Problem) {
    switch self {
    case .percent: try checkPercent(text)
    case .cap where text == "不限": return
    case .points, .cap: _ = try CellDecoder.decode(text, as: .number(.notNegative))
    case .score: _ = try CellDecoder.decode(text, as: .number(.score))
    case .count(let least): _ = try CellDecoder.decode(text, as: .integer(least...Int.max))
    case .coefficient, .addedCoefficient:
      guard let number = ExactDecimal(text) else {
        throw CellDecoder.Problem(code: .wrongType, expected: "应是纯数字", fix: "写成小数，如 1.2，不写成百分数")
      }
      guard self == .addedCoefficient || !number.isNegative else {
        throw CellDecoder.Problem(code: .outOfRange, expected: "系数不得为负", fix: "核对系数；只有单项系数可以为负")
      }
    case .choice(let choices): _ = try CellDecoder.decode(text, as: .choice(choices))
    case .choices(let choices): _ = try CellDecoder.decode(text, as: .choices(choices))
    case .text: return
    }
  }

  private func checkPercent(_ text: String) throws(CellDecoder.Problem) {
    let hasSign = text.last == "%"
    let number = try CellDecoder.decode(hasSign ? String(text.dropLast()) : text, as: .number(.score))
    guard case .number(let value) = number, !hasSign, !value.isZero, value.rational < 1 else { return }
    throw CellDecoder.Problem(
      code: .doubtfulPercent, expected: "百分数应写 30 或 30%",
      fix: "若是 \(value.asPercent)，写成 \(value.asPercent)；确实不足 1%，带上 %")
  }
}

extension ExactDecimal {
  /// A fraction of one as a percentage: 0.3 is `30%`.
  fileprivate var asPercent: String { (rational * 100).decimalText + "%" }
}
