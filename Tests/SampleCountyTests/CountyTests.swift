// What holds of every county, whatever its seed, size and series.
import SampleCounty
import Testing

struct CountyTests {
  @Test func `the same arguments make the same bytes`() {
    #expect(Year.secondCounty.tables() == Year.secondCounty.tables())
  }

  @Test func `another seed makes another county`() {
    var other = Year.secondCounty
    other.seed = 8
    let (tables, others) = (Year.secondCounty.tables(), other.tables())
    #expect(tables.map(\.name) == others.map(\.name))
    #expect(tables.first { $0.name == "谈话" } != others.first { $0.name == "谈话" })
  }

  @Test func `no table of another county speaks of the standard one`() {
    let name = String(SampleCounty().countyName.dropLast())
    for table in Year.secondCounty.tables() {
      #expect(!String(decoding: table.csv, as: UTF8.self).contains(name), "\(table.name)")
    }
  }

  @Test(arguments: [12, 13, 34], [2, 5])
  func `counties of any size can be made`(_ unitCount: Int, _ groupCount: Int) {
    let year = Year(SampleCounty(seed: 3, countyName: "清和县", groupCount: groupCount, unitCount: unitCount))
    #expect(year["单位"].count == unitCount)
    #expect(Set(year["考核组"].map { $0["组号"] }).count == groupCount)
    #expect(Set(year["班子述职"].map { $0["单位编号"] }).count == unitCount)
  }

  @Test(arguments: [Year.whole, Year.second])
  func `nobody assesses the unit they come from or must avoid`(_ year: Year) {
    let groups = Dictionary(uniqueKeysWithValues: year["单位"].map { ($0["单位编号"] ?? "", $0["考核组"] ?? "") })
    for assessor in year["考核组"] {
      for unit in [assessor["来源单位"] ?? "", assessor["回避单位"] ?? ""] {
        #expect(groups[unit] != assessor["组号"])
      }
    }
  }

  @Test(arguments: [Year.whole, Year.second])
  func `every unit's indicators add up to a hundred, twelve to twenty of them`(_ year: Year) {
    for unit in year["单位"] {
      let own = year["指标"].filter { $0["适用"] == unit["单位编号"] || $0["适用"] == unit["类别"] }
      #expect(own.map { $0.number("分值") }.reduce(0, +) == 100)
      #expect((12...20).contains(own.count))
    }
  }

  @Test(arguments: [Year.whole, Year.second])
  func `every talk touches all seven points, and two speak with one`(_ year: Year) {
    for talk in Dictionary(grouping: year["谈话"], by: { $0["谈话编号"] ?? "" }).values {
      #expect(Set(talk.map { $0["要点"] }).count == 7)
      #expect((talk[0]["谈话人"] ?? "").split(separator: "、").count == 2)
    }
  }

  @Test(arguments: [Year.whole, Year.second])
  func `every section cadre who must debriefs three advances and one shortfall`(_ year: Year) {
    let debriefs = Dictionary(grouping: year["个人述职"]) { $0["人员编号"] ?? "" }
    for cadre in year["干部"] where ["科级正职", "科级副职"].contains(cadre["层级"]) {
      let debrief = debriefs[cadre["人员编号"] ?? ""]
      guard cadre["本年等次"] != "不进行考核" else {
        #expect(debrief == nil)
        continue
      }
      #expect(debrief?.count { $0["部分"] == "进步工作" } == 3)
      #expect(debrief?.count { $0["部分"] == "改进工作" } == 1)
    }
  }
}
