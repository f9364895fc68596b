// The year's results as documents ask for them: by unit, and series by series.

import BatonAssessment

/// What a year's scores come to, unit by unit.
struct YearOutcome: Sendable {
  let results: YearResults
  /// Every unit that takes part, by 机构序.
  let units: [UnitOutcome]
  private let positions: [String: Int]

  init(_ results: YearResults, of year: AssessmentYear) {
    let assessed = year.units.filter { $0.participation == .assessed }
    let participants = Dictionary(grouping: assessed, by: \.series).mapValues(\.count)
    self.results = results
    units = results.units.compactMap { result in
      year.unit(result.unitID).map { unit in
        UnitOutcome(unit: unit, result: result, participants: participants[unit.series] ?? 0)
      }
    }
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

  /// The quota of best grades that a series has to itself; `nil` where its pool is another.
  func quota(of series: String) -> Int? { results.pools.first { $0.pool.scope == series }?.pool.quota }

  /// Who is treated like the best without taking part in the ranking.
  var comparable: [UnitOutcome] {
    units.filter { if case .comparable = $0.result.finalGrade { true } else { false } }
  }
}

/// What one unit's scores come to.
struct UnitOutcome: Sendable {
  let unit: Unit
  let result: UnitResult
  /// How many units of its series are assessed.
  let participants: Int

  var score: UnitScore { result.score }
  /// Within its series; only assessed units are ranked.
  var rank: Int? { result.rank }

  /// The grade as documents name it: 「优秀」「参照优秀」, 「待定」 while a tie is open; `nil` if it can't be known.
  var grade: String? {
    (result.finalGrade ?? (result.suggestedGrade == .pending ? .pending : nil))?.text
  }

  static func precedes(_ left: UnitOutcome, _ right: UnitOutcome) -> Bool {
    (left.rank ?? .max, left.unit.order) < (right.rank ?? .max, right.unit.order)
  }
}
