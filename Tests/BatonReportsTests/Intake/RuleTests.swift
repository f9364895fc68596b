// Each rule of the tables, broken once: the edit, and exactly what it gives.

import BatonAssessment
import BatonDiagnostics
import BatonReports
import Testing

/// One damage to the handmade year.
struct Damage: Sendable, CustomTestStringConvertible {
  let table: Table
  let find: [String: String]
  let heading: String
  let value: String
  let faults: [String]

  init(
    _ table: Table, _ find: [String: String], _ heading: String, _ value: String, _ faults: String...
  ) {
    self.table = table
    self.find = find
    self.heading = heading
    self.value = value
    self.faults = faults
  }

  var testDescription: String { "\(table.rawValue)\(find) \(heading)=\(value)" }

  /// The faults of the damaged year, errors and warnings.
  func result() throws -> [String] {
    var tables = HandmadeYear.tables
    let row = try #require(tables.row(table, where: find))
    tables[table, row, heading] = value
    return tables.read().faults.map(\.brief)
  }
}

@Suite struct RuleTests {
  private static let year: [Damage] = [
    Damage(.year, ["项目": "联系人"], "项目", "全宗号", "missing-row 年度!A1"),
    Damage(.year, ["项目": "年度"], "内容", "二〇二二", "wrong-type 年度!B4"),
    Damage(.year, ["项目": "成文日期"], "内容", "2023年1月32日", "wrong-type 年度!B11"),
    Damage(.year, ["项目": "公示工作日数"], "内容", "4", "below-minimum 年度!B15"),
    Damage(.year, ["项目": "县名"], "项目", "县明", "not-in-list 年度!A2"),
  ]

  private static let units: [Damage] = [
    Damage(.units, ["单位编号": "T02"], "序列", "垂管单位", "contradiction 单位!D7", "contradiction 方案!B65"),
    Damage(.units, ["单位编号": "A01"], "考核组", "", "missing-value 单位!G2"),
    Damage(.units, ["单位编号": "A03"], "免评依据", "", "missing-value 单位!N4"),
    Damage(.units, ["单位编号": "A02"], "审定等次", "优等", "not-in-plan 单位!P3", "missing-value 单位!Q3"),
    Damage(.units, ["单位编号": "A02"], "班子等次", "优秀班子", "not-in-plan 单位!O3"),
    Damage(.units, ["单位编号": "A02"], "核定组", "A01", "contradiction 单位!L3"),
    Damage(.units, ["单位编号": "A01"], "领导成员数", "1", "above-maximum 单位!I2"),
    Damage(.units, ["单位编号": "A01"], "事业人数", "", "missing-value 单位!K2"),
  ]

  private static let people: [Damage] = [
    Damage(.cadres, ["人员编号": "P04"], "主要负责人", "否", "wrong-count 单位!A3"),
    Damage(.cadres, ["人员编号": "P01"], "上年等次", "合格", "contradiction 干部!P2"),
    Damage(.cadres, ["人员编号": "P07"], "本年等次", "优秀", "not-in-plan 干部!O8"),
    Damage(.cadres, ["人员编号": "P01"], "测评优秀票", "13", "above-maximum 干部!T2"),
    Damage(.cadres, ["人员编号": "P02"], "主要负责人", "是"),
    Damage(.groups, ["姓名": "钱一帆"], "职责", "副组长", "wrong-count 考核组!A2"),
    Damage(.groups, ["姓名": "孙三石"], "职责", "组长", "wrong-count 考核组!C4"),
    Damage(.groups, ["姓名": "孙三石"], "姓名", "周五岭", "duplicate-value 考核组!B5", "not-in-group 谈话!I16"),
    Damage(.groups, ["姓名": "孙三石"], "来源单位", "A01", "recusal 考核组!D4"),
    Damage(.groups, ["姓名": "孙三石"], "回避单位", "A02、T01", "recusal 考核组!E4"),
    Damage(.groups, ["姓名": "周五岭"], "培训日期", "2022-12-24", "wrong-order 考核组!G5"),
  ]

  private static let targets: [Damage] = [
    Damage(.indicators, ["指标编号": "I04"], "分值", "9.5", "wrong-sum 指标!I2"),
    Damage(.indicators, ["指标编号": "J03"], "指标名称", "粮食产量", "duplicate-value 指标!E8"),
    Damage(.indicators, ["指标编号": "I02"], "目标值", "", "missing-value 指标!G3"),
    Damage(.indicators, ["指标编号": "I02"], "目标值", "1200万", "wrong-type 指标!G3"),
    Damage(.indicators, ["指标编号": "I02"], "目标值", "0", "out-of-range 指标!G3"),
    Damage(
      .indicators, ["指标编号": "J02"], "民生", "否", "below-minimum 指标!I6", "below-minimum 指标!I6",
      "below-minimum 指标!I6", "below-minimum 指标!I6"),
    Damage(.indicators, ["指标编号": "I03"], "担当维度", "", "missing-row 指标!A1"),
    Damage(.completions, ["单位编号": "A01", "指标编号": "I01"], "完成值", "30", "wrong-type 指标完成!C2"),
    Damage(.completions, ["单位编号": "A01", "指标编号": "I02"], "完成值", "完成", "wrong-type 指标完成!C3"),
    Damage(.completions, ["单位编号": "A01", "指标编号": "I01"], "考核组评分", "30.5", "out-of-range 指标完成!D2"),
    Damage(.completions, ["单位编号": "A01", "指标编号": "I04"], "扣分原因", "", "missing-value 指标完成!H5"),
    Damage(.completions, ["单位编号": "A01", "指标编号": "I04"], "考核组评分", "", "missing-value 指标完成!D5"),
    Damage(
      .completions, ["单位编号": "T01", "指标编号": "J03"], "指标编号", "J04", "missing-row 单位!A6",
      "contradiction 指标完成!B16"),
    Damage(.visits, ["单位编号": "T01"], "离开日期", "2022-12-25", "wrong-order 实地考核!C5"),
    Damage(.visits, ["单位编号": "T01"], "单位编号", "A04", "missing-row 单位!A6"),
  ]

