// One year beside another: by 「单位沿革」, never averaged.

import BatonArchive
import BatonAssessment
import Testing

@testable import BatonReports

@Suite struct YearComparisonTests {
  private static func year(
    _ year: Int, _ units: [(id: String, total: String, rank: Int, grade: String)],
    changes: [CataloguedChange] = [], problems: [CataloguedProblem] = [], grades: [String] = ["优秀", "良好"],
    weight: String = "45"
  ) -> ComparedYear {
    let contents = CataloguedContents(
      units: units.enumerated().map { place, unit in
        CataloguedUnit(
          id: unit.id, name: "某县\(unit.id)", shortName: "县\(unit.id)", series: "政府", order: place,
          isAssessed: true)
      },
      figures: units.flatMap { unit in
        [
          CataloguedFigure(unit: unit.id, field: "综合得分", exact: unit.total, shown: "约\(unit.total)"),
          CataloguedFigure(unit: unit.id, field: "位次", exact: nil, shown: "\(unit.rank)"),
          CataloguedFigure(unit: unit.id, field: "最终等次", exact: nil, shown: unit.grade),
          CataloguedFigure(unit: unit.id, field: "分项·目标任务", exact: unit.total, shown: ""),
        ]
      }, problems: problems, changes: changes)
    let plan = ArchivedPlan(
      grades.map { ArchivedPlan.Row(item: "单位等次", scope: nil, name: $0, value: "0") } + [
        ArchivedPlan.Row(item: "权重", scope: "县直单位", name: "目标任务", value: weight),
        ArchivedPlan.Row(item: "口径", scope: nil, name: "分数小数位", value: "2"),
      ])
    return ComparedYear(year: year, version: 1, contents: contents, plan: plan)
  }

  private static func change(_ year: Int, _ former: String, _ change: String, _ current: String?)
    -> CataloguedChange
  {
    CataloguedChange(
      year: year, formerID: former, formerName: former, change: change, currentID: current, basis: nil)
  }

  @Test(
    arguments: [
      ("unchanged", ["A"], ["A"], [], ["A>A direct"]),
      ("renamed", ["A"], ["B"], [("A", "更名", "B")], ["A>B direct"]),
      ("merged", ["A", "B"], ["C"], [("A", "合并", "C"), ("B", "合并", "C")], ["A,B>C"]),
      ("merged into one that stays", ["A", "B"], ["B"], [("A", "合并", "B"), ("B", "合并", "B")], ["A,B>B"]),
      ("absorbed", ["A", "B"], ["B"], [("A", "合并", "B")], ["A,B>B"]),
      ("split", ["A"], ["B", "C"], [("A", "拆分", "B"), ("A", "拆分", "C")], ["A>B,C"]),
      ("founded", ["A"], ["A", "B"], [("无", "新设", "B")], ["A>A direct", ">B"]),
      ("abolished", ["A", "B"], ["B"], [("A", "撤销", nil)], ["B>B direct", "A>"]),
      ("listed without a word", ["A"], ["B"], [], [">B", "A>"]),
    ] as [(String, [String], [String], [(String, String, String?)], [String])])
  func `units belong together as their history says`(
    name: String, former: [String], current: [String], changes: [(String, String, String?)],
    expected: [String]
  ) {
    let successions = UnitSuccession.all(
      from: former, to: current, changes.map { Self.change(2022, $0.0, $0.1, $0.2) })
    let told = successions.map {
      "\($0.former.joined(separator: ","))>\($0.current.joined(separator: ","))\($0.isDirect ? " direct" : "")"
    }
    #expect(told == expected)
  }

