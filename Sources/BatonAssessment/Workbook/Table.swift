// The closed list of the year's tables.

/// A table of the year's data; the raw value is its name in the workbook.
public enum Table: String, Sendable, Hashable, CaseIterable {
  case year = "年度"
  case plan = "方案"
  case groups = "考核组"
  case units = "单位"
  case unitHistory = "单位沿革"
  case cadres = "干部"
  case indicators = "指标"
  case completions = "指标完成"
  case visits = "实地考核"
  case routineScores = "平时分数"
  case leaderBallots = "县领导评分"
  case peerScores = "互评"
  case staffBallots = "人员测评"
  case singleItems = "单项考核"
  case adjustments = "加减分"
  case teamDebriefs = "班子述职"
  case cadreDebriefs = "个人述职"
  case talkOutline = "谈话提纲"
  case talks = "谈话"
  case problems = "突出问题"
  case practices = "经验做法"
  case judgements = "研判"
  case commitments = "担当作为"
  case writtenMaterials = "撰写材料"
  case issuances = "发文"
  case distributions = "分发"

  /// The tables that scores are computed from: 「计分表」.
  public static let scoring: Set<Table> = [
    .plan, .indicators, .completions, .routineScores, .leaderBallots, .peerScores, .staffBallots,
    .adjustments,
  ]

  /// Tables without which there is no year at all.
  public static let indispensable: Set<Table> = [.year, .units]

  /// Tables that a county may do without, and nothing is missing.
  public static let optional: Set<Table> = [.singleItems, .unitHistory]
}