  private static let findings: [Damage] = [
    Damage(.problems, ["问题编号": "W1"], "类别", "作风建社", "not-in-plan 突出问题!C2"),
    Damage(.problems, ["问题编号": "W1"], "具体表现", "办件有超时", "vague-statement 突出问题!D2"),
    Damage(.practices, ["编号": "K1"], "成效", "群众满意", "vague-statement 经验做法!F2"),
    Damage(.judgements, ["编号": "T01"], "态势", "", "missing-value 研判!D2"),
    Damage(.judgements, ["编号": "T01"], "来源", "得分", "wrong-count 研判!G2"),
    Damage(.judgements, ["编号": "T01"], "编号", "T09", "unknown-reference 研判!B2"),
    Damage(.judgements, ["编号": "P02"], "来源", "测评、谈话", "unsupported-source 研判!G3"),
    Damage(.judgements, ["编号": "P02"], "编号", "P04", "unsupported-source 研判!G3"),
    Damage(
      .writtenMaterials, ["文书": "目标任务完成情况报告", "单位编号": "T02", "部分": "班子运行"], "部分", "班子情况",
      "not-in-list 撰写材料!C40"),
    Damage(.writtenMaterials, ["文书": "全县考核情况报告", "部分": "总体研判"], "单位编号", "A01", "contradiction 撰写材料!B45"),
    Damage(.writtenMaterials, ["文书": "反馈意见书"], "单位编号", "", "missing-value 撰写材料!B2"),
    Damage(.issuances, ["文书": "考核结果通报"], "发文字号", "", "missing-value 发文!C2"),
    Damage(.issuances, ["文书": "全县考核情况报告"], "签发人", "", "missing-value 发文!D3"),
    Damage(.issuances, ["单位编号": "A02"], "发文字号", "青组函〔2023〕1号", "duplicate-value 发文!C5"),
    Damage(.issuances, ["单位编号": "A02"], "单位编号", "A04", "missing-row 单位!A3"),
    Damage(.distributions, ["文书": "两头名单", "份号": "2"], "份号", "3", "not-consecutive 分发!B3"),
  ]

  @Test(arguments: year + units + people + targets + findings)
  func `a broken rule is named at its cell`(damage: Damage) throws {
    #expect(try damage.result().sorted() == damage.faults.sorted())
  }

  @Test(arguments: [
    (DocumentName.completionReport, "目标任务完成情况报告", "A01", "党建工作"), (.feedback, "反馈意见书", "T02", "整改要求"),
    (.circular, "考核结果通报", "", "主要特点"), (.countyReport, "全县考核情况报告", "", "下步打算"),
  ])
  func `a missing text blocks its own document alone`(
    document: DocumentName, name: String, unit: String, part: String
  ) throws {
    var tables = HandmadeYear.tables
    let row = try #require(tables.row(.writtenMaterials, where: ["文书": name, "单位编号": unit, "部分": part]))
    tables.delete(.writtenMaterials, row: row)
    let place = try #require(tables.row(.writtenMaterials, where: ["文书": name, "单位编号": unit]))
    let fault = try #require(tables.read().faults.first)
    #expect(fault.brief == "missing-part 撰写材料!A\(place)")
    #expect(fault.blocks == [document])
    #expect(fault.subject.unitID == (unit.isEmpty ? nil : unit))
  }

  @Test func `a gap in the numbers of groups is named at the group after it`() {
    var tables = HandmadeYear.tables
    for row in 5...6 { tables[.groups, row, "组号"] = "3" }
    #expect(tables.read().errors.contains("not-consecutive 考核组!A5"))
  }

  @Test func `a secret must say on what grounds it is one`() {
    var tables = EditableTables(
      HandmadeYear.tables.tables.merging([
        .issuances: [
          ["文书", "单位编号", "发文字号", "签发人", "密级", "保密期限", "定密依据", "定密责任人", "知悉范围", "授权文号"],
          ["考核结果通报", "", "青组发〔2023〕8号", "", "秘密", "10年", "", "", "县委", ""],
          ["全县考核情况报告", "", "青组报〔2023〕3号", "韩二", "", "", "", "", "", ""],
        ]
      ]) { $1 })
    for unit in ["A01", "A02", "A03", "T01", "T02"] {
      tables.append(.issuances, ["文书": "反馈意见书", "单位编号": unit, "发文字号": "青组函〔2023〕\(unit)号"])
    }
    #expect(
      tables.read().errors == ["missing-value 发文!G2", "missing-value 发文!H2", "missing-value 发文!J2"])
  }
}
