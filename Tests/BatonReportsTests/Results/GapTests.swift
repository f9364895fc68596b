// What depends on faulty data is left out and listed; everything else is there.

import BatonAssessment
import BatonDiagnostics
import BatonReports
import Testing

@Suite struct GapTests {
  private func results(_ edit: (inout EditableTables) -> Void) throws -> YearResults {
    var tables = HandmadeYear.tables
    edit(&tables)
    return try #require(tables.read().results)
  }

  @Test func `nothing is missing from a whole year`() throws {
    #expect(try results { _ in }.missing == [])
  }

  @Test func `a score that can't be read takes the unit's total and its series' places with it`() throws {
    let results = try results { $0[.peerScores, 3, "得分"] = "九十" }  // A02 → A01
    let missing = Set(results.missing)
    #expect(
      missing.isSuperset(of: [
        "单位.A01.分项.互评", "单位.A01.基础分", "单位.A01.综合得分", "单位.A01.位次", "单位.A02.位次", "单位.A01.最终等次",
        "池.政府工作部门.最终首等",
      ]))
    #expect(!missing.contains("单位.A02.综合得分"))
    #expect(!missing.contains("单位.A01.分项.平时分数"))
    #expect(!missing.contains("单位.A01.板块.党建工作.位次"))
    #expect(!missing.contains { $0.hasPrefix("单位.T01") || $0.hasPrefix("池.乡镇") })
    #expect(results["T01"]?.rank != nil)
  }

  @Test func `one person's fault spares the others`() throws {
    let results = try results { $0[.cadres, 8, "本年等次"] = "上等" }  // P07 of T01
    #expect(results.missing.contains("奖金.行.P07.应发"))
    #expect(results.missing.contains("奖金.小计.T01"))
    #expect(results.missing.contains("奖金.合计"))
    #expect(results.missing.contains("嘉奖.P07"))
    #expect(results.bonuses?.subtotals["A01"] != nil)
    #expect(!results.missing.contains { $0.hasPrefix("单位") })
  }

  @Test func `what the year is called bears on no result`() throws {
    let results = try results { tables in
      if let row = tables.row(.year, where: ["项目": "联系人"]) { tables.delete(.year, row: row) }
    }
    #expect(results.missing == [])
  }

  @Test func `a table that has not come leaves out what needs it`() throws {
    #expect(
      try results { $0.remove(.cadres) }.missing.filter { !$0.hasPrefix("评优名额") } == [
        "嘉奖", "三等功", "奖金", "待确认",
      ])
    let withoutAdjustments = try results { $0.remove(.adjustments) }
    #expect(withoutAdjustments.missing.contains("单位.A01.综合得分"))
    #expect(withoutAdjustments["A01"]?.score.base != nil)
    #expect(try results { $0.remove(.singleItems) }.missing == [])
  }

  @Test(arguments: [
    ("口径", "金额修约", "奖金", "单位"), ("口径", "单位名额取整", "池", "奖励"), ("奖励", "奖励身份", "嘉奖", "单位"),
    ("权重", "互评", "单位", "嘉奖"),
  ])
  func `a decision that the plan lacks takes along what it decides`(
    item: String, name: String, taken: String, spared: String
  ) throws {
    let results = try results { tables in
      if let row = tables.row(.plan, where: ["项目": item, "名称": name]) { tables.delete(.plan, row: row) }
    }
    #expect(results.missing.contains { $0.hasPrefix(taken) })
    #expect(!results.missing.contains { $0.hasPrefix(spared) })
  }

  @Test func `too few ballots for trimming are one warning that lists the units`() throws {
    var tables = HandmadeYear.tables
    tables.decide("去极值", "个数", for: "互评", as: "1")
    tables.decide("去极值", "起算票数", for: "互评", as: "3")
    let warnings = tables.read().faults.filter { $0.code == .tooFewBallots }
    #expect(warnings.count == 1)
    #expect(warnings.first?.cells.count == 4)
    #expect(warnings.first?.severity == .warning)
  }

  @Test func `an exempt unit with nothing left, or nothing to take the mean of, is an error`() throws {
    var tables = HandmadeYear.tables
    tables.decide("口径", "免评处理", as: "取序列平均")
    // A03 is alone in its series and only treated like the assessed.
    #expect(tables.read().errors == ["missing-score 单位!M4"])
  }

  @Test func `an exemption from what carries no weight is only warned of`() throws {
    var tables = HandmadeYear.tables
    tables.decide("权重", "互评", for: "县直单位", as: "0")
    tables.decide("权重", "人员测评", for: "县直单位", as: "15")
    let intake = tables.read()
    #expect(intake.errors.isEmpty)
    #expect(intake.warnings.contains("contradiction 单位!M4"))
  }

  @Test func `a pool that carries weight and gave no score is an error at the unit`() throws {
    var tables = HandmadeYear.tables
    let row = try #require(tables.row(.plan, where: ["项目": "互评池", "适用": "乡镇"]))
    tables[.plan, row, "数值"] = "70"
    tables.append(.plan, ["项目": "互评池", "适用": "乡镇", "名称": "县直单位", "数值": "30", "条款": "第三条"])
    let errors = tables.read().errors
    #expect(errors == ["missing-score 单位!A6", "missing-score 单位!A7"])
  }
}
