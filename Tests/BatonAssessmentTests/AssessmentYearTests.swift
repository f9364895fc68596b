// Units and cadres are found by their ids, whenever they were put in.

import BatonAssessment
import Testing

@Suite struct AssessmentYearTests {
  private static let row = RowAddress(
    table: TableAddress(file: "年度", sheet: "表", columns: [:]), number: 2)

  private static func unit(_ id: String, order: Int) -> Unit {
    Unit(
      id: id, name: id, shortName: id, category: "县直单位", series: "序列", order: order, groupNumber: 1,
      participation: .assessed, leaderCount: nil, nonLeaderCount: nil, institutionStaffCount: nil,
      quotaGroup: nil, exemptComponents: [], exemptionBasis: nil, teamGrade: nil, confirmedGrade: nil,
      confirmationBasis: nil, row: row)
  }

  private static func year() throws -> AssessmentYear {
    let contents: [(YearFact.Item, String)] = [
      (.county, "清和县"), (.countyShort, "清和"), (.year, "2022"), (.host, "组织部"),
      (.periodStart, "2022-01-01"), (.periodEnd, "2022-12-31"), (.writtenOn, "2023-02-20"),
    ]
    let facts = try #require(YearFacts(contents.map { YearFact(item: $0, content: $1, row: row) }))
    return AssessmentYear(facts: facts, units: [unit("乙", order: 2), unit("甲", order: 1)])
  }

  @Test func `units come by 机构序 and are found by id`() throws {
    var year = try Self.year()
    #expect(year.units.map(\.id) == ["甲", "乙"])
    #expect(year.unit("乙")?.order == 2)
    year.units = [Self.unit("丙", order: 3)]
    #expect(year.unit("丙")?.order == 3)
    #expect(year.unit("乙") == nil)
  }
}
