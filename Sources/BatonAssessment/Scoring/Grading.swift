// Suggested grades: the best within the quotas, the others by their least scores.

/// The grades that a year's scores suggest, before a meeting confirms them.
///
/// Source: 年度数据「定等、评优、奖励、奖金」.
public struct Grading: Sendable {
  /// What is suggested for a unit.
  public enum Suggestion: Sendable, Hashable {
    /// A name of 方案「单位等次」.
    case grade(String)
    /// 「参照」 and the best grade: outside quotas.
    case comparable(String)
    /// 「待定」: tied across the line of the quota.
    case pending
  }

  public let pools: [GradePool]
  /// By unit; a unit without a total has none.
  public let suggestions: [String: Suggestion]

  /// Grades the scores of a year; `nil` if the plan names fewer than two grades.
  public init?(_ scoring: Scoring, of year: AssessmentYear) {
    let grades = year.plan.rows(of: .unitGrades).compactMap { row in
      row.number.map { (name: row.name, minimum: $0.rational) }
    }
    guard let first = grades.first, let last = grades.last, grades.count > 1 else { return nil }
    let comparison = Comparison(year.plan)
    let assessed = scoring.scores.filter { year.unit($0.unitID)?.participation == .assessed }
    let pools = year.plan.rows(of: .excellentUnitShare).compactMap { row -> GradePool? in
      guard let scope = row.scope, let share = row.number else { return nil }
      return GradePool(
        scope: scope, share: share.rational, scores: Self.members(of: scope, in: assessed, year),
        minimum: first.minimum, plan: year.plan, comparison: comparison)
    }
    let best = Set(pools.flatMap(\.best))
    let leavesOpen = year.plan.row(.conventions, "线上并列")?.value == "待定"
    let tied = Set(leavesOpen ? pools.flatMap(\.tiedAcrossLine) : [])
    var suggestions = [String: Suggestion]()
    for score in scoring.scores {
      guard let value = score.total.map(comparison.value), let unit = year.unit(score.unitID) else {
        continue
      }
      if best.contains(score.unitID) {
        suggestions[score.unitID] = .grade(first.name)
      } else if unit.participation == .comparable, value >= first.minimum, !score.barsBestGrade {
        suggestions[score.unitID] = .comparable(first.name)
      } else if tied.contains(score.unitID), !score.barsBestGrade {
        suggestions[score.unitID] = .pending
      } else {
        let grade = grades.dropFirst().first { $0.minimum <= value } ?? last
        suggestions[score.unitID] = .grade(grade.name)
      }
    }
    self.pools = pools
    self.suggestions = suggestions
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
