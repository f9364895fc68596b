// What is wrong with headings and cells is found at the cell, all of it in one run.

import BatonAssessment
import BatonDiagnostics
import BatonReports
import Testing

@Suite struct DecodingTests {
  @Test func `the handmade year has no fault`() {
    let result = HandmadeYear.tables.read()
    #expect(result.faults.map(\.diagnostic.text) == [])
    #expect(result.year?.units.map(\.id) == ["A01", "A02", "A03", "A04", "T01", "T02"])
    #expect(result.year?.talks.count == 8)
    #expect(result.year?.cadreDebriefs.count == 8)
    #expect(result.year?.facts.period.upperBound.description == "2022-12-31")
  }

  @Test(arguments: [
    (Table.units, 2, "机构序", "一", "wrong-type 单位!F2"), (.units, 2, "机构序", "0", "out-of-range 单位!F2"),
    (.units, 3, "参评方式", "参平", "not-in-list 单位!H3"), (.units, 3, "免评分项", "互评、互评", "duplicate-value 单位!M3"),
    (.cadres, 2, "班子成员", "对", "not-in-list 干部!H2"), (.cadres, 2, "在岗月数", "13", "out-of-range 干部!U2"),
    (.cadres, 2, "在岗月数", "11.5", "wrong-type 干部!U2"), (.peerScores, 2, "得分", "９１", "wrong-type 互评!C2"),
    (.peerScores, 2, "得分", "100.01", "out-of-range 互评!C2"),
    (.peerScores, 2, "得分", "-1", "out-of-range 互评!C2"),
    (.peerScores, 2, "得分", "91%", "wrong-type 互评!C2"), (.peerScores, 2, "得分", "", "missing-value 互评!C2"),
    (.visits, 2, "进驻日期", "2022-02-30", "wrong-type 实地考核!B2"), (.groups, 2, "职责", "组长长", "not-in-list 考核组!C2"),
    (.practices, 2, "编号", "", "missing-value 经验做法!A2"), (.talks, 2, "要点", "党建", "not-in-list 谈话!D2"),
  ])
  func `a cell that can't be is named`(
    table: Table, row: Int, heading: String, value: String, fault: String
  ) {
    var tables = HandmadeYear.tables
    tables[table, row, heading] = value
    #expect(tables.read().errors.contains(fault))
  }

  @Test(arguments: [
    (Table.cadres, 2, "单位编号", "A09", "unknown-reference 干部!E2"),
    (.groups, 2, "来源单位", "A9", "unknown-reference 考核组!D2"),
    (.completions, 2, "指标编号", "I09", "unknown-reference 指标完成!B2"),
    (.talks, 2, "谈话对象", "P99", "unknown-reference 谈话!C2"),
    (.talks, 2, "涉及人员", "P01、P99", "unknown-reference 谈话!F2"),
    (.commitments, 2, "人员编号", "P90", "unknown-reference 担当作为!A2"),
    (.teamDebriefs, 2, "单位编号", "A10", "unknown-reference 班子述职!A2"),
    (.cadreDebriefs, 2, "人员编号", "P00", "unknown-reference 个人述职!A2"),
  ])
  func `a number that nobody has is named`(
    table: Table, row: Int, heading: String, value: String, fault: String
  ) {
    var tables = HandmadeYear.tables
    tables[table, row, heading] = value
    #expect(tables.read().errors.contains(fault))
  }

  @Test(arguments: Table.allCases) func `a doubled row is named at the later one`(table: Table) {
    var tables = HandmadeYear.tables
    tables.duplicate(table, row: 2)
    let last = tables.rows(table).count
    let key = ["互评": "A", "方案": "A"][table.rawValue] ?? "A"
    #expect(tables.read().errors.contains("duplicate-key \(table.rawValue)!\(key)\(last)"))
  }

  @Test(arguments: ["单位全称", "单位简称", "机构序"]) func `names and order of units don't repeat`(heading: String) {
    var tables = HandmadeYear.tables
    tables[.units, 3, heading] = tables[.units, 2, heading]
    #expect(tables.read().errors == ["duplicate-value 单位!\(tables.reference(.units, 3, heading))"])
  }

