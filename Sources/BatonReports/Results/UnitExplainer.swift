// Explanations of units: places among others, and components of which the score alone may be told.

import BatonAssessment

/// Explains results of units.
struct UnitExplainer {
  private let year: AssessmentYear
  private let results: YearResults
  private let explainer: Explainer

  init(_ year: AssessmentYear, _ results: YearResults) {
    self.year = year
    self.results = results
    explainer = Explainer(year, results)
  }

  /// 比较值: the total, rounded where the plan compares what is shown.
  func comparison(of result: UnitResult) -> Explanation? {
    comparison(result.score.total, named: "比较值")
  }

  private func comparison(_ figure: BatonAssessment.Figure?, named name: String) -> Explanation? {
    guard let figure else { return nil }
    let convention = year.plan.row(.conventions, "比较口径")
    let compared =
      convention?.value == "修约后"
      ? figure.rounded(places: year.plan.scorePlaces, year.plan.scoreRounding) : figure
    var explanation = explainer.explanation(
      of: compared.chosen(by: convention.map { [$0.valueCell] } ?? []))
    explanation.name = name
    return explanation
  }

  /// 位次: the unit's own value and components that break ties, then those of the others of its series.
  func rank(of result: UnitResult) -> Explanation? {
    guard let rank = result.rank, let series = year.unit(result.unitID)?.series else { return nil }
    let names = year.plan.row(.conventions, "并列比较")?.value ?? "无"
    let tieBreaks = names.split(separator: "、").compactMap { Component(rawValue: String($0)) }
    let others = results.units.filter { other in
      other.unitID != result.unitID
        && year.unit(other.unitID).map { $0.series == series && $0.participation == .assessed } ?? false
    }
    let entries = ([result] + others).compactMap { entry(of: $0, tieBreaks) }
    var explanation = Explanation(.rank, Rational(rank), name: "位次", inputs: entries)
    let isDense = year.plan.row(.conventions, "并列名次")?.value == "连号"
    explanation.ranking = Explanation.Ranking(isDense: isDense, tieBreaks: tieBreaks)
    explanation.reasons = ["并列比较", "并列名次"].compactMap { year.plan.row(.conventions, $0)?.valueCell }
    return explanation
  }

  /// What a unit is ranked by; a component that it has not is left out.
  private func entry(of result: UnitResult, _ tieBreaks: [Component]) -> Explanation? {
    guard let value = comparison(of: result) else { return nil }
    let components = tieBreaks.compactMap { component in
      comparison(result.score.components[component], named: component.rawValue)
    }
    let name = year.unit(result.unitID)?.shortName ?? result.unitID
    return Explanation(.entrant, value.value, name: name, inputs: [value] + components)
  }
}