  @Test func `history is followed through the years between`() {
    let successions = UnitSuccession.all(
      from: ["A", "D"], to: ["C", "E", "F"],
      [
        Self.change(2022, "E", "拆分", "E"), Self.change(2022, "E", "拆分", "F"),
        Self.change(2021, "A", "更名", "B"),
        Self.change(2022, "B", "更名", "C"), Self.change(2020, "D", "更名", "E"),
      ])
    #expect(successions.map(\.former) == [["A"], ["D"]])
    #expect(successions.map(\.current) == [["C"], ["E", "F"]])
    #expect(successions.map(\.isDirect) == [true, false])
  }

  @Test func `figures of one unit are compared exactly, ranks as percentiles, grades by order`() throws {
    let comparison = YearComparison(
      of: "某县", Self.year(2021, [("A", "266/3", 2, "二等"), ("B", "90", 1, "一等")], grades: ["一等", "二等"]),
      Self.year(
        2022, [("A", "271/3", 1, "参照优秀"), ("B", "85", 3, "良好"), ("C", "86", 2, "良好")], weight: "50"))
    let line = try #require(comparison.lines.first)
    #expect(line.totalDifference == Rational(5, over: 3))
    #expect(line.percentileDifference == Rational(1, over: 2))
    #expect(line.gradeSteps == 1)
    #expect(line.componentDifferences.map(\.name) == ["目标任务"])
    #expect(comparison.lines.map(\.gradeSteps) == [1, -1, nil])
    #expect(
      comparison.notes == [
        "县直单位的权重不同：目标任务 45→50", "等次名称不同：2021 年为一等、二等，2022 年为优秀、良好；升降按自上而下的次序比",
        "参评数不同：政府 2→3；位次按百分位比",
      ])
  }

  @Test func `merged and split units stand beside each other without a difference`() throws {
    let comparison = YearComparison(
      of: "某县", Self.year(2021, [("A", "90", 1, "优秀"), ("B", "80", 2, "良好")]),
      Self.year(
        2022, [("C", "85", 1, "优秀")],
        changes: [Self.change(2022, "A", "合并", "C"), Self.change(2022, "B", "合并", "C")]))
    let line = try #require(comparison.lines.first)
    #expect(comparison.lines.count == 1 && line.changes == ["合并"])
    #expect(line.former.compactMap { $0.total?.exact } == [90, 80] && line.current.map(\.unitID) == ["C"])
    #expect(line.totalDifference == nil && line.percentileDifference == nil && line.gradeSteps == nil)
    #expect(line.componentDifferences.isEmpty)
  }

  @Test func `problems come back, are cleared, or are heard of no more`() throws {
    func problem(_ id: String, closed: Bool = false, last: String? = nil) -> CataloguedProblem {
      CataloguedProblem(
        id: id, unit: "A", category: "目标任务", manifestation: "表现\(id)", isClosed: closed, lastYearID: last)
    }
    let comparison = YearComparison(
      of: "某县",
      Self.year(
        2021, [("A", "90", 1, "优秀")],
        problems: [problem("1"), problem("2", closed: true), problem("3"), problem("4", closed: true)]),
      Self.year(
        2022, [("A", "91", 1, "优秀")],
        problems: [problem("5", last: "1"), problem("6", last: "4"), problem("7", last: "99"), problem("8")]))
    let problems = try #require(comparison.lines.first).problems
    #expect(problems.recurring.map(\.id) == ["5", "6"])
    #expect(problems.cleared.map(\.id) == ["2"] && problems.lapsed.map(\.id) == ["3"])
    #expect(problems.newCount == 2)
  }

  @Test(arguments: ["A", "某县A", "县A", "C"])
  func `a unit is found by any name that either year knows`(word: String) {
    let comparison = YearComparison(
      of: "某县", Self.year(2021, [("A", "90", 1, "优秀"), ("B", "80", 2, "良好")]),
      Self.year(
        2022, [("C", "85", 1, "优秀"), ("B", "80", 2, "良好")], changes: [Self.change(2022, "A", "更名", "C")]),
      unit: word)
    #expect(comparison.lines.map { $0.current.map(\.unitID) } == [["C"]])
  }
}
