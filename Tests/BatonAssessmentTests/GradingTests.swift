// Standings, quotas and suggested grades.

import BatonAssessment
import Testing

@Suite struct GradingTests {
  private typealias Decision = (PlanItem, String?, String, String)

  private func plan(_ decisions: [Decision]) throws -> Plan { try ScoringExample.year(plan: decisions).plan }

  private func score(
    _ id: String, _ total: Rational, _ components: [Component: Rational] = [:], isBarred: Bool = false
  ) -> UnitScore {
    UnitScore(
      unitID: id, components: components.mapValues(Figure.constant), base: .constant(total),
      barsBestGrade: isBarred)
  }

  @Test(arguments: [("跳号", [1, 1, 3, 4]), ("连号", [1, 1, 2, 3])])
  func `equal units share a rank and the next skips or follows`(convention: String, ranks: [Int]) throws {
    let comparison = Comparison(try plan([(.conventions, nil, "并列名次", convention)]))
    let standings = comparison.standings([score("C", 80), score("A", 90), score("D", 70), score("B", 90)])
    #expect(standings.map(\.unitID) == ["A", "B", "C", "D"])
    #expect(standings.map(\.rank) == ranks)
  }

  @Test func `a hundredth that isn't shown decides, unless what is shown is compared`() throws {
    let scores = [score("A", Rational(798, over: 9)), score("B", Rational(8867, over: 100))]
    let exact = Comparison(try plan([(.conventions, nil, "比较口径", "未修约")]))
    #expect(exact.standings(scores).map(\.unitID) == ["B", "A"])
    let shown = Comparison(try plan([(.conventions, nil, "比较口径", "修约后")]))
    #expect(shown.standings(scores).map(\.rank) == [1, 1])
  }

  @Test func `ties are broken by components in turn, and one that somebody lacks is passed over`() throws {
    let comparison = Comparison(try plan([(.conventions, nil, "并列比较", "目标任务、平时分数")]))
    let whole = [
      score("A", 90, [.targets: 80, .routine: 99]), score("B", 90, [.targets: 85, .routine: 70]),
      score("C", 90, [.targets: 80, .routine: 98]),
    ]
    #expect(comparison.tiers(whole).map { $0.map(\.unitID) } == [["B"], ["A"], ["C"]])
    let lacking = whole + [score("D", 90, [.routine: 75])]
    #expect(comparison.tiers(lacking).map { $0.map(\.unitID) } == [["A"], ["C"], ["D"], ["B"]])
  }

  private func pool(_ scores: [UnitScore], share: Rational, _ decisions: [Decision] = []) throws -> GradePool
  {
    let plan = try plan(decisions)
    return GradePool(
      scope: "序列", share: share, scores: scores, minimum: 90, plan: plan, comparison: Comparison(plan))
  }

  /// Twenty-six units, the first of which crossed a red line: 26 × 30 % = 7.8.
  private var series: [UnitScore] {
    (1...26).map { score("U\($0)", 100 - Rational($0, over: 2), isBarred: $0 == 1) }
  }

  @Test func `the place of a red line is taken by the next`() throws {
    let pool = try pool(series, share: 30, [(.conventions, nil, "红线递补", "是")])
    #expect(pool.base == 26)
    #expect(pool.quota == 7)
    #expect(pool.best == (2...8).map { "U\($0)" })
  }

  @Test func `the place of a red line stays empty where the plan says so`() throws {
    #expect(try pool(series, share: 30, [(.conventions, nil, "红线递补", "否")]).best == (2...7).map { "U\($0)" })
  }

  @Test func `a red line may be left out of the base`() throws {
    #expect(try pool(series, share: 30, [(.conventions, nil, "红线计入基数", "否")]).base == 25)
  }

  @Test func `nobody below the least score is excellent, whatever the quota`() throws {
    #expect(try pool(series, share: 100).best?.count == 19)
  }

  @Test func `a tie across the line takes nobody and breaks no quota`() throws {
    let tied = [score("A", 95), score("B", 93), score("C", 93), score("D", 92)]
    let pool = try pool(tied, share: 50)
    #expect(pool.quota == 2)
    #expect(pool.best == ["A"])
    #expect(pool.tiedAcrossLine == ["B", "C"])
  }

  private let decisions: [Decision] = [
    (.unitGrades, nil, "优秀", "90"), (.unitGrades, nil, "良好", "80"), (.unitGrades, nil, "一般", "60"),
    (.unitGrades, nil, "较差", "0"), (.excellentUnitShare, "党委部门", "优秀", "100"),
    (.excellentUnitShare, "政府工作部门", "优秀", "50"), (.excellentUnitShare, "乡镇", "优秀", "30"),
  ]

  @Test(arguments: [("是", "优秀"), ("否", "良好")])
  func `grades are suggested from scores, quotas and red lines`(succession: String, next: String) throws {
    let year = try ScoringExample.year(plan: decisions + [(.conventions, nil, "红线递补", succession)])
    let grading = try #require(Grading(Scoring(year), of: year))
    #expect(
      grading.suggestions == [
        ScoringExample.exempt: .grade("优秀"), ScoringExample.barred: .grade("良好"), "G2": .grade(next),
        ScoringExample.rural: .grade("良好"),
      ])
    #expect(grading.pools.map(\.quota) == [1, 1, 0])
  }
}
