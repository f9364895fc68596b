// Final grades: ties across the line, what meetings decided, and what they may not.

import BatonAssessment
import BatonReports
import Testing

@Suite struct FinalGradeTests {
  /// A01 and A02 wholly equal, one place among the two of them.
  private var tied: EditableTables {
    var tables = HandmadeYear.tables
    tables.decide("单位优秀比例", "优秀", for: "政府工作部门", as: "50")
    tables.decide("单位优秀上限", "优秀", for: "全县", as: "100")
    for table in [Table.routineScores, .peerScores] {
      for row in 2...tables.rows(table).count where ["A01", "A02"].contains(tables[table, row, "单位编号"]) {
        tables[table, row, "得分"] = "91"
      }
    }
    for heading in ["发出票", "收回票", "优秀", "良好", "一般", "较差", "弃权", "废票"] {
      tables[.staffBallots, 3, heading] = tables[.staffBallots, 2, heading]
    }
    tables[.adjustments, 4, "认定"] = "不予认定"
    tables[.adjustments, 4, "不予认定原因"] = "重复"
    return tables
  }

  private func results(_ tables: EditableTables) throws -> (YearResults, [String]) {
    let intake = tables.read()
    return (try #require(intake.results), intake.errors)
  }

  @Test func `equals across the line are none of the best where the plan says so, and nobody succeeds`()
    throws
  {
    let (results, errors) = try results(tied)
    #expect(errors.isEmpty)
    #expect(results["A01"]?.rank == 1 && results["A02"]?.rank == 1)
    #expect(results["A01"]?.finalGrade == .grade("良好"))
    let pool = try #require(results.pools.first { $0.pool.scope == "政府工作部门" })
    #expect(pool.pool.tiedAcrossLine == ["A01", "A02"])
    #expect(pool.finalBest == [])
  }

  @Test func `an open tie is named at each grade to decide, and what hangs on it is missing`() throws {
    var tables = tied
    tables.decide("口径", "线上并列", as: "待定")
    let (results, errors) = try results(tables)
    #expect(errors == ["open-tie 单位!P2", "open-tie 单位!P3"])
    #expect(results["A01"]?.suggestedGrade == .pending)
    #expect(results["A01"]?.finalGrade == nil)
    for path in ["单位.A01.最终等次", "池.政府工作部门.最终首等", "评优名额.非领导成员.A01.名额", "奖金.行.P01.应发", "奖金.小计.A01", "奖金.合计"] {
      #expect(results.missing.contains(path), "\(path)")
    }
    #expect(!results.missing.contains { $0.hasPrefix("单位.T01") || $0.contains("位次") })
  }

  @Test func `a tie is solved when every one of it is decided, and only then`() throws {
    var tables = tied
    tables.decide("口径", "线上并列", as: "待定")
    tables.confirm("A01", "优秀")
    let (half, halfErrors) = try results(tables)
    #expect(halfErrors == ["open-tie 单位!P3"])
    #expect(half["A01"]?.finalGrade == nil)
    tables.confirm("A02", "良好")
    let (whole, errors) = try results(tables)
    #expect(errors.isEmpty)
    #expect(whole["A01"]?.suggestedGrade == .pending)
    #expect(whole["A01"]?.finalGrade == .grade("优秀"))
    #expect(whole.pools.first?.finalBest == ["A01"])
    #expect(whole.missing.isEmpty)
  }

  @Test func `a meeting may go below or above the scores, not beyond the quota nor across a red line`() throws
  {
    var tables = HandmadeYear.tables
    tables.confirm("T01", "一般")
    tables.confirm("A03", "优秀")
    let (results, errors) = try results(tables)
    #expect(errors.isEmpty)
    #expect(results["T01"]?.finalGrade == .grade("一般"))
    #expect(results["A03"]?.finalGrade == .comparable("优秀"))

    tables.confirm("A01", "优秀")
    #expect(try self.results(tables).1 == ["over-quota 单位!P2"])
    tables.decide("单位优秀比例", "优秀", for: "政府工作部门", as: "50")
    tables.decide("单位优秀上限", "优秀", for: "全县", as: "100")
    #expect(try self.results(tables).1 == ["over-quota 单位!P2"])  // A02 has the place by its score
    tables.confirm("A02", "良好")
    #expect(try self.results(tables).1.isEmpty)
    tables[.adjustments, 5, "单位编号"] = "A01"
    tables[.adjustments, 5, "认定"] = "认定"
    #expect(try self.results(tables).1 == ["red-line-crossed 单位!P2"])
  }

  @Test func `the best of the county have a limit of their own`() throws {
    var tables = HandmadeYear.tables
    tables.decide("单位优秀比例", "优秀", for: "政府工作部门", as: "50")
    tables.decide("单位优秀上限", "优秀", for: "全县", as: "20")
    let row = try #require(tables.row(.plan, where: ["项目": "单位优秀上限"]))
    #expect(try results(tables).1 == ["over-limit 方案!D\(row)"])
  }

  @Test func `a unit treated like the assessed is among the best by its score alone`() throws {
    let (results, _) = try results(HandmadeYear.tables)
    #expect(results["A03"]?.suggestedGrade == .comparable("优秀"))
    #expect(results["A03"]?.rank == nil)
    #expect(results["A04"] == nil)
  }
}

extension EditableTables {
  /// Changes what the plan decides.
  mutating func decide(_ item: String, _ name: String, for scope: String = "", as value: String) {
    if let row = row(.plan, where: ["项目": item, "适用": scope, "名称": name]) {
      self[.plan, row, "数值"] = value
    }
  }

  /// Writes down what a meeting decided.
  mutating func confirm(_ unitID: String, _ grade: String) {
    if let row = row(.units, where: ["单位编号": unitID]) {
      self[.units, row, "审定等次"] = grade
      self[.units, row, "审定依据"] = "县委常委会"
    }
  }
}
