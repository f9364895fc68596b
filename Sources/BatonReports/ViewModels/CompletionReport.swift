// 目标任务完成情况报告: what a unit was to do, what it did, and, once all scores are there, what that comes to.

import BatonAssessment
public import BatonTemplate

/// A unit's report, for the county committee, the assessment office and the unit's assessment group.
public struct CompletionReport: ViewModel {
  public let title: String
  let yearNumber: Int
  let unitName: String
  let unitShortName: String
  @OrNone var groupNumber: Int?
  @OrNone var planName: String?
  @OrNone var planNumber: String?
  let periodStart: CalendarDate
  let periodEnd: CalendarDate
  let date: CalendarDate
  @OrNone var visit: Visit?
  let talkCount: Int
  @OrNone var ballots: Ballots?
  let total: Tally
  let sections: [Section]
  let teamOperation: [Material]
  let teamBuilding: [Material]
  let problems: [MainProblem]
  /// None as long as scores can't be known.
  @OrNone var score: ScoreNote?
  let rows: [CompletionRow]

  struct Visit: Encodable, Sendable {
    @OrNone var arrivedOn: CalendarDate?
    @OrNone var leftOn: CalendarDate?
    @OrNone var briefings: Int?
    @OrNone var documentsRead: Int?
    @OrNone var sitesSeen: Int?

    static let shape: DataShape = .record([
      "进驻日期": .optional(.date), "离开日期": .optional(.date), "听取汇报次数": .optional(.integer),
      "查阅资料份数": .optional(.integer), "实地查看处数": .optional(.integer),
    ])

    enum CodingKeys: String, CodingKey {
      case arrivedOn = "进驻日期"
      case leftOn = "离开日期"
      case briefings = "听取汇报次数"
      case documentsRead = "查阅资料份数"
      case sitesSeen = "实地查看处数"
    }
  }

  /// How many ballots went out and came back; what was on them is nobody's business here.
  struct Ballots: Encodable, Sendable {
    let issued: Int
    let returned: Int

    static let shape: DataShape = .record(["发出票": .integer, "收回票": .integer])

    enum CodingKeys: String, CodingKey {
      case issued = "发出票"
      case returned = "收回票"
    }
  }

  struct Section: Encodable, Sendable {
    let name: String
    let tally: Tally
    let account: [Material]

    static let shape: DataShape = .record(["名称": .text, "合计": Tally.shape, "情况": .list(of: Material.shape)])

    enum CodingKeys: String, CodingKey {
      case name = "名称"
      case tally = "合计"
      case account = "情况"
    }
  }

  struct MainProblem: Encodable, Sendable {
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
    case unitName = "单位全称"
    case unitShortName = "单位简称"
    case groupNumber = "组号"
    case planName = "考核方案名称"
    case planNumber = "考核方案文号"
    case periodStart = "考核期起"
    case periodEnd = "考核期止"
    case date = "成文日期"
    case visit = "实地考核"
    case talkCount = "谈话人数"
    case ballots = "人员测评"
    case total = "指标合计"
    case sections = "各板块"
    case teamOperation = "班子运行"
    case teamBuilding = "队伍建设"
    case problems = "主要问题"
    case score = "得分"
    case rows = "指标完成"
  }

  public static let shape: DataShape.Fields = [
    "题名": .text,
    "年度": .integer,
    "单位全称": .text,
    "单位简称": .text,
    "组号": .optional(.integer),
    "考核方案名称": .optional(.text),
    "考核方案文号": .optional(.text),
    "考核期起": .date,
    "考核期止": .date,
    "成文日期": .date,
    "实地考核": .optional(Visit.shape),
    "谈话人数": .integer,
    "人员测评": .optional(Ballots.shape),
    "指标合计": Tally.shape,
    "各板块": .list(of: Section.shape),
    "班子运行": .list(of: Material.shape),
    "队伍建设": .list(of: Material.shape),
    "主要问题": .list(of: MainProblem.shape),
    "得分": .optional(ScoreNote.shape),
    "指标完成": .list(of: CompletionRow.shape),
  ]
}
