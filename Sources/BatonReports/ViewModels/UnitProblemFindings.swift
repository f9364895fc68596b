// 突出问题清单, a unit's own: without the sources, which would tell who said it.

import BatonAssessment
public import BatonTemplate

/// A unit's problems, for that unit.
public struct UnitProblemFindings: ViewModel {
  public let title: String
  let unitName: String
  let host: String
  let date: CalendarDate
  let problems: [Row]

  struct Row: Encodable, Sendable {
    let category: String
    @OrNone var manifestation: String?
    @OrNone var cause: String?
    @OrNone var measure: String?
    @OrNone var responsible: String?
    @OrNone var deadline: String?
    @OrNone var state: String?
    @OrNone var closedOn: CalendarDate?

    static let shape: DataShape = .record([
      "类别": .text,
      "具体表现": .optional(.text),
      "原因": .optional(.text),
      "整改措施": .optional(.text),
      "责任人": .optional(.text),
      "完成时限": .optional(.text),
      "整改状态": .optional(.text),
      "销号日期": .optional(.date),
    ])

    enum CodingKeys: String, CodingKey {
      case category = "类别"
      case manifestation = "具体表现"
      case cause = "原因"
      case measure = "整改措施"
      case responsible = "责任人"
      case deadline = "完成时限"
      case state = "整改状态"
      case closedOn = "销号日期"
    }
  }

  enum CodingKeys: String, CodingKey {
    case title = "题名"
    case unitName = "单位全称"
    case host = "主办单位"
    case date = "成文日期"
    case problems = "问题"
  }

  public static let shape: DataShape.Fields = [
    "题名": .text,
    "单位全称": .text,
    "主办单位": .text,
    "成文日期": .date,
    "问题": .list(of: Row.shape),
  ]
}

extension UnitProblemFindings {
  init(of unit: Unit, in year: AssessmentYear) {
    title = "\(unit.name)\(year.facts.year)年度考核突出问题清单"
    unitName = unit.name
    host = year.facts.host
    date = year.facts.writtenOn
    problems = year.problems(of: unit).map(Row.init)
  }
}

extension UnitProblemFindings.Row {
  fileprivate init(_ problem: Problem) {
    self.init(
      category: problem.category, manifestation: problem.manifestation, cause: problem.cause,
      measure: problem.measure, responsible: problem.responsible,
      deadline: problem.deadline.map(deadlineText),
      state: problem.state?.rawValue, closedOn: problem.closedOn)
  }
}
