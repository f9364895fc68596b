// How far a target was reached.

import BatonAssessment
import Testing

@Suite struct CompletionRateTests {
  private static let row = RowAddress(
    table: TableAddress(file: "数据", sheet: "指标", columns: [:]), number: 2)

  private static func indicator(_ direction: Indicator.Direction, target: String?) -> Indicator {
    Indicator(
      id: "Z1", appliesTo: ["乡镇"], section: .annualTargets, subsection: nil, name: "指标", direction: direction,
      target: target, measure: nil, points: ExactDecimal(5), criteria: nil, responsibleUnitIDs: [],
      isLivelihood: false, isNew: false, dimension: nil, row: row)
  }

  private static func completion(_ value: Completion.Value) -> Completion {
    Completion(
      unitID: "A1", indicatorID: "Z1", value: value, score: nil, method: .onSite, evidence: nil, date: nil,
      deductionReason: nil, row: row)
  }

  @Test(arguments: [
    (Indicator.Direction.higherIsBetter, "90", "73", "73/90", false),
    (.higherIsBetter, "90", "90", "1", true),
    (.higherIsBetter, "3", "4", "4/3", true),
    (.lowerIsBetter, "5", "0", "1", true),
    (.lowerIsBetter, "5", "5", "1", true),
    (.lowerIsBetter, "5", "8", "5/8", false),
    (.lowerIsBetter, "0", "2", "0", false),
  ])
  func `a number is measured by the direction`(
    direction: Indicator.Direction, target: String, reached: String, rate: String, isDone: Bool
  ) throws {
    let indicator = Self.indicator(direction, target: target)
    let completion = Self.completion(.number(try #require(ExactDecimal(reached))))
    #expect(completion.rate(against: indicator)?.description == rate)
    #expect(completion.isDone(against: indicator) == isDone)
  }

  @Test func `what has no number has no rate`() {
    let indicator = Self.indicator(.qualitative, target: nil)
    #expect(Self.completion(.done(true)).rate(against: indicator) == nil)
    #expect(Self.completion(.done(true)).isDone(against: indicator))
    #expect(!Self.completion(.done(false)).isDone(against: indicator))
  }

  @Test func `a target of nothing can't be measured where more is better`() {
    let indicator = Self.indicator(.higherIsBetter, target: "0")
    #expect(Self.completion(.number(ExactDecimal(3))).rate(against: indicator) == nil)
  }
}
