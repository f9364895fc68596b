// Explanations for programs: enough to compute the value again from the named cells alone.

internal import BatonAssessment

extension Explanation: Encodable {
  private enum CodingKeys: String, CodingKey {
    case name = "名"
    case operation = "运算"
    case value = "值"
    case cells = "格"
    case clause = "条款"
    case planRow = "方案行"
    case reasons = "依据"
    case isDropped = "去"
    case places = "小数位"
    case rule = "修约"
    case isDense = "连号"
    case tieBreaks = "并列比较"
    case inputs = "各项"
  }

  /// Writes what there is; a cell is named `文件!表!格`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(name, forKey: .name)
    try container.encode(operation.rawValue, forKey: .operation)
    try container.encode(value.description, forKey: .value)
    if !cells.isEmpty { try container.encode(cells.map(\.description), forKey: .cells) }
    try container.encodeIfPresent(planRow?.clause, forKey: .clause)
    try container.encodeIfPresent(planRow?.path, forKey: .planRow)
    if !reasons.isEmpty { try container.encode(reasons.map(\.description), forKey: .reasons) }
    if isDropped { try container.encode(true, forKey: .isDropped) }
    try container.encodeIfPresent(rounding?.places, forKey: .places)
    try container.encodeIfPresent(rounding?.rule.rawValue, forKey: .rule)
    try container.encodeIfPresent(ranking?.isDense, forKey: .isDense)
    try container.encodeIfPresent(ranking?.tieBreaks.map(\.rawValue), forKey: .tieBreaks)
    if !inputs.isEmpty { try container.encode(inputs, forKey: .inputs) }
  }
}
