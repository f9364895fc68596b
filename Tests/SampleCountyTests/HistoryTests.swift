// Several years of one county fit together.
import SampleCounty
import Testing

struct HistoryTests {
  /// Two years across the newest year's changes, and two across the plan's.
  private static let years = SampleCounty(seed: 7, unitCount: 30).years(5)
  private static let newest = Year(years[4])
  private static let before = Year(years[3])

  @Test func `the newest year of a history is the county's own year`() {
    let alone = SampleCounty(seed: 7, unitCount: 30).tables()
    #expect(Self.years[4].tables() == alone)
    #expect(Self.years.map(\.year) == [2018, 2019, 2020, 2021, 2022])
  }

  @Test func `a year remembers the grades that the year before gave`() {
    let given = Dictionary(uniqueKeysWithValues: Self.before["干部"].map { ($0["人员编号"] ?? "", $0) })
    let people = Self.newest["干部"]
    #expect(!people.isEmpty && people.allSatisfy { given[$0["人员编号"] ?? ""] != nil })
    for person in people {
      let then = given[person["人员编号"] ?? ""]
      #expect(then?["本年等次"] == person["上年等次"] && then?["上年等次"] == person["前年等次"])
      #expect(then?["姓名"] == person["姓名"])
    }
  }

  @Test func `a problem that is taken up again is the same unit's`() {
    let known = Dictionary(uniqueKeysWithValues: Self.before["突出问题"].map { ($0["问题编号"] ?? "", $0) })
    let units = Set(Self.before["单位"].map { $0["单位编号"] ?? "" })
    let references = Self.newest["突出问题"].filter { $0["上年问题编号"] != "" }
    let found = references.filter { known[$0["上年问题编号"] ?? ""] != nil }
    #expect(!found.isEmpty)
    for problem in found where units.contains(problem["单位编号"] ?? "") {
      #expect(known[problem["上年问题编号"] ?? ""]?["单位编号"] == problem["单位编号"])
    }
  }

  @Test func `the early years have another plan`() {
    let early = Year(Self.years[1])
    func grades(_ year: Year) -> [String?] { year["方案"].filter { $0["项目"] == "单位等次" }.map { $0["名称"] } }
    #expect(grades(early) == ["一等", "二等", "三等", "四等"])
    #expect(grades(Self.before) == ["优秀", "良好", "一般", "较差"])
    func weight(_ year: Year) -> String? {
      year["方案"].first { $0["项目"] == "权重" && $0["名称"] == "目标任务" }?["数值"]
    }
    #expect(weight(early) == "55" && weight(Self.before) == "50")
  }
}
