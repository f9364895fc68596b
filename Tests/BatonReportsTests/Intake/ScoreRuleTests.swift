// The rules of scores, ballots, adjustments and the ledger, broken once each.

import BatonAssessment
import BatonReports
import Testing

@Suite struct ScoreRuleTests {
  private static let scores: [Damage] = [
    Damage(.routineScores, ["单位编号": "A01"], "评分单位", "A01", "self-score 平时分数!B2", "missing-score 平时分数!B3"),
    Damage(
      .routineScores, ["单位编号": "A01"], "评分单位", "T01", "not-responsible 平时分数!B2", "missing-score 平时分数!B2",
      "missing-score 平时分数!B3"),
    Damage(.routineScores, ["单位编号": "A01"], "期次", "五季度", "not-in-plan 平时分数!C2"),
    Damage(.routineScores, ["单位编号": "A01"], "指标编号", "J01", "contradiction 平时分数!E2"),
    Damage(.routineScores, ["单位编号": "A01"], "指标编号", "I02"),
    Damage(
      .leaderBallots, ["票号": "L1", "单位编号": "T02"], "票号", "L9", "above-maximum 县领导评分!A2",
      "incomplete-ballots 县领导评分!A2", "incomplete-ballots 县领导评分!A6"),
    Damage(
      .leaderBallots, ["票号": "L1", "单位编号": "T02"], "票类", "四大班子", "inconsistent-rows 县领导评分!B6",
      "not-in-plan 县领导评分!B6"),
    Damage(.year, ["项目": "县领导发出票数"], "内容", "3", "below-minimum 县领导评分!A2"),
    Damage(.peerScores, ["评分单位": "A01"], "评分单位", "A02", "self-score 互评!A2"),
    Damage(.peerScores, ["评分单位": "A01"], "评分单位", "A04", "contradiction 互评!A2"),
    Damage(.peerScores, ["评分单位": "A01"], "评分单位", "T01", "not-in-plan 互评!A2"),
    Damage(
      .peerScores, ["评分单位": "A03", "单位编号": "A01"], "评分单位", "T02", "not-in-plan 互评!A4",
      "incomplete-ballots 互评!A5"),
    Damage(
      .peerScores, ["评分单位": "A01"], "单位编号", "A03", "contradiction 单位!M4", "incomplete-ballots 互评!A2"),
    Damage(
      .units, ["单位编号": "A03"], "免评分项", "", "missing-score 单位!A4", "incomplete-ballots 互评!A2",
      "incomplete-ballots 互评!A3"),
    Damage(.staffBallots, ["单位编号": "A01"], "优秀", "7", "wrong-sum 人员测评!D2"),
    Damage(.staffBallots, ["单位编号": "A01"], "发出票", "11", "above-maximum 人员测评!D2"),
    Damage(.staffBallots, ["单位编号": "T01"], "发出票", "30", "below-minimum 人员测评!D5"),
    Damage(.staffBallots, ["单位编号": "T01"], "票类", "干部", "not-in-plan 人员测评!B5"),
  ]

  private static let adjustments: [Damage] = [
    Damage(.adjustments, ["编号": "B1"], "等级", "省部级", "not-in-plan 加减分!F2"),
    Damage(.adjustments, ["编号": "B1"], "等级", "", "missing-value 加减分!F2"),
    Damage(.adjustments, ["编号": "B2"], "分值", "1.2", "above-maximum 加减分!G3"),
    Damage(.adjustments, ["编号": "B1"], "日期", "2023-01-02", "date-out-of-period 加减分!I2"),
    Damage(.adjustments, ["编号": "B1"], "认定", "不予认定", "missing-value 加减分!K2"),
    Damage(.adjustments, ["编号": "B4"], "分值", "1", "contradiction 加减分!G5"),
    Damage(.adjustments, ["编号": "B4"], "日期", "2023-02-01"),
    Damage(.singleItems, ["单位编号": "T01"], "等次", "优胜", "not-in-plan 单项考核!C2"),
  ]