  @Test func `a lost leading zero is said`() {
    var tables = HandmadeYear.tables
    tables[.practices, 2, "单位编号"] = "07"
    tables[.units, 6, "单位编号"] = "007"
    let result = tables.read()
    #expect(result.warnings.contains("lost-leading-zero 经验做法!B2"))
    #expect(result.faults.contains { $0.fix == "是不是想写「007」" })
  }

  @Test func `a missing column is one fault, with what was probably meant`() {
    var tables = HandmadeYear.tables
    tables.rename(.problems, heading: "整改措施", to: "整改办法")
    let result = tables.read()
    #expect(result.errors == ["missing-column 突出问题!1"])
    #expect(result.warnings == ["unknown-column 突出问题!G1"])
    tables = HandmadeYear.tables
    tables.rename(.problems, heading: "具体表现", to: "具体表显")
    #expect(tables.read().faults.contains { $0.fix == "把「具体表显」改成「具体表现」" })
  }

  @Test func `a column that may be absent is not missed`() {
    var tables = HandmadeYear.tables
    tables.removeColumn(.problems, "原因")
    #expect(tables.read().faults.isEmpty)
  }

  @Test(arguments: Table.allCases) func `a table that has not come blocks its documents`(table: Table) throws
  {
    var tables = HandmadeYear.tables
    tables.remove(table)
    let result = tables.read()
    guard !Table.optional.contains(table) else {
      #expect(!result.faults.contains { $0.code == .missingTable })
      return
    }
    let fault = try #require(result.faults.first { $0.code == .missingTable })
    #expect(fault.brief == "missing-table \(table.rawValue)!")
    #expect(fault.severity == (Table.indispensable.contains(table) ? .error : .warning))
    #expect(fault.blocks == DocumentName.depending(on: table))
    #expect((result.year == nil) == Table.indispensable.contains(table))
  }

  @Test func `columns may stand in any order and rows may be blank`() throws {
    var tables = HandmadeYear.tables
    let reversed = tables.rows(.problems).map { Array($0.reversed()) }
    tables = EditableTables(
      tables.tables.merging([.problems: reversed + [[""], reversed[1].map { _ in " " }]]) { $1 })
    let result = tables.read()
    #expect(result.faults.isEmpty)
    #expect(result.year?.problems.map(\.id) == ["W1", "W2"])
    let problem = try #require(result.year?.problems.first)
    #expect(problem.row.cell("问题编号").description == "数据!突出问题!L2")
  }

  @Test func `every fault is found in one run, in reading order`() {
    var tables = HandmadeYear.tables
    tables[.units, 2, "机构序"] = "甲"
    tables[.cadres, 3, "姓名"] = ""
    tables[.peerScores, 7, "得分"] = "九十"
    tables[.peerScores, 2, "得分"] = "101"
    #expect(
      tables.read().errors == [
        "wrong-type 单位!F2", "missing-value 干部!B3", "out-of-range 互评!C2", "wrong-type 互评!C7",
      ])
  }

  @Test func `a fault reads as a sentence with its remedy`() throws {
    var tables = HandmadeYear.tables
    tables[.groups, 2, "职责"] = "组张"
    let fault = try #require(tables.read().faults.first)
    #expect(
      fault.diagnostic.text == """
        数据!考核组!C2: 错误：「职责」写的是「组张」，应是「组长」、「副组长」、「成员」、「联络员」之一 [not-in-list]
          是不是想写「组长」
        """)
  }

  @Test func `a fault of one unit spares the others`() throws {
    var tables = HandmadeYear.tables
    let row = try #require(tables.row(.teamDebriefs, where: ["单位编号": "A02", "部分": "成绩位次"]))
    tables[.teamDebriefs, row, "内容"] = ""
    let fault = try #require(tables.read().faults.first)
    #expect(fault.blocks(.teamDebrief, unitID: "A02"))
    #expect(!fault.blocks(.teamDebrief, unitID: "A01"))
    #expect(!fault.blocks(.talkRecord, unitID: "A02"))
    #expect(fault.code.isIncompleteness)
  }
}
