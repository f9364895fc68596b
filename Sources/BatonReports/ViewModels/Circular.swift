// 考核结果通报: who has which grade, series by series, for all offices of the county. No person, no deduction's matter,
// and nothing that the plan keeps back (方案「告知」).

import BatonAssessment
public import BatonTemplate

/// The county's circular on the results of a year.
public struct Circular: ViewModel {
  public let title: String
  let yearNumber: Int
  let host: String
  let date: CalendarDate
  let issue: IssueNote
  @OrNone var planName: String?
  @OrNone var planNumber: String?
  @OrNone var leadingBody: String?
  @OrNone var meeting: String?
  let suggestion: String
  let bestGrade: String
  let unitCount: Int
  let seriesList: [Series]
  /// Who is treated like the best without taking part in the ranking.
  let comparable: [String]
  let features: [Material]
  let problems: [Material]
  let demands: [Material]
  @OrNone var ranking: [RankedSeries]?
  @OrNone var adjustments: Adjustments?

  struct Series: Encodable, Sendable {
    let name: String
    let count: Int
    let grades: [GradeList]

    static let shape: DataShape = .record([
      "名称": .text, "参评数": .integer, "各等次": .list(of: GradeList.shape),
    ])

    enum CodingKeys: String, CodingKey {
      case name = "名称"
      case count = "参评数"
      case grades = "各等次"
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
    case leadingBody = "考核领导机构"
    case meeting = "审定会议"
    case suggestion = "建议"
    case bestGrade = "首等"
    case unitCount = "参评数"
    case seriesList = "各序列"
    case comparable = "参照单位"
    case features = "主要特点"
    case problems = "存在问题"
    case demands = "下步要求"
    case ranking = "得分排名表"
    case adjustments = "加减分情况表"
  }

  public static let shape: DataShape.Fields = [
    "题名": .text,
    "年度": .integer,
    "主办单位": .text,
    "成文日期": .date,
    "发文": IssueNote.shape,
    "考核方案名称": .optional(.text),
    "考核方案文号": .optional(.text),
    "考核领导机构": .optional(.text),
    "审定会议": .optional(.text),
    "建议": .text,
    "首等": .text,
    "参评数": .integer,
    "各序列": .list(of: Series.shape),
    "参照单位": .list(of: .text),
    "主要特点": .list(of: Material.shape),
    "存在问题": .list(of: Material.shape),
    "下步要求": .list(of: Material.shape),
    "得分排名表": .optional(.list(of: RankedSeries.shape)),
    "加减分情况表": .optional(Adjustments.shape),
  ]
}
