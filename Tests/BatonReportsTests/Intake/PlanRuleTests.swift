// The plan is a closed list: nothing may be missing from it, nothing may be added.

import BatonAssessment
import BatonReports
import Testing

@Suite struct PlanRuleTests {
  private static let tables = EditableTables(
    HandmadeYear.tables.tables.filter { [.year, .plan, .units, .groups].contains($0.key) })

  private func errors(_ tables: EditableTables) -> [String] {
    tables.read().faults.filter { $0.code != .missingTable }.map(\.brief)
  }

  /// Items whose names the county coins: one name fewer is another plan, not a gap.
  private static let open = ["期次", "加分标准", "扣分标准", "红线", "单位等次", "问题类别"]
  /// Items that a plan may do without.
  private static let optional = ["上年民生占比", "单位优秀上限", "评优上限", "单项系数"]

  @Test func `every row that the closed list asks for is missed`() {
    for row in 2...Self.tables.rows(.plan).count {
      let item = Self.tables[.plan, row, "项目"]
      let name = Self.tables[.plan, row, "名称"]
      let scope = Self.tables[.plan, row, "适用"]
      var tables = Self.tables
      tables.delete(.plan, row: row)
      let faults = errors(tables)
      let comment: Comment = "deleting \(item) \(scope) \(name)"
      if Self.open.contains(item) { continue }
      if Self.optional.contains(item) || Self.optional.contains(name) || scope.contains("·")
        || scope == "垂管单位"
      {
        #expect(faults == [], comment)
      } else if item == "参评数", name == "单位数" {
        #expect(faults.contains { $0.hasPrefix("not-in-plan 单位!D") }, comment)
      } else if item == "单位优秀比例" {
        #expect(faults == ["missing-row 方案!A1"], comment)
      } else {
        #expect(faults.contains("missing-row 方案!A1"), comment)
      }
    }
  }

  @Test(arguments: [
    (["项目": "权重", "适用": "乡镇", "名称": "互评"], "数值", "4", ["wrong-sum 方案!D5"]),
    (["项目": "权重", "适用": "乡镇", "名称": "互评"], "数值", "5%", []),
    (["项目": "权重", "适用": "乡镇", "名称": "互评"], "数值", "0.05", ["doubtful-percent 方案!D8", "wrong-sum 方案!D5"]),
    (["项目": "权重", "适用": "乡镇", "名称": "互评"], "数值", "五", ["wrong-type 方案!D8"]),
    (
      ["项目": "权重", "适用": "乡镇", "名称": "互评"], "适用", "镇乡",
      ["missing-row 方案!A1", "not-in-list 方案!B8", "wrong-sum 方案!D5", "wrong-sum 方案!D8"]
    ),
    (["项目": "权重", "适用": "乡镇", "名称": "互评"], "名称", "互平", ["missing-row 方案!A1", "not-in-list 方案!C8"]),
    (["项目": "权重", "适用": "乡镇", "名称": "互评"], "项目", "全重", ["not-in-list 方案!A8", "wrong-sum 方案!D5"]),
    (["项目": "参评数", "适用": "县直单位"], "数值", "4", ["wrong-count 方案!D2"]),
    (["项目": "参评数", "适用": "考核组"], "数值", "3", ["wrong-count 方案!D4"]),
    (["项目": "互评池", "适用": "乡镇"], "名称", "街道", ["not-in-list 方案!C"]),
    (["项目": "测评赋分", "名称": "良好"], "数值", "101", ["out-of-range 方案!D", "wrong-order 方案!D"]),
    (["项目": "测评赋分", "名称": "一般"], "数值", "90", ["wrong-order 方案!D"]),
    (["项目": "去极值", "适用": "互评", "名称": "起算票数"], "数值", "0", ["out-of-range 方案!D"]),
    (["项目": "封顶", "名称": "扣分"], "数值", "不限", []),
    (["项目": "红线", "名称": "H01"], "数值", "否决", ["not-in-list 方案!D"]),
    (["项目": "单位等次", "名称": "良好"], "数值", "90", ["wrong-order 方案!D"]),
    (["项目": "单位等次", "名称": "较差"], "数值", "1", ["out-of-range 方案!D"]),
    (["项目": "单位优秀比例", "适用": "乡镇"], "适用", "全县", ["wrong-count 方案!B"]),
    (["项目": "人员规则", "适用": "在岗", "名称": "允许等次"], "数值", "优秀、良好", ["not-in-list 方案!D"]),
    (["项目": "奖励", "名称": "三等功连续年数"], "数值", "4", ["not-in-list 方案!D"]),
    (["项目": "奖金", "适用": "优秀", "名称": "单位系数"], "数值", "120%", ["wrong-type 方案!D"]),
    (["项目": "奖金", "适用": "平安建设·先进"], "数值", "-0.05", []),
    (["项目": "奖金", "适用": "优秀", "名称": "单位系数"], "数值", "-1.2", ["out-of-range 方案!D"]),
    (["项目": "单位优秀比例", "适用": "政府工作部门"], "适用", "县直单位", []),
    (["项目": "单位优秀比例", "适用": "乡镇"], "适用", "乡真", ["missing-row 方案!A1", "not-in-list 方案!B"]),
    (["项目": "口径", "名称": "红线递补"], "数值", "Y", []),
    (["项目": "人员规则", "适用": "退休", "名称": "计入基数"], "数值", "0", []),
    (["项目": "告知", "适用": "考核结果通报", "名称": "附得分排名表"], "数值", "是", []),
    (["项目": "归档", "适用": "两头名单", "名称": "保管期限"], "数值", "20年", ["not-in-list 方案!D"]),
    (["项目": "口径", "名称": "分数修约"], "数值", "银行家", ["not-in-list 方案!D"]),
    (["项目": "口径", "名称": "并列比较"], "数值", "无", []),
  ])
  func `a decision that can't be is named`(
    find: [String: String], heading: String, value: String, faults: [String]
  ) throws {
    var tables = Self.tables
    let row = try #require(tables.row(.plan, where: find))
    tables[.plan, row, heading] = value
    let expected = faults.map { $0.last.map(\.isLetter) == true ? "\($0)\(row)" : $0 }
    #expect(errors(tables).sorted() == expected.sorted())
  }

