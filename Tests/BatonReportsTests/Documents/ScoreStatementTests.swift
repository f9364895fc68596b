// 得分说明: as much as its reader may know.

import BatonAssessment
import Testing

@testable import BatonReports

@Suite struct ScoreStatementTests {
  private func snapshot(_ edit: (inout EditableTables) -> Void = { _ in }) throws -> YearSnapshot {
    var tables = HandmadeYear.tables
    tables.decide("告知", "分项", for: "反馈意见书", as: "是")
    edit(&tables)
    let intake = tables.read()
    return YearSnapshot(try #require(intake.year), faults: intake.faults)
  }

  private func letter(to id: String, in snapshot: YearSnapshot) throws -> FeedbackLetter {
    FeedbackLetter(of: try #require(snapshot.year.unit(id)), in: snapshot)
  }

  @Test func `a unit is told how many ballots there were, and no cell`() throws {
    let statement = try #require(try letter(to: "A01", in: snapshot()).statement)
    #expect(
      statement.rows.map(\.term) == [
        "目标任务", "平时分数", "县领导评分", "互评", "人员测评", "基础分", "加分", "扣分", "综合得分",
      ])
    let notes = Dictionary(uniqueKeysWithValues: statement.rows.map { ($0.term, $0.note) })
    #expect(notes["平时分数"] == "4 次给分，去 0 次，平均 91.00 分")
    #expect(notes["县领导评分"] == "2 票，去 0 票，平均 91.50 分")
    #expect(notes["互评"] == "县直单位2 票，去 0 票，平均 91.25 分")
    #expect(notes["人员测评"] == "11 票，去 0 票，平均 85.91 分")
    #expect(notes["加分"] == "无")
    #expect(notes["扣分"] == "1 项")
    #expect(!statement.rows.contains { $0.note.contains("!") })
  }

  @Test func `the office is told the cells`() throws {
    let statements = try snapshot().statements
    #expect(statements.map(\.unitShortName) == ["县财政局", "县农业农村局", "县气象局", "河口镇", "山前乡"])
    let notes = statements[0].rows.filter { $0.term == "县领导评分" }.map(\.note)
    #expect(notes.first?.contains("县领导评分!D2:D7（2 格）") == true)
  }

  @Test func `what a unit is exempt from has no score`() throws {
    let rows = try #require(try letter(to: "A03", in: snapshot()).statement).rows
    let peers = try #require(rows.first { $0.term == "互评" })
    #expect(peers.score == nil)
    #expect(peers.note == "免评")
    #expect(rows.first { $0.term == "基础分" }?.note == "有免评分项，按其余权重折算")
  }

  @Test func `ballots too few to be told of are told to nobody`() throws {
    let snapshot = try snapshot { tables in
      for (heading, value) in [("优秀", "2"), ("良好", "1"), ("弃权", "2")] {
        tables[.staffBallots, 4, heading] = value
      }
    }
    #expect(try letter(to: "A03", in: snapshot).statement?.rows.contains { $0.term == "人员测评" } == false)
    #expect(snapshot.statements[2].rows.allSatisfy { $0.term != "人员测评" })
  }

  @Test(arguments: ["得分", "分项"])
  func `a unit that isn't told its score is told nothing of how it came about`(name: String) throws {
    let snapshot = try snapshot { $0.decide("告知", name, for: "反馈意见书", as: "否") }
    #expect(try letter(to: "A01", in: snapshot).statement == nil)
  }
}
