// Sentences of the norm that no single broken cell shows: several faults at once, whole columns, what is blocked.

import BatonAssessment
import BatonDiagnostics
import BatonReports
import Testing

@Suite struct NormRuleTests {
  @Test func `a doubtful row hides one missing row, not the others`() throws {
    var tables = HandmadeYear.tables
    tables[.completions, 2, "指标编号"] = "I99"  // A01, was I01
    let other = try #require(tables.row(.completions, where: ["单位编号": "T01", "指标编号": "J03"]))
    tables.delete(.completions, row: other)
    #expect(tables.read().errors == ["missing-row 单位!A6", "unknown-reference 指标完成!B2"])
  }

  @Test func `a text of an unknown part hides one missing part, not another unit's`() throws {
    var tables = HandmadeYear.tables
    let wrong = try #require(tables.row(.writtenMaterials, where: ["单位编号": "A01", "部分": "整改要求"]))
    tables[.writtenMaterials, wrong, "部分"] = "整改"
    let other = try #require(tables.row(.writtenMaterials, where: ["单位编号": "T01", "部分": "整改要求"]))
    tables.delete(.writtenMaterials, row: other)
    let place = try #require(tables.row(.writtenMaterials, where: ["文书": "反馈意见书", "单位编号": "T01"]))
    #expect(
      Set(tables.read().errors) == ["not-in-list 撰写材料!C\(wrong)", "missing-part 撰写材料!A\(place)"])
  }

  @Test func `an item of the plan that can't be read hides its own row alone`() throws {
    var tables = HandmadeYear.tables
    let wrong = try #require(tables.row(.plan, where: ["项目": "口径", "名称": "红线递补"]))
    tables[.plan, wrong, "项目"] = "口经"
    let other = try #require(tables.row(.plan, where: ["项目": "告知", "名称": "得分"]))
    tables.delete(.plan, row: other)
    #expect(
      tables.read().errors.filter { $0.contains("方案") } == [
        "missing-row 方案!A1", "not-in-list 方案!A\(wrong - 1)",
      ])
  }

  @Test func `a column that some rows need and the table hasn't is missing once`() {
    var tables = HandmadeYear.tables
    tables.removeColumn(.units, "考核组")
    #expect(
      tables.read().errors.filter { $0.hasPrefix("missing") && $0.contains("单位!") } == ["missing-column 单位!1"]
    )
  }

  @Test(arguments: [
    ("A02", "审定等次", "优等"), ("A03", "免评依据", ""), ("A03", "免评分项", "互评、目标任务"),
  ])
  func `what a meeting decided bears only on what scores enter`(unit: String, heading: String, value: String)
    throws
  {
    var tables = HandmadeYear.tables
    let row = try #require(tables.row(.units, where: ["单位编号": unit]))
    tables[.units, row, heading] = value
    let faults = tables.read().faults.filter { $0.severity == .error }
    #expect(!faults.isEmpty)
    for fault in faults {
      #expect(fault.blocks.contains(.scoreTable) && fault.blocks.contains(.feedback))
      #expect(!fault.blocks.contains(.teamDebrief) && !fault.blocks.contains(.completionReport))
    }
  }

  @Test func `a reference that lost its zeros is told where they were lost`() throws {
    var tables = HandmadeYear.tables
    tables[.cadres, 4, "人员编号"] = "012"
    tables[.talks, 2, "涉及人员"] = "12"
    #expect(tables.read().warnings.contains("lost-leading-zero 谈话!F2"))
    tables[.cadres, 4, "人员编号"] = "12"
    tables[.talks, 2, "涉及人员"] = "012"
    #expect(tables.read().warnings.contains("lost-leading-zero 干部!A4"))
  }

  @Test func `one matter written with and without zeros is warned of`() {
    var tables = HandmadeYear.tables
    tables[.adjustments, 2, "事项编号"] = "007"
    tables[.adjustments, 3, "事项编号"] = "7"
    #expect(tables.read().faults.map(\.brief) == ["lost-leading-zero 加减分!D3"])
  }

  @Test func `ballots that came back ask how many went out`() throws {
    var tables = HandmadeYear.tables
    let row = try #require(tables.row(.year, where: ["项目": "县领导发出票数"]))
    tables[.year, row, "内容"] = "0"
    #expect(tables.read().errors == ["above-maximum 县领导评分!A2"])
    tables.delete(.year, row: row)
    #expect(tables.read().faults.map(\.brief) == ["missing-row 年度!A1"])
  }

  @Test func `a third principal is one too many`() {
    var tables = HandmadeYear.tables
    for row in 3...4 { tables[.cadres, row, "主要负责人"] = "是" }
    #expect(tables.read().errors == ["wrong-count 干部!I4"])
  }

  @Test func `a unit that came of one since renamed is known`() {
    var tables = HandmadeYear.tables
    tables.append(
      .unitHistory,
      ["年度": "2020", "原单位编号": "A88", "原单位名称": "县农机局", "变更": "合并", "现单位编号": "A77", "生效日期": "2020-01-01"])
    tables.append(
      .unitHistory,
      ["年度": "2021", "原单位编号": "A77", "原单位名称": "县农业局", "变更": "合并", "现单位编号": "A02", "生效日期": "2021-01-01"])
    #expect(tables.read().faults.isEmpty)
  }

  @Test func `a new unit had no number and no name`() {
    var tables = HandmadeYear.tables
    for (heading, value) in [("变更", "新设"), ("原单位编号", "无"), ("原单位名称", "—")] {
      tables[.unitHistory, 2, heading] = value
    }
    #expect(tables.read().faults.isEmpty)
  }

  @Test func `a plan of one grade grades nobody`() throws {
    var tables = HandmadeYear.tables
    for name in ["良好", "一般", "较差"] {
      let row = try #require(tables.row(.plan, where: ["项目": "单位等次", "名称": name]))
      tables.delete(.plan, row: row)
    }
    let row = try #require(tables.row(.plan, where: ["项目": "单位等次"]))
    tables[.plan, row, "数值"] = "0"
    #expect(tables.read().errors.contains("wrong-count 方案!C\(row)"))
  }

  @Test func `a common rule of staff decides where a status has none`() throws {
    var tables = HandmadeYear.tables
    for status in ["调离", "退休"] {
      let row = try #require(tables.row(.plan, where: ["项目": "人员规则", "适用": status, "名称": "发奖金"]))
      tables.delete(.plan, row: row)
    }
    tables.append(.plan, ["项目": "人员规则", "名称": "发奖金", "数值": "待确认", "条款": "第三条"])
    let intake = tables.read()
    #expect(intake.errors == [])
    #expect(intake.results?.bonuses?.toConfirm == ["P10"])
  }

  @Test func `a cadre of an unknown unit leaves the others their bonuses`() throws {
    var tables = HandmadeYear.tables
    tables[.cadres, 4, "单位编号"] = "A99"  // P03
    let intake = tables.read()
    #expect(intake.errors == ["unknown-reference 干部!E4"])
    let bonuses = try #require(intake.results?.bonuses)
    #expect(bonuses.lines.first { $0.cadreID == "P01" }?.due != nil)
    #expect(bonuses.lines.first { $0.cadreID == "P03" }?.due == nil)
    #expect(bonuses.total == nil)
  }

  @Test(arguments: [("工作推进不力，需进一步加强", true), ("一些工作不够细", true), ("两次督办未到位", false), ("全年缺课 3 次", false)])
  func `a problem must say something that can be counted`(text: String, isVague: Bool) {
    var tables = HandmadeYear.tables
    tables[.problems, 2, "具体表现"] = text
    #expect(tables.read().warnings.contains("vague-statement 突出问题!D2") == isVague)
  }

  @Test func `documents leave out what the results leave out`() throws {
    var tables = HandmadeYear.tables
    tables[.completions, 2, "考核组评分"] = "三十"
    let intake = tables.read()
    let year = try #require(intake.year)
    let snapshot = YearSnapshot(year, faults: intake.faults)
    #expect(snapshot.results["A01"]?.score.total == nil)
    #expect(snapshot.results["T01"]?.score.total != nil)
  }
}
