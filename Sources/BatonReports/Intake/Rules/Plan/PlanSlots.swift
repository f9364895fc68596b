// The closed list of the plan: every item, for whom, under which names, with which values.

import BatonAssessment

/// The slots of a plan, given the names that it and the table of units coin themselves.
struct PlanSlots {
  let all: [PlanSlot]

  init(plan: Plan, categories: [String], series: [String]) {
    let grades = plan.names(of: .unitGrades)
    let sections =
      Self.measures(categories) + Self.ballots(categories)
      + Self.adjustments + Self.grades(grades, categories: categories, series: series)
    all = sections + Self.staff(grades) + Self.bonuses(grades) + Self.papers + Self.conventions
  }

  private static let anyScope: [String?] = [nil]

  private static func slots(
    _ item: PlanItem, for scopes: [String?] = anyScope, _ names: [String], _ kind: PlanValueKind,
    isRequired: Bool = true
  ) -> [PlanSlot] {
    names.map { PlanSlot(item: item, scopes: scopes, name: $0, kind: kind, isRequired: isRequired) }
  }

  private static func open(
    _ item: PlanItem, for scopes: [String?] = anyScope, _ kind: PlanValueKind, isRequired: Bool = true
  ) -> [PlanSlot] {
    [PlanSlot(item: item, scopes: scopes, name: nil, kind: kind, isRequired: isRequired)]
  }

  private static func measures(_ categories: [String]) -> [PlanSlot] {
    slots(.unitCounts, for: categories, ["单位数"], .count(from: 0))
      + slots(.unitCounts, for: ["考核组"], ["组数"], .count(from: 1))
      + slots(.weights, for: categories, Component.allCases.map(\.rawValue), .percent)
      + slots(.fullScore, for: categories, ["指标"], .points)
      + slots(.sections, for: categories, Indicator.Section.allCases.map(\.rawValue), .cap)
      + slots(.minimums, for: categories + [nil], ["民生占比"], .percent)
      + slots(.minimums, for: categories + [nil], ["上年民生占比"], .percent, isRequired: false)
      + slots(.minimums, for: ["县领导评分", "人员测评", nil], ["回收率"], .percent)
      + slots(.minimums, for: ["人员测评", nil], ["分项最少票"], .count(from: 0))
      + slots(.minimums, for: ["谈话", nil], ["中层覆盖率"], .percent)
      + slots(.minimums, for: ["担当作为", nil], ["推荐人次"], .count(from: 0))
      + slots(.minimums, for: ["公示", nil], ["工作日数"], .count(from: 0))
  }

  private static func ballots(_ categories: [String]) -> [PlanSlot] {
    slots(.staffScale, ["优秀", "良好", "一般", "较差"], .score)
      + open(.ballotKinds, for: ["县领导评分", "人员测评"], .percent, isRequired: false)
      + open(.peerPools, for: categories, .percent)
      + slots(.trimming, for: ["县领导评分", "互评", nil], ["个数", "起算票数"], .count(from: 0))
      + open(.periods, .count(from: 1))
  }

  private static let adjustments =
    open(.bonusStandards, .points) + open(.deductionStandards, .points)
    + slots(.caps, ["加分单项", "加分", "扣分"], .cap) + open(.redLines, .choice(["否优"]))

  private static func grades(_ grades: [String], categories: [String], series: [String]) -> [PlanSlot] {
    let best = Array(grades.prefix(1))
    return open(.unitGrades, .score)
      + slots(.excellentUnitShare, for: series + categories + ["全县"], best, .percent, isRequired: false)
      + slots(.excellentUnitLimit, for: ["全县"], best, .percent, isRequired: false)
  }

