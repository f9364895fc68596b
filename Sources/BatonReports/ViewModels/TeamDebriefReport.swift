// 班子述职报告: what a leading team makes clear — achievements, standings, problems, remedies.

import BatonAssessment
public import BatonTemplate

/// A unit's debrief, for itself, its assessment group and the assessment office.
public struct TeamDebriefReport: ViewModel {
  public let title: String
  let yearNumber: Int
  let unitName: String
  let date: CalendarDate
  let selfCheck: [OrNone<String>]
  let achievements: [OrNone<String>]
  let standings: [Standing]
  let problems: [OrNone<String>]
  let remedies: [Remedy]

  /// A rank that somebody else gave, and among how many.
  struct Standing: Encodable, Sendable {
    @OrNone var content: String?
    @OrNone var indicator: String?
    @OrNone var score: Figure?
    @OrNone var scope: String?
    @OrNone var rank: Int?
    @OrNone var participants: Int?
    @OrNone var lastRank: Int?

    enum CodingKeys: String, CodingKey {
      case content = "内容"
      case indicator = "指标"
      case score = "得分"
      case scope = "范围"
      case rank = "位次"
      case participants = "参评数"
      case lastRank = "上年位次"
    }
  }

  /// What is done about the problem of the same number.
  struct Remedy: Encodable, Sendable {
    @OrNone var content: String?
    @OrNone var responsible: String?
    @OrNone var deadline: String?

    enum CodingKeys: String, CodingKey {
      case content = "内容"
      case responsible = "责任人"
      case deadline = "完成时限"
    }
  }

  enum CodingKeys: String, CodingKey {
    case title = "题名"
    case yearNumber = "年度"
    case unitName = "单位全称"
    case date = "成文日期"
    case selfCheck = "自查总结"
    case achievements = "工作成效"
    case standings = "成绩位次"
    case problems = "问题不足"
    case remedies = "整改方向"
  }

  public static let shape: DataShape.Fields = [
    "题名": .text,
    "年度": .integer,
    "单位全称": .text,
    "成文日期": .date,
    "自查总结": .list(of: .optional(.text)),
    "工作成效": .list(of: .optional(.text)),
    "成绩位次": .list(
      of: .record([
        "内容": .optional(.text), "指标": .optional(.text), "得分": .optional(.number), "范围": .optional(.text),
        "位次": .optional(.integer), "参评数": .optional(.integer), "上年位次": .optional(.integer),
      ])),
    "问题不足": .list(of: .optional(.text)),
    "整改方向": .list(
      of: .record(["内容": .optional(.text), "责任人": .optional(.text), "完成时限": .optional(.text)])),
  ]
}

extension TeamDebriefReport {
  init(of unit: Unit, in year: AssessmentYear) {
    let debrief = year.teamDebrief(of: unit)
    func part(_ part: TeamDebriefItem.Part) -> [TeamDebriefItem] { debrief?.items(in: part) ?? [] }
    func texts(_ name: TeamDebriefItem.Part) -> [OrNone<String>] {
      part(name).map { OrNone(wrappedValue: $0.content) }
    }
    let problems = part(.problems)
    let remedies = part(.remedies)
    // A problem and its remedy share a number: where one of the two is absent, its place stays open.
    let numbers = Set((problems + remedies).map(\.number)).sorted()

    title = "\(unit.name)领导班子\(year.facts.year)年度述职报告"
    yearNumber = year.facts.year
    unitName = unit.name
    date = year.facts.writtenOn
    selfCheck = texts(.selfCheck)
    achievements = texts(.achievements)
    standings = part(.standings).map(Standing.init)
    self.problems = numbers.flatMap { number in
      problems.matching(number).map { OrNone(wrappedValue: $0?.content) }
    }
    self.remedies = numbers.flatMap { number in remedies.matching(number).map(Remedy.init) }
  }
}

extension TeamDebriefReport.Standing {
  fileprivate init(_ item: TeamDebriefItem) {
    self.init(
      content: item.content, indicator: item.indicator, score: item.score.map(Figure.init),
      scope: item.scope?.rawValue, rank: item.rank, participants: item.participants,
      lastRank: item.lastRank)
  }
}

extension TeamDebriefReport.Remedy {
  fileprivate init(_ item: TeamDebriefItem?) {
    self.init(
      content: item?.content, responsible: item?.responsible, deadline: item?.deadline.map(deadlineText))
  }
}

extension [TeamDebriefItem] {
  /// The items of a number, or one absence.
  fileprivate func matching(_ number: Int) -> [TeamDebriefItem?] {
    let found = filter { $0.number == number }
    return found.isEmpty ? [nil] : found
  }
}
