// The county holds the cases that go wrong elsewhere.
import SampleCounty
import Testing

struct EdgeCaseTests {
  private let year = Year.whole

  @Test func `there are seventy-five offices, twelve townships and six groups`() {
    let categories = Dictionary(grouping: year["单位"]) { $0["类别"] ?? "" }.mapValues(\.count)
    #expect(categories == ["县直单位": 75, "乡镇": 12])
    #expect(Set(year["考核组"].map { $0["组号"] }).count == 6)
    #expect(Set(year["单位"].map { $0["序列"] }).count == 7)
  }

  @Test(arguments: ["李默", "欧阳守川", "司马岚", "王堃", "赵玥宁", "田富", "田大利", "阿依古丽·买买提"])
  func `names of every kind are on the roster`(_ name: String) {
    #expect(year["干部"].count { $0["姓名"] == name } == 1)
  }

  @Test(arguments: [Year.whole, Year.second])
  func `two people of one name work in two units`(_ year: Year) {
    let namesakes = Dictionary(grouping: year["干部"]) { $0["姓名"] ?? "" }.filter { $0.value.count > 1 }
    #expect(namesakes.count == 1)
    #expect(namesakes.values.allSatisfy { Set($0.map { $0["单位编号"] }).count == 2 })
  }

  @Test(arguments: ["在岗", "试用期", "病事假超半年", "立案未结", "警告诫勉", "严重警告或记过", "记大过以上", "调离", "退休"])
  func `somebody is in every status`(_ status: String) {
    #expect(year["干部"].contains { $0["状态"] == status })
  }

  @Test func `somebody holds two posts, moved in midyear, or has the merit already`() {
    #expect(year["干部"].contains { $0["兼任单位"] != "" })
    #expect(year["干部"].contains { $0["原单位编号"] != "" })
    #expect(year["干部"].contains { $0["最近三等功年度"] == "2021" && $0["本年等次"] == "优秀" })
  }

  @Test func `one unit has three ballots that score`() {
    let scored = year["人员测评"].map { row in
      ["优秀", "良好", "一般", "较差"].map { row.number($0) }.reduce(0, +)
    }
    #expect(scored.count { $0 == 3 } == 1)
  }

  @Test(arguments: [Year.whole, Year.second])
  func `a first-ranked unit has crossed a red line`(_ year: Year) {
    let standings = Totals(year)
    let barred = Set(
      year["加减分"].filter { $0["类型"] == "红线" && $0["认定"] == "认定" }.map { $0["单位编号"] ?? "" })
    #expect(standings.bySeries.values.contains { barred.contains($0[0].unit) })
  }

  @Test(arguments: [Year.whole, Year.second])
  func `a tie lies across the quota line`(_ year: Year) {
    let crossing = Totals(year).bySeries.values.filter { ranked in
      let quota = ranked.count * 30 / 100
      guard quota > 0 else { return false }
      return ranked[quota - 1].total == ranked[quota].total && ranked[quota].total >= 90
    }
    #expect(crossing.count == 1)
  }

  @Test func `a total lies on a rounding edge`() {
    let edges = Totals(year).bySeries.values.joined().filter { standing in
      let thousandths = standing.total * 1000
      return abs(thousandths - thousandths.rounded()) < 1e-6 && Int(thousandths.rounded()) % 10 == 5
    }
    #expect(!edges.isEmpty)
  }

  @Test func `one matter is honoured at two levels, another refused`() {
    let matters = Dictionary(grouping: year["加减分"]) { $0["事项编号"] ?? "" }
    #expect(matters.values.contains { $0.count == 2 })
    #expect(year["加减分"].contains { $0["认定"] == "不予认定" && $0["不予认定原因"] != "" })
  }
}
