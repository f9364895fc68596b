// Suggested grades: the best within the quotas, the others by their least scores.

/// The grades that a year's scores suggest, before a meeting confirms them.
///
/// Source: 年度数据「定等、评优、奖励、奖金」.
public struct Grading: Sendable {
  public let pools: [GradePool]
  /// By unit; one whose grade depends on a score that is not known has none.
  public let suggestions: [String: UnitGrade]

  /// Grades the scores of a year; `nil` if the plan names fewer than two grades.
  public init?(_ scoring: Scoring, of year: AssessmentYear) {
    guard let scale = GradeScale(year.plan) else { return nil }
    let comparison = Comparison(year.plan)
    let assessed = scoring.scores.filter { year.unit($0.unitID)?.participation == .assessed }
    let pools = year.plan.rows(of: .excellentUnitShare).compactMap { row -> GradePool? in
      guard let scope = row.scope, let share = row.number else { return nil }
      return GradePool(
        scope: scope, share: share.rational, scores: Self.members(of: scope, in: assessed, year),
        minimum: scale.minimum, plan: year.plan, comparison: comparison)
    }
    self.pools = pools
    let best = Set(pools.flatMap { $0.best ?? [] })
    let leavesOpen = year.plan.row(.conventions, "线上并列")?.value == "待定"
    let tied = Set(leavesOpen ? pools.flatMap { $0.tiedAcrossLine ?? [] } : [])
    let undecided = Set(pools.filter { $0.best == nil }.flatMap(\.unitIDs))
    suggestions = scoring.scores.reduce(into: [:]) { suggestions, score in
      guard let value = score.total.map(comparison.value), let unit = year.unit(score.unitID) else { return }
      let mayBeBest = value >= scale.minimum && !score.barsBestGrade
      suggestions[unit.id] =
        if best.contains(unit.id) {
          .grade(scale.best)
        } else if unit.participation == .comparable, mayBeBest {
          .comparable(scale.best)
        } else if tied.contains(unit.id), mayBeBest {
          .pending
        } else if undecided.contains(unit.id), mayBeBest {
          nil
        } else {
          .grade(scale.gradeBelowBest(for: value))
        }
    }
  }

  /// A scope is the name of a series, else of a category, else of the whole county.
  private static func members(
    of scope: String, in assessed: [UnitScore], _ year: AssessmentYear
  ) -> [UnitScore] {
    let inSeries = assessed.filter { year.unit($0.unitID)?.series == scope }
    let inCategory = assessed.filter { year.unit($0.unitID)?.category == scope }
    return !inSeries.isEmpty ? inSeries : !inCategory.isEmpty ? inCategory : scope == "全县" ? assessed : []
  }
}
