// 奖励建议名单: who is put forward for 嘉奖 and for 三等功. Who isn't, and why not, is not in it.

import BatonAssessment
public import BatonTemplate

/// The county's list of awards to be given.
public struct AwardList: ViewModel {
  public let title: String
  let yearNumber: Int
  let host: String
  let date: CalendarDate
  let isOfRosterOnly: Bool
  /// For how many years a merit asks.
  @OrNone var meritYears: Int?
  let commended: [Person]
  let merited: [Person]
  @OrNone var publicityStart: CalendarDate?
  @OrNone var publicityEnd: CalendarDate?
  @OrNone var publicityDays: Int?

  struct Person: Encodable, Sendable {
    let name: String
    let unitShortName: String
    let post: String
    /// The year before last, last year, this year.
    let grades: [OrNone<String>]

    static let shape: DataShape = .record([
      "姓名": .text, "单位简称": .text, "职务": .text, "近三年等次": .list(of: .optional(.text)),
    ])

    enum CodingKeys: String, CodingKey {
      case name = "姓名"
      case unitShortName = "单位简称"
      case post = "职务"
      case grades = "近三年等次"
    }
  }

  enum CodingKeys: String, CodingKey {
    case title = "题名"
    case yearNumber = "年度"
    case host = "主办单位"
    case date = "成文日期"
    case isOfRosterOnly = "名册内"
    case meritYears = "三等功连续年数"
    case commended = "嘉奖"
    case merited = "三等功"
    case publicityStart = "公示开始日期"
    case publicityEnd = "公示结束日期"
    case publicityDays = "公示工作日数"
  }

  public static let shape: DataShape.Fields = [
    "题名": .text,
    "年度": .integer,
    "主办单位": .text,
    "成文日期": .date,
    "名册内": .bool,
    "三等功连续年数": .optional(.integer),
    "嘉奖": .list(of: Person.shape),
    "三等功": .list(of: Person.shape),
    "公示开始日期": .optional(.date),
    "公示结束日期": .optional(.date),
    "公示工作日数": .optional(.integer),
  ]
}

extension AwardList {
  init(in snapshot: YearSnapshot) {
    let (year, facts) = (snapshot.year, snapshot.year.facts)
    let awards = snapshot.outcome.results.awards
    title = "\(facts.county)\(facts.year)年度考核奖励建议名单"
    yearNumber = facts.year
    host = facts.host
    date = facts.writtenOn
    isOfRosterOnly = year.isOfRosterOnly
    meritYears = year.plan.number(.awards, "三等功连续年数").flatMap { Int($0.description) }
    commended = Self.people(awards?.commended ?? [], in: year)
    merited = Self.people(awards?.merited ?? [], in: year)
    publicityStart = facts.date(.publicityStart)
    publicityEnd = facts.date(.publicityEnd)
    publicityDays = facts.integer(.publicityWorkdays)
  }

  /// By 机构序, then by rank within the unit.
  private static func people(_ ids: [String], in year: AssessmentYear) -> [Person] {
    let chosen = Set(ids)
    return year.units.flatMap { unit in
      year.orderedCadres(of: unit).filter { chosen.contains($0.id) }.map { cadre in
        Person(
          name: cadre.name, unitShortName: unit.shortName, post: cadre.post,
          grades: [cadre.gradeBeforeLast, cadre.lastGrade, cadre.grade].map {
            OrNone(wrappedValue: $0?.rawValue)
          })
      }
    }
  }
}
