// Units one by one: what is put together from scores, places and grades.

/// Puts the results of units together.
struct UnitResults {
  /// By 机构序.
  let all: [UnitResult]

  init(
    _ year: AssessmentYear, _ scoring: Scoring, _ grading: Grading?, _ grades: [String: UnitGrade],
    _ comparison: Comparison, _ gaps: Gaps
  ) {
    let units = year.units.filter(\.takesPart)
    let ranks = Self.ranks(units, scoring, comparison, gaps)
    let sections = SectionRates(units, of: year, gaps).sections(of: units, rankedBy: comparison, gaps)
    let ballots = Dictionary(grouping: year.staffBallots, by: \.unitID)
    let fewest = year.plan.number(.minimums, "分项最少票", for: Component.staff.rawValue)?.rational ?? 0
    all = units.compactMap { unit in
      guard let score = scoring.score(of: unit.id) else { return nil }
      let votes = score.components[.staff] == nil ? [] : ballots[unit.id] ?? []
      let counted = votes.map(\.counted).reduce(0, +)
      return UnitResult(
        unitID: unit.id, score: score,
        comparison: gaps.coverAll(.ranking) ? nil : score.total.map(comparison.value),
        rank: ranks[unit.id], suggestedGrade: grading?.suggestions[unit.id], finalGrade: grades[unit.id],
        isConfirmed: unit.confirmedGrade != nil, sections: sections[unit.id] ?? [],
        excellentShare: Self.excellentShare(votes), countedBallots: counted,
        hidesStaffComponent: counted > 0 && Rational(counted) < fewest)
    }
  }

  /// Places within the series; a series of which one total isn't known has none.
  private static func ranks(
    _ units: [Unit], _ scoring: Scoring, _ comparison: Comparison, _ gaps: Gaps
  ) -> [String: Int] {
    guard !gaps.coverAll(.ranking) else { return [:] }
    var ranks = [String: Int]()
    for (_, members) in units.filter({ $0.participation == .assessed }).grouped(by: \.series) {
      let scores = members.compactMap { scoring.score(of: $0.id) }
      guard scores.allSatisfy({ $0.total != nil }) else { continue }
      for standing in comparison.standings(scores) { ranks[standing.unitID] = standing.rank }
    }
    return ranks
  }

  /// 优秀 ÷ 计分票.
  private static func excellentShare(_ votes: [StaffBallot]) -> Figure? {
    guard votes.contains(where: { $0.counted > 0 }) else { return nil }
    let excellent = votes.map { Figure($0.excellent, at: $0.row.cell("优秀")) }
    let counted = votes.flatMap { row in
      [("优秀", row.excellent), ("良好", row.good), ("一般", row.fair), ("较差", row.poor)]
        .map { Figure($1, at: row.row.cell($0)) }
    }
    return Figure.sum(excellent) / Figure.sum(counted)
  }
}
