// Scores, ranks and grades as documents ask for them: by unit, and series by series.

import BatonAssessment

/// What a year's scores come to.
struct YearOutcome: Sendable {
  /// Every unit that takes part, by 机构序.
  let units: [UnitOutcome]
  let pools: [GradePool]
  private let positions: [String: Int]

  init(of year: AssessmentYear) {
    let scoring = Scoring(year)
    let grading = Grading(scoring, of: year)
    let comparison = Comparison(year.plan)
    let assessed = scoring.scores.filter { year.unit($0.unitID)?.participation == .assessed }
    let bySeries = Dictionary(grouping: assessed) { year.unit($0.unitID)?.series ?? "" }
    let standings = bySeries.values.flatMap(comparison.standings)
    let ranks = Dictionary(standings.map { ($0.unitID, $0.rank) }) { first, _ in first }
    units = scoring.scores.compactMap { score in
      year.unit(score.unitID).map { unit in
        UnitOutcome(
          unit: unit, score: score, rank: ranks[unit.id], participants: bySeries[unit.series]?.count ?? 0,
          grade: unit.confirmedGrade ?? grading?.suggestions[unit.id].map(\.name))
      }
    }
    pools = grading?.pools ?? []
    positions = Dictionary(units.enumerated().map { ($1.unit.id, $0) }) { first, _ in first }
  }

  subscript(unitID: String) -> UnitOutcome? { positions[unitID].map { units[$0] } }

  /// The series in the order in which 机构序 first meets them; units within by rank, the unranked last.
  var series: [(name: String, units: [UnitOutcome])] {
    units.grouped(by: \.unit.series).map { name, units in
      (
        name,
        units.filter { $0.rank != nil }.sorted(by: UnitOutcome.precedes) + units.filter { $0.rank == nil }
      )
    }
  }
}

/// What one unit's scores come to.
struct UnitOutcome: Sendable {
  let unit: Unit
  let score: UnitScore
  /// Within its series; only assessed units are ranked.
  let rank: Int?
  /// How many units of its series are assessed.
  let participants: Int
  /// The final grade, as documents name it: 「优秀」「参照优秀」「待定」.
  let grade: String?

  static func precedes(_ left: UnitOutcome, _ right: UnitOutcome) -> Bool {
    (left.rank ?? .max, left.unit.order) < (right.rank ?? .max, right.unit.order)
  }
}

extension Grading.Suggestion {
  /// The grade as documents name it.
  var name: String {
    switch self {
    case .grade(let name): name
    case .comparable(let name): "参照\(name)"
    case .pending: "待定"
    }
  }
}
