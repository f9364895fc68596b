// 两头名单: the best and the worst of teams and of cadres. Nobody sees it but those on the list of recipients.

import BatonAssessment
public import BatonTemplate

/// The county's list of the two ends, by the copy.
public struct TwoEndsList: ViewModel {
  public let title: String
  let marking: String
  let date: CalendarDate
  let copy: CopyNote
  let goodTeams: [Team]
  let poorTeams: [Team]
  let goodCadres: [Person]
  let poorCadres: [Person]

  struct Team: Encodable, Sendable {
    let unitName: String
    /// For comparing figures; the list has the full name.
    let unitShortName: String
    let series: String
    @OrNone var total: Figure?
    @OrNone var rank: Int?
    /// In percent; none where too few ballots count.
    @OrNone var excellentShare: Figure?
    @OrNone var posture: String?
    @OrNone var performance: String?
    @OrNone var basis: String?
    let sources: [String]
    @OrNone var advice: String?

    static let shape: DataShape = .record(
      [
        "单位全称": .text, "序列": .text, "综合得分": .optional(.number), "位次": .optional(.integer),
        "测评优秀率": .optional(.number), "态势": .optional(.text),
      ] + TwoEndsList.reasons)

    enum CodingKeys: String, CodingKey {
      case unitName = "单位全称"
      case series = "序列"
      case total = "综合得分"
      case rank = "位次"
      case excellentShare = "测评优秀率"
      case posture = "态势"
      case performance = "表现"
      case basis = "依据"
      case sources = "来源"
      case advice = "建议"
    }
  }

  struct Person: Encodable, Sendable {
    let name: String
    let unitShortName: String
    let post: String
    @OrNone var grade: String?
    /// In percent; none without ballots.
    @OrNone var excellentShare: Figure?
    let praised: Int
    let blamed: Int
    @OrNone var performance: String?
    @OrNone var basis: String?
    let sources: [String]
    @OrNone var advice: String?

    static let shape: DataShape = .record(
      [
        "姓名": .text, "单位简称": .text, "职务": .text, "本年等次": .optional(.text),
        "测评优秀票率": .optional(.number), "谈话正面次数": .integer, "谈话负面次数": .integer,
      ] + TwoEndsList.reasons)

    enum CodingKeys: String, CodingKey {
      case name = "姓名"
      case unitShortName = "单位简称"
      case post = "职务"
      case grade = "本年等次"
      case excellentShare = "测评优秀票率"
      case praised = "谈话正面次数"
      case blamed = "谈话负面次数"
      case performance = "表现"
      case basis = "依据"
      case sources = "来源"
      case advice = "建议"
    }
  }

  /// What the judgement rests on: of talks, only that there were some.
  private static let reasons: DataShape.Fields = [
    "表现": .optional(.text), "依据": .optional(.text), "来源": .list(of: .text), "建议": .optional(.text),
  ]

  enum CodingKeys: String, CodingKey {
    case title = "题名"
    case marking = "内部标注"
    case date = "成文日期"
    case copy = "份"
    case goodTeams = "运行好的班子"
    case poorTeams = "运行差的班子"
    case goodCadres = "表现好的干部"
    case poorCadres = "表现差的干部"
  }

  public static let shape: DataShape.Fields = [
    "题名": .text,
    "内部标注": .text,
    "成文日期": .date,
    "份": CopyNote.shape,
    "运行好的班子": .list(of: Team.shape),
    "运行差的班子": .list(of: Team.shape),
    "表现好的干部": .list(of: Person.shape),
    "表现差的干部": .list(of: Person.shape),
  ]
}
