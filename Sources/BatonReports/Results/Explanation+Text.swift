// Explanations for people: a line a step, indented, with cells and clauses.

public import BatonAssessment

extension Explanation {
  /// The tree as text; units below a rank are one line each.
  public func text(places: Int, _ rounding: Rounding) -> String {
    lines(places, rounding, depth: 0).map { $0 + "\n" }.joined()
  }

  private func lines(_ places: Int, _ rounding: Rounding, depth: Int) -> [String] {
    let indent = String(repeating: "  ", count: depth)
    let words = [name, number(places, rounding), method, origin].compactMap(\.self)
    let line = indent + (isDropped ? "（去掉）" : "") + words.joined(separator: "  ")
    let below = operation == .rank ? inputs.map { $0.withoutInputs } : inputs
    return [line] + below.flatMap { $0.lines(places, rounding, depth: depth + 1) }
  }

  private var withoutInputs: Explanation {
    var copy = self
    copy.inputs = []
    return copy
  }

  /// As short as it can be said exactly, else rounded beside the fraction.
  private func number(_ places: Int, _ rounding: Rounding) -> String {
    if let plain = value.plainDecimal, plain.utf8.count <= 9 { return plain }
    return "\(value.rounded(places: places, rounding))（\(value)）"
  }

  /// What was done with the inputs below.
  private var method: String? {
    switch operation {
    case .cell, .constant, .entrant: nil
    case .sum: "＝ 以下各项之和"
    case .mean: "＝ 以下 \(inputs.count) 项的平均"
    case .trimmedMean:
      "＝ 以下 \(inputs.count - 2) 票" + (dropped == 0 ? "的平均（不去极值）" : "去 \(dropped) 票后的平均")
    case .difference: "＝ 前一项减后一项"
    case .product: "＝ 以下两项之积"
    case .quotient: "＝ 前一项除以后一项"
    case .least: "＝ 两项取小（封顶）"
    case .greatest: "＝ 各项取大（同一事项就高）"
    case .count: "＝ \(cells.count) 行"
    case .rounded: "＝ 修约到 \(rounding?.places ?? 0) 位小数（\(rounding?.rule.rawValue ?? "")）"
    case .rank: "＝ 在以下 \(inputs.count) 个单位中排名"
    case .withheld: "（计分票太少，只给分数）"
    }
  }

  private var dropped: Int { inputs.count(where: \.isDropped) }

  /// Where it comes from: cells, the plan's row, and what chose it.
  private var origin: String? {
    var parts = [String]()
    if operation == .cell { parts += cells.map(\.description) }
    if let planRow { parts.append("方案「\(planRow.path)」" + (planRow.clause.map { "（\($0)）" } ?? "")) }
    if !reasons.isEmpty { parts.append("依据 " + reasons.map(\.description).joined(separator: "、")) }
    return parts.isEmpty ? nil : "← " + parts.joined(separator: "，")
  }
}

extension PlanRow {
  /// `权重·乡镇·互评`: how explanations call a row of the plan.
  var path: String { ([item.rawValue] + [scope].compactMap(\.self) + [name]).joined(separator: "·") }
}
