// 全县考核情况报告: the year as a whole, for the county committee. It names no cadre and asks for nothing.

import BatonAssessment
public import BatonTemplate

/// The office's report to the county committee.
public struct CountyReport: ViewModel {
  public let title: String
  let yearNumber: Int
  let host: String
  let date: CalendarDate
  let issue: IssueNote
  @OrNone var planName: String?
  @OrNone var planNumber: String?
  @OrNone var meeting: String?
  @OrNone var trainedOn: CalendarDate?
  @OrNone var training: String?
  let groupCount: Int
  let unitCount: Int
  let categories: [Category]
  let suggestion: String
  let bestGrade: String
  let summary: ScoreSummary
  let seriesList: [Series]
  let comparable: [String]
  let problemCount: Int
  let problemUnitCount: Int
  let problemCategories: [ProblemCategory]
  let practices: [PracticeTitle]
  let work: [Material]
  let achievements: [Material]
  let problems: [Material]
  let judgement: [Material]
  let uses: [Material]
  let plans: [Material]

  struct Category: Encodable, Sendable {
    let name: String
    let count: Int

    static let shape: DataShape = .record(["名称": .text, "单位数": .integer])

    enum CodingKeys: String, CodingKey {
      case name = "名称"
      case count = "单位数"
    }
  }

  struct Series: Encodable, Sendable {
    let name: String
    let count: Int
    @OrNone var quota: Int?
    let summary: ScoreSummary

    static let shape: DataShape = .record([
      "名称": .text, "参评数": .integer, "名额": .optional(.integer), "概况": ScoreSummary.shape,
    ])

    enum CodingKeys: String, CodingKey {
      case name = "名称"
      case count = "参评数"
      case quota = "名额"
      case summary = "概况"
    }
  }

  struct ProblemCategory: Encodable, Sendable {
    let name: String
    let count: Int
    let share: Figure

    static let shape: DataShape = .record(["类别": .text, "项数": .integer, "占比": .number])

    enum CodingKeys: String, CodingKey {
      case name = "类别"
      case count = "项数"
      case share = "占比"
    }
  }

  struct PracticeTitle: Encodable, Sendable {
    let unitName: String
    @OrNone var title: String?

    static let shape: DataShape = .record(["单位全称": .text, "标题": .optional(.text)])

    enum CodingKeys: String, CodingKey {
      case unitName = "单位全称"
      case title = "标题"
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
    case trainedOn = "动员培训日期"
    case training = "动员培训内容"
    case groupCount = "考核组数"
    case unitCount = "考核单位数"
    case categories = "各类别"
    case suggestion = "建议"
    case bestGrade = "首等"
    case summary = "概况"
    case seriesList = "各序列"
    case comparable = "参照单位"
    case problemCount = "问题项数"
    case problemUnitCount = "问题单位数"
    case problemCategories = "问题类别"
    case practices = "经验"
    case work = "工作开展"
    case achievements = "主要成效"
    case problems = "存在问题"
    case judgement = "总体研判"
    case uses = "结果运用"
    case plans = "下步打算"
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
    "动员培训日期": .optional(.date),
    "动员培训内容": .optional(.text),
    "考核组数": .integer,
    "考核单位数": .integer,
    "各类别": .list(of: Category.shape),
    "建议": .text,
    "首等": .text,
    "概况": ScoreSummary.shape,
    "各序列": .list(of: Series.shape),
    "参照单位": .list(of: .text),
    "问题项数": .integer,
    "问题单位数": .integer,
    "问题类别": .list(of: ProblemCategory.shape),
    "经验": .list(of: PracticeTitle.shape),
    "工作开展": .list(of: Material.shape),
    "主要成效": .list(of: Material.shape),
    "存在问题": .list(of: Material.shape),
    "总体研判": .list(of: Material.shape),
    "结果运用": .list(of: Material.shape),
    "下步打算": .list(of: Material.shape),
  ]
}
