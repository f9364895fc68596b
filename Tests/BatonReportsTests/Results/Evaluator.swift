// Computes an explanation again from its JSON and the named cells alone: shares nothing with the program but fractions.

import BatonAssessment

/// A step as `explain --json` writes it.
struct ExplainedStep: Decodable {
  let 名: String?
  let 运算: String
  let 值: String
  let 格: [String]?
  let 依据: [String]?
  let 去: Bool?
  let 小数位: Int?
  let 修约: String?
  let 连号: Bool?
  let 并列比较: [String]?
  let 各项: [ExplainedStep]?

  var inputs: [ExplainedStep] { 各项 ?? [] }

  /// The cells whose numbers enter, by step that they enter through; those that only chose are none of them.
  var numberCells: [String] {
    (运算 == "取数" ? 格 ?? [] : []) + inputs.flatMap(\.numberCells)
  }

  /// What could keep a change of a cell from changing the value.
  func excuses(for cell: String) -> Set<String> {
    let below = inputs.filter { $0.numberCells.contains(cell) }
    guard !below.isEmpty else { return [] }
    return below.reduce(into: [运算]) { $0.formUnion($1.excuses(for: cell)) }
  }

  /// The value, given the text of each cell.
  func value(_ text: (String) -> String?) throws -> Rational {
    let values = try inputs.map { try $0.value(text) }
    switch 运算 {
    case "取数":
      guard let cell = 格?.first, let written = text(cell),
        let number = ExactDecimal(written.last == "%" ? String(written.dropLast()) : written)
      else { throw Unreadable(step: self) }
      return number.rational
    case "常数", "不列": return try fraction(值)
    case "合计": return values.sum()
    case "平均": return values.sum() / Rational(values.count)
    case "去极值平均":
      return trimmed(Array(values.dropLast(2)), values[values.count - 2], values[values.count - 1])
    case "相减": return values[0] - values[1]
    case "相乘": return values[0] * values[1]
    case "相除": return values[0] / values[1]
    case "取小": return min(values[0], values[1])
    case "取大": return values.max() ?? 0
    case "计数": return Rational(格?.count ?? 0)
    case "修约":
      guard let places = 小数位, let rule = 修约.flatMap(Rounding.init(rawValue:)) else {
        throw Unreadable(step: self)
      }
      return values[0].rounded(places: places, rule).rational
    case "参排": return values[0]
    case "排名": return Rational(try rank(text))
    default: throw Unreadable(step: self)
    }
  }

  struct Unreadable: Error {
    let step: ExplainedStep
  }

  private func fraction(_ text: String) throws -> Rational {
    let parts = text.split(separator: "/").compactMap { Int($0) }
    guard let first = parts.first else { throw Unreadable(step: self) }
    return Rational(first, over: parts.count > 1 ? parts[1] : 1)
  }

  private func trimmed(_ ballots: [Rational], _ count: Rational, _ threshold: Rational) -> Rational {
    let sorted = ballots.sorted()
    guard Rational(ballots.count) >= threshold, let ends = Int(count.description) else {
      return ballots.sum() / Rational(ballots.count)
    }
    let kept = sorted.dropFirst(ends).dropLast(ends)
    return kept.sum() / Rational(kept.count)
  }

  /// Standing of the first entrant: groups of equals, split by each component that all of a group have.
  private func rank(_ text: (String) -> String?) throws -> Int {
    let entrants = try inputs.map { entrant in
      try entrant.inputs.reduce(into: [String: Rational]()) { $0[$1.名 ?? ""] = try $1.value(text) }
    }
    var groups = [Array(entrants.indices)]
    for name in ["比较值"] + (并列比较 ?? []) {
      groups = groups.flatMap { group -> [[Int]] in
        let values = group.compactMap { entrants[$0][name] }
        guard group.count > 1, values.count == group.count else { return [group] }
        return Set(values).sorted(by: >).map { value in group.filter { entrants[$0][name] == value } }
      }
    }
    let position = groups.firstIndex { $0.contains(0) } ?? 0
    return 连号 == true ? position + 1 : groups[..<position].map(\.count).reduce(1, +)
  }
}
