// 突出问题清单, the county's: every unit's serious problems with where they were found.

import BatonAssessment
public import BatonTemplate

/// The county's list of problems, for the county committee and the assessment office.
public struct ProblemFindings: ViewModel {
  public let title: String
  let host: String
  let date: CalendarDate
  let unitCount: Int
  let problems: [Row]

  struct Row: Encodable, Sendable {
    let unitShortName: String
    let category: String
    @OrNone var manifestation: String?
    let sources: [String]
    @OrNone var cause: String?
    @OrNone var measure: String?
    @OrNone var responsible: String?
    @OrNone var deadline: String?
    @OrNone var state: String?
    @OrNone var closedOn: CalendarDate?

    static let shape: DataShape = .record([
      "单位简称": .text, "类别": .text, "具体表现": .optional(.text), "来源": .list(of: .text),
      "原因": .optional(.text), "整改措施": .optional(.text), "责任人": .optional(.text),
      "完成时限": .optional(.text), "整改状态": .optional(.text), "销号日期": .optional(.date),
    ])

    enum CodingKeys: String, CodingKey {
      case unitShortName = "单位简称"
      case category = "类别"
      case manifestation = "具体表现"
      case sources = "来源"
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
    case host = "主办单位"
    case date = "成文日期"
    case unitCount = "涉及单位数"
    case problems = "问题"
  }

  public static let shape: DataShape.Fields = [
    "题名": .text,
    "主办单位": .text,
    "成文日期": .date,
    "涉及单位数": .integer,
    "问题": .list(of: Row.shape),
  ]
}

extension ProblemFindings {
  init(in year: AssessmentYear) {
    let rows = year.units.flatMap { unit in
      year.problems(of: unit).map { Row($0, of: unit) }
    }
    title = "\(year.facts.county)\(year.facts.year)年度考核突出问题清单"
    host = year.facts.host
    date = year.facts.writtenOn
    unitCount = year.units.count { !year.problems(of: $0).isEmpty }
    problems = rows
  }
}

extension ProblemFindings.Row {
  fileprivate init(_ problem: Problem, of unit: Unit) {
    self.init(
      unitShortName: unit.shortName, category: problem.category, manifestation: problem.manifestation,
      sources: problem.sources.map(\.rawValue), cause: problem.cause, measure: problem.measure,
      responsible: problem.responsible, deadline: problem.deadline.map(deadlineText),
      state: problem.state?.rawValue, closedOn: problem.closedOn)
  }
}