  @Test func `what a unit isn't told can't stand in the county's table`() throws {
    var tables = Self.tables
    let table = try #require(tables.row(.plan, where: ["项目": "告知", "名称": "附得分排名表"]))
    let rank = try #require(tables.row(.plan, where: ["项目": "告知", "名称": "位次"]))
    tables[.plan, table, "数值"] = "是"
    tables[.plan, rank, "数值"] = "否"
    #expect(errors(tables) == ["contradiction 方案!D\(rank)"])
  }

  @Test func `a share for a series without units is only warned of`() {
    var tables = Self.tables
    tables.append(.plan, ["项目": "单位优秀比例", "适用": "群团组织", "名称": "优秀", "数值": "30"])
    let result = tables.read()
    #expect(result.errors == [])
    #expect(result.warnings.contains("not-in-list 方案!B\(tables.rows(.plan).count)"))
  }

  @Test func `a class of staff has its share one way only`() throws {
    var tables = Self.tables
    tables.append(.plan, ["项目": "评优比例", "适用": "优秀", "名称": "领导成员", "数值": "20"])
    #expect(errors(tables) == ["contradiction 方案!B\(tables.rows(.plan).count)"])
  }

  @Test func `a common row stands in for the special ones`() throws {
    var tables = Self.tables
    while let row = tables.row(.plan, where: ["项目": "归档", "名称": "组件"]) { tables.delete(.plan, row: row) }
    tables.append(.plan, ["项目": "归档", "名称": "组件", "数值": "逐份"])
    #expect(errors(tables) == [])
  }

  @Test func `the plan answers by scope, then in common`() throws {
    let plan = try #require(HandmadeYear.tables.read().year?.plan)
    #expect(plan.number(.weights, "互评", for: "乡镇")?.description == "5")
    #expect(plan.number(.bonuses, "基数", for: "科级正职")?.description == "12000")
    #expect(plan.number(.weights, "互评", for: "街道") == nil)
    #expect(plan.allowedGrades(for: .onLongLeave, .institutionStaff) == [.undetermined])
    #expect(plan.allowedGrades(for: .onLongLeave, .civilServant) == [.notAssessed])
    #expect(plan.names(of: .unitGrades) == ["优秀", "良好", "一般", "较差"])
  }
}