  private static let ledger: [Damage] = [
    Damage(.commitments, ["人员编号": "P02"], "乡村振兴", "否", "contradiction 担当作为!F2"),
    Damage(.commitments, ["人员编号": "P02"], "纪检意见", "", "missing-value 担当作为!H2"),
    Damage(.commitments, ["人员编号": "P02"], "入册日期", "", "missing-value 担当作为!I2"),
    Damage(.commitments, ["人员编号": "P02"], "动态", "退出"),
    Damage(
      .commitments, ["人员编号": "P02"], "人员编号", "P09", "contradiction 担当作为!A2", "below-minimum 担当作为!A2"),
    Damage(
      .commitments, ["人员编号": "P02"], "人员编号", "P10", "contradiction 担当作为!A2", "below-minimum 担当作为!A2"),
    Damage(
      .commitments, ["人员编号": "P02"], "主要事迹", String(repeating: "实", count: 201), "above-maximum 担当作为!G2"),
    Damage(.unitHistory, ["原单位编号": "A02"], "变更", "撤销", "contradiction 单位沿革!E2"),
    Damage(.unitHistory, ["原单位编号": "A02"], "变更", "新设", "contradiction 单位沿革!B2", "contradiction 单位沿革!C2"),
    Damage(.unitHistory, ["原单位编号": "A02"], "现单位编号", "", "missing-value 单位沿革!E2"),
    Damage(.unitHistory, ["原单位编号": "A02"], "现单位编号", "A09", "unknown-reference 单位沿革!E2"),
    Damage(.commitments, ["人员编号": "P02"], "人员编号", "P2", "unknown-reference 担当作为!A2"),
  ]

  @Test(arguments: scores + adjustments + ledger)
  func `a broken rule is named at its cell`(damage: Damage) throws {
    #expect(try damage.result().sorted() == damage.faults.sorted())
  }

  @Test func `a committed cadre kept on the ledger needs no new recommendation`() throws {
    var tables = HandmadeYear.tables
    for row in 2...tables.rows(.talks).count { tables[.talks, row, "推荐人员"] = "" }
    #expect(tables.read().errors == ["below-minimum 担当作为!A2"])
    tables[.commitments, 2, "动态"] = "保留"
    #expect(tables.read().errors == [])
  }

  @Test func `ballots that all abstain count for nothing`() {
    var tables = HandmadeYear.tables
    for (heading, value) in [("优秀", "0"), ("良好", "0"), ("弃权", "5")] {
      tables[.staffBallots, 4, heading] = value
    }
    #expect(tables.read().errors == ["out-of-range 人员测评!E4"])
  }

  @Test func `a period without a score is warned of where it doesn't count as zero`() throws {
    var tables = HandmadeYear.tables
    tables.delete(.routineScores, row: 3)
    #expect(tables.read().faults.map(\.brief) == ["missing-score 平时分数!B2"])
    let row = try #require(tables.row(.plan, where: ["项目": "口径", "名称": "平时缺期"]))
    tables[.plan, row, "数值"] = "计零分"
    #expect(tables.read().faults.isEmpty)
  }

  @Test func `a row of an unknown unit spares nobody`() throws {
    var tables = HandmadeYear.tables
    tables[.teamDebriefs, 3, "单位编号"] = "A99"
    let fault = try #require(tables.read().faults.first)
    #expect(fault.brief == "unknown-reference 班子述职!A3")
    #expect(fault.blocks(.teamDebrief, unitID: "A01"))
  }

  @Test func `quotas that hang on the team's grade need it of every unit`() throws {
    var tables = HandmadeYear.tables
    let row = try #require(tables.row(.plan, where: ["项目": "口径", "名称": "评优挂钩"]))
    tables[.plan, row, "数值"] = "班子等次"
    #expect(tables.read().errors == [2, 3, 4, 6, 7].map { "missing-value 单位!O\($0)" })
  }

  @Test func `a responsible unit that gave no score is warned of`() throws {
    var tables = HandmadeYear.tables
    while let row = tables.row(.routineScores, where: ["单位编号": "T01", "评分单位": "A02"]) {
      tables.delete(.routineScores, row: row)
    }
    let result = tables.read()
    #expect(result.faults.map(\.brief) == ["missing-score 单位!A6"])
    #expect(result.faults.first?.found == "责任单位「A02」没有给「河口镇」平时分数")
  }

  @Test func `team members and middle ranks who were not talked with are warned of`() throws {
    var tables = HandmadeYear.tables
    for row in 2...tables.rows(.talks).count {
      if tables[.talks, row, "谈话编号"] == "N02" { tables[.talks, row, "谈话对象"] = "P01" }
      if tables[.talks, row, "谈话编号"] == "N03" { tables[.talks, row, "谈话对象"] = "P01" }
    }
    let result = tables.read()
    #expect(result.errors == [])
    #expect(result.warnings == ["below-minimum 单位!A2", "missing-talk 干部!A3"])
  }

  @Test func `faults of scores block what is made from scores, not debriefs`() throws {
    var tables = HandmadeYear.tables
    tables[.peerScores, 2, "得分"] = "好"
    let fault = try #require(tables.read().faults.first)
    #expect(fault.blocks.contains(.scoreTable))
    #expect(!fault.blocks.contains(.teamDebrief))
    #expect(!fault.blocks.contains(.completionReport))
  }
}
