// What debriefs and talks must say beyond being complete.

import BatonAssessment
import BatonReports
import Testing

@Suite struct DebriefRuleTests {
  @Test(arguments: [
    (Table.teamDebriefs, ["部分": "成绩位次"], "位次", "31", ["out-of-range 班子述职!H5"]),
    (
      .teamDebriefs, ["部分": "整改方向", "序号": "2"], "序号", "3",
      ["unmatched-number 班子述职!A2", "unmatched-number 班子述职!A2"]
    ),
    (
      .cadreDebriefs, ["部分": "改进工作"], "部分", "进步工作",
      ["duplicate-key 个人述职!A6", "missing-part 个人述职!A2", "wrong-part-count 个人述职!A2"]
    ),
    (.talks, ["谈话编号": "N01"], "谈话人", "钱一帆、孙三石", ["inconsistent-rows 谈话!I2"]),
    (.talks, ["谈话编号": "N01", "要点": "班子整体运行"], "谈话人", "钱一帆、孙三石", ["inconsistent-rows 谈话!I5"]),
    (.talks, ["谈话编号": "N01", "要点": "干部队伍建设"], "地点", "", ["inconsistent-rows 谈话!M6"]),
    (.talks, ["谈话编号": "N01", "要点": "干部队伍建设"], "要点", "党建工作", ["duplicate-key 谈话!A6", "missing-part 谈话!A2"]),
  ])
  func `a debrief or talk that can't be is named`(
    table: Table, cells: [String: String], heading: String, value: String, faults: [String]
  ) throws {
    var tables = HandmadeYear.tables
    let row = try #require(tables.row(table, where: cells))
    tables[table, row, heading] = value
    #expect(tables.read().errors.sorted() == faults.sorted())
  }

  @Test func `at least two talk with somebody`() {
    var tables = HandmadeYear.tables
    for row in 2...8 { tables[.talks, row, "谈话人"] = "钱一帆" }
    #expect(tables.read().errors == ["wrong-count 谈话!I2"])
  }

  @Test func `a talker must be of the group that assesses the unit`() throws {
    var tables = HandmadeYear.tables
    for row in 2...8 { tables[.talks, row, "谈话人"] = "钱一帆、周五岭" }
    let result = tables.read()
    #expect(result.errors == ["not-in-group 谈话!I2"])
    #expect(result.faults.first?.found.contains("周五岭") == true)
  }
}
