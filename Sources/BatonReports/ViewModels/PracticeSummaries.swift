// 经验做法汇编: what others can learn from; only what is marked 可推广.

import BatonAssessment
public import BatonTemplate

/// The county's collection of practices, for all its offices.
public struct PracticeSummaries: ViewModel {
  public let title: String
  let yearNumber: Int
  let host: String
  let date: CalendarDate
  let practices: [Item]

  struct Item: Encodable, Sendable {
    @OrNone var title: String?
    let unitName: String
    @OrNone var background: String?
    @OrNone var method: String?
    @OrNone var effect: String?
    @OrNone var insight: String?

    enum CodingKeys: String, CodingKey {
      case title = "标题"
      case unitName = "单位全称"
      case background = "背景"
      case method = "做法"
      case effect = "成效"
      case insight = "启示"
    }
  }

  enum CodingKeys: String, CodingKey {
    case title = "题名"
    case yearNumber = "年度"
    case host = "主办单位"
    case date = "成文日期"
    case practices = "经验"
  }

  public static let shape: DataShape.Fields = [
    "题名": .text,
    "年度": .integer,
    "主办单位": .text,
    "成文日期": .date,
    "经验": .list(
      of: .record([
        "标题": .optional(.text), "单位全称": .text, "背景": .optional(.text), "做法": .optional(.text),
        "成效": .optional(.text), "启示": .optional(.text),
      ])),
  ]
}

extension PracticeSummaries {
  init(in year: AssessmentYear) {
    title = "\(year.facts.county)\(year.facts.year)年度考核经验做法汇编"
    yearNumber = year.facts.year
    host = year.facts.host
    date = year.facts.writtenOn
    practices = year.units.flatMap { unit in
      year.practices.filter { $0.unitID == unit.id && $0.isReplicable }.map { practice in
        Item(
          title: practice.title, unitName: unit.name, background: practice.background,
          method: practice.method, effect: practice.effect, insight: practice.insight)
      }
    }
  }
}