  private static func staff(_ grades: [String]) -> [PlanSlot] {
    let classes = ["领导成员", "非领导成员", "事业人员"]
    let statuses = Cadre.Status.allCases.map(\.rawValue)
    let narrower = statuses.flatMap { status in Cadre.Identity.allCases.map { "\(status)·\($0.rawValue)" } }
    func rules(_ scopes: [String?], isRequired: Bool) -> [PlanSlot] {
      slots(.staffRules, for: scopes, ["允许等次"], .choices(personalGrades), isRequired: isRequired)
        + slots(.staffRules, for: scopes, ["计入基数"], yesOrNo, isRequired: isRequired)
        + slots(.staffRules, for: scopes, ["发奖金"], .choice(["是", "否", "待确认"]), isRequired: isRequired)
    }
    return slots(
      .excellentStaffShare, for: grades + ["不参评", "全县", nil], classes, .percent, isRequired: false)
      + slots(.excellentStaffLimit, classes, .percent, isRequired: false)
      + rules(statuses + [nil], isRequired: true) + rules(narrower, isRequired: false)
      + slots(.awards, ["奖励身份"], .choices(identities))
      + slots(.awards, ["三等功连续年数"], .choice(["1", "2", "3"]))
      + slots(.awards, ["已记功年度可重复计", "记三等功者同时嘉奖"], yesOrNo)
  }

  private static func bonuses(_ grades: [String]) -> [PlanSlot] {
    slots(.bonuses, ["发放身份"], .choices(identities)) + slots(.bonuses, ["预算", "担当作为加项"], .points)
      + slots(.bonuses, for: Cadre.Level.allCases.map(\.rawValue) + [nil], ["基数"], .points)
      + slots(.bonuses, for: grades + ["不参评", nil], ["单位系数"], .coefficient)
      + slots(.bonuses, for: personalGrades + [nil], ["个人系数"], .coefficient)
  }

  private static let papers =
    slots(.disclosure, for: ["反馈意见书", nil], ["得分", "位次", "分项"], yesOrNo)
    + slots(.disclosure, for: ["考核结果通报", nil], ["附得分排名表", "附加减分情况表", "列末等名单"], yesOrNo)
    + open(.problemCategories, .count(from: 1))
    + slots(.archiving, for: archived, ["保管期限"], .choice(["永久", "30年", "10年"]))
    + slots(.archiving, for: archived, ["机构代码"], .text)
    + slots(.archiving, for: archived, ["组件"], .choice(["逐份", "合订"]))

  private static let conventions: [PlanSlot] = {
    let rounding: PlanValueKind = .choice(["四舍五入", "四舍六入五成双", "去尾"])
    let quota: PlanValueKind = .choice(["去尾", "四舍五入", "进位"])
    let values: [(String, PlanValueKind)] = [
      ("分数小数位", .choice(["0", "1", "2", "3", "4"])), ("分数修约", rounding), ("比较口径", .choice(["未修约", "修约后"])),
      ("并列比较", .choices(Component.allCases.map(\.rawValue) + ["无"])), ("并列名次", .choice(["跳号", "连号"])),
      ("线上并列", .choice(["全不取", "待定"])), ("单位名额取整", quota), ("评优名额取整", quota), ("红线计入基数", yesOrNo),
      ("红线递补", yesOrNo), ("免评处理", .choice(["按其余权重折算", "取序列平均"])), ("平时缺期", .choice(["按已有期次", "计零分"])),
      ("名册范围", .choice(["全员", "部分"])), ("评优挂钩", .choice(["单位等次", "班子等次"])),
      ("金额小数位", .choice(["0", "1", "2"])),
      ("金额修约", rounding),
    ]
    return values.flatMap { slots(.conventions, [$0], $1) }
  }()

  private static let yesOrNo: PlanValueKind = .choice(["是", "否"])
  private static let identities = Cadre.Identity.allCases.map(\.rawValue)
  private static let personalGrades = PersonalGrade.allCases.filter { !$0.isOfInstitutions }.map(\.rawValue)
  private static let archived: [String?] =
    DocumentName.allCases.map(\.rawValue) + ["原始数据", "考核方案", nil]
}
