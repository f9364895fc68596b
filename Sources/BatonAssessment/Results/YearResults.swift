// Everything that a year's data leads to: scores, places, grades, quotas, awards and bonuses.

/// The results of a year.
///
///     let results = YearResults(year)
///     results["A001"]?.rank                 // 1
///     results.bonuses?.total?.value         // exact; round it where it is shown
///
/// What depends on gaps of the data, or on a tie that is still open, is left out and listed in ``missing``.
/// Source: 年度数据「计分」「定等、评优、奖励、奖金」.
public struct YearResults: Sendable {
  /// One for each unit that takes part, by 机构序.
  public let units: [UnitResult]
  /// 名额池, in the order of the plan.
  public let pools: [PoolResult]
  /// 评优名额, by class and group.
  public let staffQuotas: [StaffQuota]
  /// 嘉奖 and 三等功; `nil` without a roster that can be relied on.
  public let awards: Awards?
  /// 奖金; `nil` without a roster and rules that can be relied on.
  public let bonuses: Bonuses?
  /// How units compare, as ranks were computed.
  public let comparison: Comparison
  /// What the results say against the data.
  public let findings: [ResultFinding]
  /// What could not be known, as paths: 「单位.A001.位次」.
  public let missing: [String]
  private let positions: [String: Int]

  public init(_ year: AssessmentYear, gaps: Gaps = Gaps()) {
    let scoring = Scoring(year, gaps: gaps)
    let comparison = Comparison(year.plan)
    let scale = GradeScale(year.plan)
    let grading = gaps.coverAll(.pools) ? nil : Grading(scoring, of: year)
    let finals = scale.flatMap { scale in
      grading.map { FinalGrades(scoring, $0, scale, of: year, gaps) }
    }
    let grades = finals?.grades ?? [:]
    let calculation = BonusCalculation(year, grades, gaps)
    units = UnitResults(year, scoring, grading, grades, comparison, gaps).all
    pools = (grading?.pools ?? []).map { PoolResult($0, grades, best: scale?.best ?? "") }
    staffQuotas = StaffQuotas(year, grades, gaps).all
    awards = Awards(year, gaps)
    bonuses = calculation.bonuses
    self.comparison = comparison
    positions = Dictionary(units.enumerated().map { ($1.unitID, $0) }) { first, _ in first }
    let review = ResultReview(
      year: year, gaps: gaps, scoring: scoring, units: units, staffQuotas: staffQuotas, bonuses: bonuses,
      scale: scale)
    findings =
      review.scoreFindings + (finals?.findings ?? []) + review.gradeFindings(grades) + review.staffFindings
      + calculation.negativeUnitIDs.map(ResultFinding.negativeCoefficient) + review.bonusFindings
    missing =
      MissingPaths(
        year: year, gaps: gaps, units: units, pools: pools, staffQuotas: staffQuotas, awards: awards,
        bonuses: bonuses
      ).all
  }

  /// The results of a unit; `nil` for one that takes no part.
  public subscript(unitID: String) -> UnitResult? { positions[unitID].map { units[$0] } }
}

/// A pool of units that share a quota of best grades, with what became of it.
public struct PoolResult: Sendable, Hashable {
  public let pool: GradePool
  /// 最终首等, by rank within the pool; `nil` while a member's final grade is not known.
  public let finalBest: [String]?

  init(_ pool: GradePool, _ grades: [String: UnitGrade], best: String) {
    self.pool = pool
    let isWhole = pool.unitIDs.allSatisfy { grades[$0] != nil }
    finalBest = isWhole ? pool.unitIDs.filter { grades[$0] == .grade(best) } : nil
  }
}
