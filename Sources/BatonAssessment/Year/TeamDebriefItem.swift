// One item of the four that a leading team must make clear.

/// One item of a leading team's debrief (「班子述职」).
public struct TeamDebriefItem: Sendable, Hashable {
  /// 「单位编号」.
  public let unitID: String
  /// 「部分」.
  public let part: Part
  /// 「序号」.
  public let number: Int
  /// 「内容」.
  public let content: String?
  /// 「指标」.
  public let indicator: String?
  /// 「得分」.
  public let score: ExactDecimal?
  /// 「范围」.
  public let scope: Scope?
  /// 「位次」.
  public let rank: Int?
  /// 「参评数」.
  public let participants: Int?
  /// 「上年位次」.
  public let lastRank: Int?
  /// 「责任人」.
  public let responsible: String?
  /// 「完成时限」.
  public let deadline: String?
  /// Where it stands in the table.
  public let row: RowAddress

  package init(
    unitID: String, part: Part, number: Int, content: String?, indicator: String?, score: ExactDecimal?,
    scope: Scope?, rank: Int?, participants: Int?, lastRank: Int?, responsible: String?, deadline: String?,
    row: RowAddress
  ) {
    self.unitID = unitID
    self.part = part
    self.number = number
    self.content = content
    self.indicator = indicator
    self.score = score
    self.scope = scope
    self.rank = rank
    self.participants = participants
    self.lastRank = lastRank
    self.responsible = responsible
    self.deadline = deadline
    self.row = row
  }

  /// 「部分」: the self-check, and the 「四个讲清楚」.
  public enum Part: String, Sendable, Hashable, CaseIterable {
    case selfCheck = "自查总结"
    case achievements = "工作成效"
    case standings = "成绩位次"
    case problems = "问题不足"
    case remedies = "整改方向"
  }

  /// 「范围」: among whom the rank is.
  public enum Scope: String, Sendable, Hashable, CaseIterable {
    case county = "全县"
    case city = "全市"
    case province = "全省"
    case nation = "全国"
  }
}
