// Explanations: computed again from the named cells alone, and every named cell bears on the value.

import BatonAssessment
import BatonReports
import Foundation
import Testing

@Suite struct ExplanationTests {
  private static let units = ["A01", "A02", "A03", "T01", "T02"]

  /// A year in which trimming, caps, matters and periods are all at work.
  private static var tables: EditableTables {
    var tables = HandmadeYear.tables
    tables.decide("去极值", "个数", for: "县领导评分", as: "1")
    tables.decide("去极值", "起算票数", for: "县领导评分", as: "3")
    tables.decide("口径", "平时缺期", as: "计零分")
    tables.decide("口径", "比较口径", as: "修约后")
    tables.decide("封顶", "加分单项", as: "1.5")
    if let row = tables.row(.year, where: ["项目": "县领导发出票数"]) { tables[.year, row, "内容"] = "5" }
    for (ballot, score) in [("L3", "70"), ("L4", "99"), ("L5", "88.5")] {
      for unit in units {
        tables.append(.leaderBallots, ["票号": ballot, "单位编号": unit, "得分": score])
      }
    }
    return tables
  }

  private static func step(_ explanation: Explanation?) throws -> ExplainedStep {
    try JSONDecoder().decode(ExplainedStep.self, from: JSONEncoder().encode(#require(explanation)))
  }

  private static func text(_ tables: EditableTables) -> (String) -> String? {
    { cell in
      let parts = cell.split(separator: "!").map(String.init)
      guard let table = Table(rawValue: parts[1]), let row = Int(parts[2].drop(while: \.isLetter)),
        let column = (0..<30).first(where: {
          CellAddress.columnLetters($0) == parts[2].prefix(while: \.isLetter)
        })
      else { return nil }
      return tables.rows(table)[row - 1][column]
    }
  }

  @Test(arguments: UnitField.allCases)
  func `a unit's result is computed again from its cells`(field: UnitField) throws {
    let tables = HandmadeYear.tables
    let intake = tables.read()
    let (year, results) = (try #require(intake.year), try #require(intake.results))
    var explained = 0
    for unit in Self.units {
      guard let explanation = results.explanation(of: field, unitID: unit, in: year) else { continue }
      let step = try Self.step(explanation)
      #expect(try step.value(Self.text(tables)) == explanation.value, "\(unit)")
      explained += 1
    }
    #expect(explained >= (field == .peers || field == .rank ? 4 : 5))
  }

  @Test(arguments: CadreField.allCases)
  func `a person's bonus is computed again from its cells`(field: CadreField) throws {
    let tables = HandmadeYear.tables
    let intake = tables.read()
    let (year, results) = (try #require(intake.year), try #require(intake.results))
    for cadre in ["P01", "P02", "P06", "P10"] {
      let explanation = try #require(results.explanation(of: field, cadreID: cadre, in: year))
      #expect(try Self.step(explanation).value(Self.text(tables)) == explanation.value, "\(cadre)")
    }
    #expect(results.explanation(of: field, cadreID: "P09", in: year) == nil)
  }

  /// Steps that may keep a cell's change from showing, each said in the tree.
  private static let absorbing: Set<String> = ["去极值平均", "取小", "取大", "修约", "排名"]

  @Test(arguments: ["T01", "A01"])
  func `a change of any named cell changes the value as the tree says, or the tree says why not`(unit: String)
    throws
  {
    let tables = Self.tables
    let intake = tables.read()
    let (year, results) = (try #require(intake.year), try #require(intake.results))
    let step = try Self.step(results.explanation(of: .comparison, unitID: unit, in: year))
    let cells = Set(step.numberCells).sorted()
    #expect(cells.count > 30)
    for (index, cell) in cells.enumerated() where index % 4 == 0 {
      var changed = tables
      let parts = cell.split(separator: "!").map(String.init)
      let table = try #require(Table(rawValue: parts[1]))
      let row = try #require(Int(parts[2].drop(while: \.isLetter)))
      let column = try #require(
        (0..<30).first { CellAddress.columnLetters($0) == parts[2].prefix(while: \.isLetter) })
      let heading = tables.rows(table)[0][column]
      let written = try #require(ExactDecimal(changed[table, row, heading])).rational
      changed[table, row, heading] = try #require((written + (written > 50 ? -1 : 1)).plainDecimal)
      let again = try step.value(Self.text(changed))
      // Whatever rules the change breaks, the results are those of the changed cells.
      let value = YearResults(try #require(changed.read().year))[unit]?.comparison
      #expect(value == again, "\(cell)")
      if again == (try step.value(Self.text(tables))) {
        #expect(!step.excuses(for: cell).isDisjoint(with: Self.absorbing), "\(cell)")
      }
    }
  }

  @Test func `of a unit with too few ballots that count only the score is told`() throws {
    var tables = HandmadeYear.tables
    tables.decide("下限", "分项最少票", for: "人员测评", as: "10")
    let intake = tables.read()
    let (year, results) = (try #require(intake.year), try #require(intake.results))
    let hidden = try #require(results.explanation(of: .total, unitID: "A03", in: year))
    #expect(!hidden.allCells.contains { $0.sheet == "人员测评" })
    let told = try #require(results.explanation(of: .total, unitID: "A01", in: year))
    #expect(told.allCells.contains { $0.sheet == "人员测评" })
  }

  @Test func `nothing is quoted of why somebody's status is what it is`() throws {
    let intake = HandmadeYear.tables.read()
    let (year, results) = (try #require(intake.year), try #require(intake.results))
    let explanation = try #require(results.explanation(of: .due, cadreID: "P07", in: year))
    let column = HandmadeYear.tables.reference(.cadres, 8, "状态依据")
    #expect(!explanation.allCells.contains { $0.reference == column })
    #expect(!explanation.text(places: 2, .halfUp).contains("县纪委决定"))
  }

  @Test func `people read a line a step, with cells and clauses`() throws {
    let intake = HandmadeYear.tables.read()
    let (year, results) = (try #require(intake.year), try #require(intake.results))
    let text = try #require(results.explanation(of: .leaders, unitID: "T01", in: year)).text(
      places: 2, .halfUp)
    #expect(
      text == """
        县领导评分  91.5  ＝ 以下 2 票的平均（不去极值）
          91.5  ← 数据!县领导评分!D5
          91.5  ← 数据!县领导评分!D10
          个数  0  ← 数据!方案!D40，方案「去极值·县领导评分·个数」（第三条）
          起算票数  1  ← 数据!方案!D41，方案「去极值·县领导评分·起算票数」（第三条）

        """)
  }
}
