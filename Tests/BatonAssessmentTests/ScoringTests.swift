// Scores are exact, and each can be computed again from its cells.

import BatonAssessment
import Testing

@Suite struct ScoringTests {
  private func score(
    of unit: String, plan: [(PlanItem, String?, String, String)] = []
  ) throws -> UnitScore {
    try #require(Scoring(try ScoringExample.year(plan: plan)).score(of: unit))
  }

  @Test(arguments: [
    (ScoringExample.rural, Component.targets, "185/2"), (ScoringExample.rural, .routine, "699/8"),
    (ScoringExample.rural, .leaders, "90"), (ScoringExample.rural, .peers, "266/3"),
    (ScoringExample.rural, .staff, "984/11"), (ScoringExample.exempt, .leaders, "89"),
    (ScoringExample.exempt, .staff, "95"), (ScoringExample.barred, .staff, "97"),
  ])
  func `a component is the exact mean that the rules ask for`(
    unit: String, component: Component, value: String
  ) throws {
    #expect(try score(of: unit).components[component]?.value.description == value)
  }

  @Test func `a township's score: ballots trimmed, matters counted once at their highest`() throws {
    let score = try score(of: ScoringExample.rural)
    #expect(score.bonus?.value == 4)
    #expect(score.deduction?.value == Rational(3, over: 2))
    let total = try #require(score.total).value
    #expect(total.rounded(places: 2, .halfUp).description == "93.10")
    #expect(total.rounded(places: 6, .truncate).description == "93.103787")
  }

  @Test func `an exemption spreads the weight over the rest`() throws {
    let score = try score(of: ScoringExample.exempt)
    #expect(score.total?.value == Rational(8594, over: 95))
    #expect(score.components[.peers] == nil)
    #expect(!score.barsBestGrade)
  }

  @Test func `a red line bars the best grade and leaves the score alone`() throws {
    let score = try score(of: ScoringExample.barred)
    #expect(score.total?.value == Rational(9735, over: 100))
    #expect(score.barsBestGrade)
  }

  @Test(arguments: [ScoringExample.rural, ScoringExample.exempt, ScoringExample.barred])
  func `a total is computed again from its cells alone`(unit: String) throws {
    let year = try ScoringExample.year()
    let total = try #require(Scoring(year).score(of: unit)?.total)
    let values = cells(of: year)
    #expect(total.recomputed { values[$0] } == total.value)
    #expect(!total.cells.isEmpty)
    for cell in Set(total.cells) {
      #expect(total.recomputed { $0 == cell ? nil : values[$0] } == nil || !total.leaves.contains(cell))
    }
  }

  /// The numbers that the example's cells hold.
  private func cells(of year: AssessmentYear) -> [CellAddress: Rational] {
    var values = [CellAddress: Rational]()
    for row in year.plan.rows { values[row.row.cell("数值")] = row.number?.rational }
    for row in year.completions { values[row.row.cell("考核组评分")] = row.score?.rational }
    for row in year.routineScores { values[row.row.cell("得分")] = row.score.rational }
    for row in year.leaderBallots { values[row.row.cell("得分")] = row.score.rational }
    for row in year.peerScores { values[row.row.cell("得分")] = row.score.rational }
    for row in year.staffBallots {
      let votes = [("优秀", row.excellent), ("良好", row.good), ("一般", row.fair), ("较差", row.poor)]
      for (name, count) in votes { values[row.row.cell(name)] = Rational(count) }
    }
    return values
  }

  @Test func `a missing period counts as zero where the plan says so`() throws {
    let score = try score(of: ScoringExample.rural, plan: [(.conventions, nil, "平时缺期", "计零分")])
    // (89.75 + 85 ÷ 4) ÷ 2
    #expect(score.components[.routine]?.value == Rational(111, over: 2))
  }

  @Test func `an exemption may take the mean of the series, which then must have one`() throws {
    let plan: [(PlanItem, String?, String, String)] = [(.conventions, nil, "免评处理", "取序列平均")]
    #expect(try score(of: ScoringExample.exempt, plan: plan).base == nil)
    #expect(try score(of: ScoringExample.barred, plan: plan).total?.value == Rational(9735, over: 100))
  }

  @Test(arguments: [("加分单项", "2", "3"), ("加分", "3.5", "7/2"), ("加分", "不限", "4")])
  func `bonuses stay below their caps`(name: String, cap: String, bonus: String) throws {
    #expect(
      try score(of: ScoringExample.rural, plan: [(.caps, nil, name, cap)]).bonus?.value.description == bonus)
  }

  @Test func `a weight without data leaves no score, not a guess`() throws {
    var year = try ScoringExample.year()
    year.leaderBallots.removeAll { $0.unitID == ScoringExample.rural }
    let score = try #require(Scoring(year).score(of: ScoringExample.rural))
    #expect(score.base == nil)
    #expect(score.total == nil)
    #expect(score.components[.targets] != nil)
  }

  @Test(arguments: [
    (QuotaRounding.down, 23), (.nearest, 26), (.up, 29),
  ])
  func `quotas of seven series add up as their rounding says`(rounding: QuotaRounding, sum: Int) {
    let sizes = [16, 4, 8, 26, 10, 11, 12]
    #expect(sizes.compactMap { rounding.whole(Rational($0 * 30, over: 100)) }.reduce(0, +) == sum)
  }

  @Test(arguments: [(4, 4), (5, 3), (6, 4)])
  func `too few ballots are not trimmed, and of equal ones the later goes`(count: Int, kept: Int) throws {
    let cells = (0..<count).map { CellAddress(file: "例", sheet: "互评", reference: "C\($0 + 2)") }
    let scores = [90, 95, 85, 95, 85, 88].prefix(count)
    let ballots = zip(scores, cells).map { Figure(ExactDecimal($0), at: $1) }
    let keptBallots = Trimming(count: .constant(1), threshold: .constant(5)).kept(ballots)
    #expect(keptBallots.count == kept)
    #expect(count < 5 || !keptBallots.contains(3))
    #expect(count < 5 || !keptBallots.contains(4))
  }
}

extension Figure {
  /// The cells whose numbers enter: those that only chose are none of them.
  fileprivate var leaves: [CellAddress] {
    switch derivation {
    case .cell(let cell): [cell]
    default: derivation.inputs.flatMap(\.leaves)
    }
  }
}
