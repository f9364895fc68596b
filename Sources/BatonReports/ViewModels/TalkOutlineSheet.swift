// 谈话提纲: what a group asks in a unit — three points on the unit, two on the team, two on the people.

import BatonAssessment
public import BatonTemplate

/// The questions for talks in a unit, for its assessment group and the assessment office.
public struct TalkOutlineSheet: ViewModel {
  public let title: String
  let unitName: String
  @OrNone var groupNumber: Int?
  let leaders: [String]
  let deputies: [String]
  let dimensions: [Dimension]

  struct Dimension: Encodable, Sendable {
    let name: String
    let points: [Point]

    enum CodingKeys: String, CodingKey {
      case name = "名称"
      case points = "要点"
    }
  }

  struct Point: Encodable, Sendable {
    let name: String
    let questions: [Question]

    enum CodingKeys: String, CodingKey {
      case name = "名称"
      case questions = "问题"
    }
  }

  struct Question: Encodable, Sendable {
    let number: Int
    @OrNone var question: String?
    @OrNone var followUp: String?

    enum CodingKeys: String, CodingKey {
      case number = "序号"
      case question = "建议问法"
      case followUp = "追问"
    }
  }

  enum CodingKeys: String, CodingKey {
    case title = "题名"
    case unitName = "单位全称"
    case groupNumber = "组号"
    case leaders = "组长"
    case deputies = "副组长"
    case dimensions = "各维度"
  }

  public static let shape: DataShape.Fields = [
    "题名": .text,
    "单位全称": .text,
    "组号": .optional(.integer),
    "组长": .list(of: .text),
    "副组长": .list(of: .text),
    "各维度": .list(
      of: .record([
        "名称": .text,
        "要点": .list(
          of: .record([
            "名称": .text,
            "问题": .list(
              of: .record(["序号": .integer, "建议问法": .optional(.text), "追问": .optional(.text)])),
          ])),
      ])),
  ]
}

extension TalkOutlineSheet {
  init(of unit: Unit, in year: AssessmentYear) {
    let group = year.group(assessing: unit)
    self.init(
      title: "\(year.facts.year)年度考核谈话提纲", unitName: unit.name, groupNumber: unit.groupNumber,
      leaders: group?.assessors(as: .leader).map(\.name) ?? [],
      deputies: group?.assessors(as: .deputy).map(\.name) ?? [],
      dimensions: TalkPoint.Dimension.allCases.map { dimension in
        Dimension(
          name: dimension.rawValue,
          points: TalkPoint.allCases.filter { $0.dimension == dimension }.map { point in
            Point(name: point.rawValue, questions: Self.questions(on: point, in: year))
          })
      })
  }

  private static func questions(on point: TalkPoint, in year: AssessmentYear) -> [Question] {
    year.talkOutline.filter { $0.point == point }.sorted { $0.number < $1.number }
      .map { Question(number: $0.number, question: $0.question, followUp: $0.followUp) }
  }
}
