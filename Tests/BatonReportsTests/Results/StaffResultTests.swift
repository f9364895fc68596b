// Quotas of excellent staff, awards and bonuses, of a county written by hand.

import BatonAssessment
import BatonDiagnostics
import BatonReports
import Testing

@Suite struct StaffResultTests {
  private func results(_ edit: (inout EditableTables) -> Void = { _ in }) throws -> YearResults {
    var tables = HandmadeYear.tables
    edit(&tables)
    return try #require(tables.read().results)
  }

  private func quota(_ results: YearResults, _ staffClass: StaffClass, _ group: String) throws -> StaffQuota {
    try #require(results.staffQuotas.first { $0.staffClass == staffClass && $0.group == group })
  }

  // MARK: Quotas

  @Test func `a class with one share for the county is one group, added up before it is made whole`() throws {
    let quota = try quota(results(), .leaders, "全县")
    #expect(quota.base?.value == 7)
    #expect(quota.exact?.value == Rational(7, over: 4))
    #expect(quota.quota == 1)
    #expect(quota.excellentIDs == ["P01"])
  }

  @Test(arguments: [("去尾", 5), ("四舍五入", 6), ("进位", 6)])
  func `units of one quota group are added up first and made whole once`(rounding: String, whole: Int) throws
  {
    let results = try results { tables in
      tables.decide("口径", "评优名额取整", as: rounding)
      for row in 2...7 where tables[.units, row, "单位编号"] != "A03" { tables[.units, row, "核定组"] = "一组" }
    }
    // 6 and 5 at 20 %, 3 of a unit not assessed at 20 %, 8 and 7 at 20 %; none is in the best grade.
    let quota = try quota(results, .nonLeaders, "一组")
    #expect(quota.base?.value == 29)
    #expect(quota.exact?.value == Rational(29, over: 5))
    #expect(quota.quota == whole)
  }

  @Test func `shares may hang on the grade of the team`() throws {
    let results = try results { tables in
      tables.decide("口径", "评优挂钩", as: "班子等次")
      for row in 2...7 { tables[.units, row, "班子等次"] = "较差" }
    }
    #expect(try quota(results, .nonLeaders, "T01").exact?.value == Rational(4, over: 5))
    #expect(try quota(results, .nonLeaders, "A04").exact?.value == Rational(3, over: 5))
  }

  @Test func `a whole roster is counted person by person, without those who don't count`() throws {
    let results = try results { $0.decide("口径", "名册范围", as: "全员") }
    // P10 was transferred, P09 is of an institution.
    #expect(try quota(results, .leaders, "全县").base?.value == 7)
    #expect(try quota(results, .institutionStaff, "A04").base?.value == 1)
    #expect(try quota(results, .nonLeaders, "A01").base?.value == 1)
  }

  // MARK: Awards

  @Test(arguments: [
    ("1", "否", "", ["P01"], ["P01"]), ("2", "否", "", ["P01"], ["P01"]), ("3", "否", "", ["P01"], []),
    ("2", "否", "2020", ["P01"], ["P01"]), ("2", "否", "2021", ["P01"], []),
    ("2", "是", "2021", ["P01"], ["P01"]),
  ])
  func `merits need years in a row, and may not be repeated within them`(
    years: String, repeats: String, last: String, commended: [String], merited: [String]
  ) throws {
    let results = try results { tables in
      tables.decide("奖励", "三等功连续年数", as: years)
      tables.decide("奖励", "已记功年度可重复计", as: repeats)
      tables[.cadres, 2, "最近三等功年度"] = last
    }
    #expect(results.awards?.commended == commended)
    #expect(results.awards?.merited == merited)
  }

  @Test func `who has a merit may be left out of the commended`() throws {
    let results = try results { tables in
      tables.decide("奖励", "三等功连续年数", as: "2")
      tables.decide("奖励", "记三等功者同时嘉奖", as: "否")
    }
    #expect(results.awards?.commended == [])
  }

  // MARK: Bonuses

  private func line(_ cadreID: String, _ results: YearResults) throws -> BonusLine {
    try #require(results.bonuses?.lines.first { $0.cadreID == cadreID })
  }

  @Test func `a bonus is rounded once, with what single assessments add`() throws {
    let results = try results { $0[.cadres, 7, "在岗月数"] = "7" }  // P06 of T01
    let line = try line("P06", results)
    #expect(line.unitCoefficient?.value == Rational(105, over: 100))
    #expect(line.due?.value == 7350)
    let excellent = try self.line("P01", results)
    #expect(excellent.due?.value == 15600)
    #expect(excellent.due?.cells.map(\.description).contains("数据!干部!U2") == true)
  }

  @Test func `the committed get a whole addition, unless their own coefficient is 0`() throws {
    #expect(try line("P02", results()).due?.value == 14000)
    let results = try results { $0[.cadres, 3, "本年等次"] = "基本称职" }
    #expect(try line("P02", results).addition?.value == 0)
    #expect(try line("P02", results).due?.value == 0)
    #expect(results.bonuses?.toConfirm == ["P02", "P10"])
  }

  @Test(arguments: [("待确认", ["P07", "P10"]), ("否", ["P10"])])
  func `a status without pay leaves nothing, and a doubtful one waits`(rule: String, waiting: [String]) throws
  {
    let results = try results { $0.decide("人员规则", "发奖金", for: "警告诫勉", as: rule) }
    #expect(try line("P07", results).due?.value == 0)
    #expect(results.bonuses?.toConfirm == waiting)
  }

  @Test func `subtotals and the total add what was rounded, and only paid identities are listed`() throws {
    let bonuses = try #require(results().bonuses)
    #expect(!bonuses.lines.contains { $0.cadreID == "P09" })
    #expect(bonuses.subtotals["A01"]?.value == 41600)
    #expect(bonuses.total?.value == bonuses.lines.compactMap(\.due?.value).sum())
    #expect(bonuses.subtotals["A04"] == nil)
  }

  // MARK: Faults

  static let damages: [Damage] = [
    Damage(.cadres, ["人员编号": "P02"], "本年等次", "优秀", "over-quota 干部!O2"),
    Damage(.cadres, ["人员编号": "P04"], "本年等次", "", "missing-value 干部!O5"),
    Damage(.cadres, ["人员编号": "P04"], "在岗月数", "", "missing-value 干部!U5"),
    Damage(.cadres, ["人员编号": "P09"], "在岗月数", ""),
  ]

  @Test(arguments: damages)
  func `what results forbid is named at its cell`(damage: Damage) throws {
    #expect(try damage.result().sorted() == damage.faults.sorted())
  }

  @Test(arguments: [
    ("奖金", "", "预算", "1", "over-budget"), ("奖金", "平安建设·先进", "单项系数", "-2", "out-of-range"),
  ])
  func `money that doesn't reach and coefficients below 0 are errors of the bonus table alone`(
    item: String, scope: String, name: String, value: String, code: String
  ) throws {
    var tables = HandmadeYear.tables
    tables.decide(item, name, for: scope, as: value)
    let faults = tables.read().faults.filter { $0.severity == .error }
    #expect(faults.map(\.code.rawValue) == [code])
    #expect(faults.first?.blocks == [.bonusTable])
  }
}
