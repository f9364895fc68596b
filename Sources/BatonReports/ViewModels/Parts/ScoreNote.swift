// 得分节: a unit's own score, place and grade, without anything of the other units.

import BatonAssessment
internal import BatonTemplate

/// What a unit's scores come to.
struct ScoreNote: Encodable, Sendable {
  let series: String
  let participants: Int
  let components: [ComponentScore]
  let base: Figure
  let bonus: Figure
  let deduction: Figure
  let total: Figure
  @OrNone var rank: Int?
  let isRankedFurther: Bool
  @OrNone var grade: String?
  let suggestion: String
  let sections: [SectionScore]

  struct ComponentScore: Encodable, Sendable {
    let name: String
    let score: Figure

    static let shape: DataShape = .record(["名称": .text, "得分": .number])

    enum CodingKeys: String, CodingKey {
      case name = "名称"
      case score = "得分"
    }
  }

  struct SectionScore: Encodable, Sendable {
    let name: String
    /// In percent.
    let rate: Figure
    @OrNone var rank: Int?

    static let shape: DataShape = .record(["名称": .text, "得分率": .number, "位次": .optional(.integer)])

    enum CodingKeys: String, CodingKey {
      case name = "名称"
      case rate = "得分率"
      case rank = "位次"
    }
  }

  static let shape: DataShape = .record([
    "序列": .text, "参评数": .integer, "分项": .list(of: ComponentScore.shape), "基础分": .number, "加分": .number,
    "扣分": .number, "综合得分": .number, "位次": .optional(.integer), "按更多位比较": .bool,
    "等次": .optional(.text), "建议": .text, "板块": .list(of: SectionScore.shape),
  ])

  enum CodingKeys: String, CodingKey {
    case series = "序列"
    case participants = "参评数"
    case components = "分项"
    case base = "基础分"
    case bonus = "加分"
    case deduction = "扣分"
    case total = "综合得分"
    case rank = "位次"
    case isRankedFurther = "按更多位比较"
    case grade = "等次"
    case suggestion = "建议"
    case sections = "板块"
  }
}

extension ScoreNote {
  /// `nil` as long as not all tables that scores need are there, or the unit's total can't be known.
  init?(of unit: Unit, in snapshot: YearSnapshot) {
    guard snapshot.hasScoringTables, let outcome = snapshot.outcome[unit.id],
      let base = outcome.score.base, let bonus = outcome.score.bonus, let deduction = outcome.score.deduction,
      let total = snapshot.total(of: unit)
    else { return nil }
    self.init(
      series: unit.series, participants: outcome.participants,
      components: Self.components(of: outcome, in: snapshot), base: snapshot.shown(base.value),
      bonus: snapshot.shown(bonus.value), deduction: snapshot.shown(deduction.value), total: total,
      rank: outcome.rank, isRankedFurther: snapshot.sharesShownTotal(unit), grade: outcome.grade,
      suggestion: snapshot.suggestionMark,
      sections: outcome.result.sections.compactMap { section in
        section.rate.map { rate in
          SectionScore(
            name: section.section.rawValue, rate: Figure(percentage: rate.value, by: snapshot.year.plan),
            rank: section.rank)
        }
      })
  }

  /// The unit's components but the staff's ballots where too few of them count.
  static func components(of outcome: UnitOutcome, in snapshot: YearSnapshot) -> [ComponentScore] {
    Component.allCases.compactMap { component in
      guard component != .staff || !outcome.result.hidesStaffComponent else { return nil }
      return outcome.score.components[component].map {
        ComponentScore(name: component.rawValue, score: snapshot.shown($0.value))
      }
    }
  }
}
