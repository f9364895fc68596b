// Figures of the snapshot as documents show them: exact until here, rounded once, as the plan says.

import BatonAssessment

extension YearSnapshot {
  /// 综合得分 of a unit; `nil` where a component that carries weight has no data.
  func total(of unit: Unit) -> Figure? {
    outcome[unit.id]?.score.total.map { shown($0.value) }
  }

  /// A score, rounded once.
  func shown(_ score: Rational) -> Figure { Figure(score: score, by: year.plan) }

  /// An amount of money in yuan, rounded once.
  func shownMoney(_ amount: Rational) -> Figure {
    let conventions = year.plan
    return Figure(amount.rounded(places: conventions.moneyPlaces, conventions.moneyRounding))
  }

  /// Whether grades are only suggested yet: no meeting has confirmed them.
  var isSuggestion: Bool { year.facts[.reviewMeeting] == nil }

  /// 「建议」 before the meeting, nothing after it.
  var suggestionMark: String { isSuggestion ? "建议" : "" }

  /// 首等, as the plan names it.
  var bestGrade: String { year.plan.names(of: .unitGrades).first ?? "首等" }

  /// Whether the tables that scores need are there.
  var hasScoringTables: Bool { Table.scoring.isSubset(of: year.tables) }
}

extension YearSnapshot {
  /// Whether some of these units look equal and are ranked apart, or look good enough for the best grade and are
  /// not: the document then says that more places were compared.
  func isRankedFurther(_ outcomes: [UnitOutcome]) -> Bool {
    let ranked = outcomes.filter { $0.rank != nil }
    let looksEqual = zip(ranked, ranked.dropFirst()).contains { left, right in
      left.rank != right.rank && total(of: left.unit) == total(of: right.unit)
    }
    guard let minimum = year.plan.rows(of: .unitGrades).first?.number?.rational else { return looksEqual }
    let comparison = outcome.results.comparison
    return looksEqual
      || ranked.contains { outcome in
        guard let exact = outcome.score.total, let shown = total(of: outcome.unit) else { return false }
        return shown.value.rational >= minimum && comparison.value(exact) < minimum
      }
  }

  /// Whether another unit of the series shows the same total and has another rank.
  func sharesShownTotal(_ unit: Unit) -> Bool {
    guard let own = outcome[unit.id], let shown = total(of: unit) else { return false }
    return outcome.units.contains { other in
      other.unit.series == unit.series && other.unit.id != unit.id && other.rank != nil
        && other.rank != own.rank && total(of: other.unit) == shown
    }
  }
}
