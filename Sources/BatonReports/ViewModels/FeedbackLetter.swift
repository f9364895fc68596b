// 反馈意见书: what a unit is told of its assessment. Nothing of other units, no source of a problem, no person but
// the contact.

import BatonAssessment
public import BatonTemplate

/// The letter to a unit.
public struct FeedbackLetter: ViewModel {
  public let title: String
  /// Whose letter it is, for comparing figures; the letter says 你单位.
  let unitShortName: String
  let yearNumber: Int
  let host: String
  let date: CalendarDate
  let issue: IssueNote
  @OrNone var planName: String?
  @OrNone var planNumber: String?
  @OrNone var meeting: String?
  let suggestion: String
  let series: String
  let participants: Int
  /// None where the plan keeps it back.
  @OrNone var total: Figure?
  @OrNone var rank: Int?
  /// Whether the rank was decided by more places than are shown.
  let isRankedFurther: Bool
  let components: [ScoreNote.ComponentScore]
  /// 得分说明, where the plan tells the unit its score and its components.
  @OrNone var statement: ScoreStatement?
  @OrNone var grade: String?
  let achievements: [Material]
  let problems: [Finding]
  let demands: [Material]
  @OrNone var planDueOn: CalendarDate?
  @OrNone var resultDueOn: CalendarDate?
  @OrNone var contact: String?
  @OrNone var phone: String?

  struct Finding: Encodable, Sendable {
    let category: String
    @OrNone var manifestation: String?

    static let shape: DataShape = .record(["类别": .text, "具体表现": .optional(.text)])

    enum CodingKeys: String, CodingKey {
      case category = "类别"
      case manifestation = "具体表现"
    }
  }

  enum CodingKeys: String, CodingKey {
    case title = "题名"
    case yearNumber = "年度"
    case host = "主办单位"
    case date = "成文日期"
    case issue = "发文"
    case planName = "考核方案名称"
    case planNumber = "考核方案文号"
    case meeting = "审定会议"
    case suggestion = "建议"
    case series = "序列"
    case participants = "参评数"
    case total = "综合得分"
    case rank = "位次"
    case isRankedFurther = "按更多位比较"
    case components = "分项"
    case statement = "得分说明"
    case grade = "等次"
    case achievements = "主要成绩"
    case problems = "存在问题"
    case demands = "整改要求"
    case planDueOn = "整改方案报送日期"
    case resultDueOn = "整改结果报送日期"
    case contact = "联系人"
    case phone = "联系电话"
  }

  public static let shape: DataShape.Fields = [
    "题名": .text,
    "年度": .integer,
    "主办单位": .text,
    "成文日期": .date,
    "发文": IssueNote.shape,
    "考核方案名称": .optional(.text),
    "考核方案文号": .optional(.text),
    "审定会议": .optional(.text),
    "建议": .text,
    "序列": .text,
    "参评数": .integer,
    "综合得分": .optional(.number),
    "位次": .optional(.integer),
    "按更多位比较": .bool,
    "分项": .list(of: ScoreNote.ComponentScore.shape),
    "得分说明": .optional(ScoreStatement.shape),
    "等次": .optional(.text),
    "主要成绩": .list(of: Material.shape),
    "存在问题": .list(of: Finding.shape),
    "整改要求": .list(of: Material.shape),
    "整改方案报送日期": .optional(.date),
    "整改结果报送日期": .optional(.date),
    "联系人": .optional(.text),
    "联系电话": .optional(.text),
  ]
}

extension FeedbackLetter {
  init(of unit: Unit, in snapshot: YearSnapshot) {
    let (year, facts) = (snapshot.year, snapshot.year.facts)
    let outcome = snapshot.outcome[unit.id]
    func tells(_ name: String) -> Bool { year.plan.discloses(name, in: .feedback) }
    let materials = year.writtenMaterials(for: .feedback, of: unit)

    self.init(
      title: "关于\(facts.year)年度考核情况的反馈意见", unitShortName: unit.shortName,
      yearNumber: facts.year,
      host: facts.host, date: facts.writtenOn, issue: IssueNote(of: .feedback, to: unit, in: year),
      planName: facts[.planName], planNumber: facts[.planNumber], meeting: facts[.reviewMeeting],
      suggestion: snapshot.suggestionMark, series: unit.series, participants: outcome?.participants ?? 0,
      total: tells("得分") ? snapshot.total(of: unit) : nil, rank: tells("位次") ? outcome?.rank : nil,
      isRankedFurther: tells("位次") && snapshot.sharesShownTotal(unit),
      components: tells("分项") ? outcome.map { ScoreNote.components(of: $0, in: snapshot) } ?? [] : [],
      statement: tells("得分") && tells("分项")
        ? outcome.flatMap { ScoreStatement(of: $0, for: .unit, in: snapshot) } : nil,
      grade: outcome?.grade, achievements: materials.part("主要成绩"),
      problems: year.problems(of: unit).map {
        Finding(category: $0.category, manifestation: $0.manifestation)
      },
      demands: materials.part("整改要求"), planDueOn: facts.date(.remedyPlanDueOn),
      resultDueOn: facts.date(.remedyResultDueOn), contact: facts[.contact], phone: facts[.phone])
  }
}
