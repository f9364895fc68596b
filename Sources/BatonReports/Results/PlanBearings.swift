// What each item of the plan decides of the results.

import BatonAssessment

enum PlanBearings {
  /// What can't be relied on while a decision is missing or wrong.
  static func aspects(of decision: PlanDecision) -> [Gaps.Aspect] {
    switch decision.item {
    case .weights: [.base]
    case .fullScore: [.component(.targets)]
    case .staffScale: [.component(.staff)]
    case .ballotKinds, .trimming: ballots(of: decision.scope)
    case .peerPools: [.component(.peers)]
    case .periods: [.component(.routine)]
    case .bonusStandards, .deductionStandards, .caps, .redLines: [.adjustments]
    case .unitGrades: [.pools, .staffQuotas, .bonuses]
    case .excellentUnitShare: [.pools]
    case .excellentStaffShare: [.staffQuotas]
    case .staffRules: staffRule(decision.name)
    case .awards: [.awards]
    case .bonuses: [.bonuses]
    case .conventions: convention(decision.name)
    case .unitCounts, .sections, .minimums, .excellentUnitLimit, .excellentStaffLimit, .disclosure,
      .problemCategories, .archiving:
      []
    }
  }

  private static func ballots(of scope: String?) -> [Gaps.Aspect] {
    scope.flatMap(Component.init(rawValue:)).map { [.component($0)] }
      ?? [.component(.leaders), .component(.peers), .component(.staff)]
  }

  private static func staffRule(_ name: String?) -> [Gaps.Aspect] {
    switch name {
    case "允许等次": []
    case "计入基数": [.staffQuotas]
    case "发奖金": [.bonuses]
    default: [.staffQuotas, .bonuses]
    }
  }

  private static func convention(_ name: String?) -> [Gaps.Aspect] {
    switch name {
    case "并列比较", "分数小数位", "分数修约", "比较口径": [.ranking, .pools]
    case "并列名次": [.ranking]
    case "线上并列", "单位名额取整", "红线计入基数", "红线递补": [.pools]
    case "评优名额取整", "名册范围", "评优挂钩": [.staffQuotas]
    case "免评处理": [.base]
    case "平时缺期": [.component(.routine)]
    case "金额小数位", "金额修约": [.bonuses]
    default: []
    }
  }
}
