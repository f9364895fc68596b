// 「县领导评分」: unsigned ballots, as many as came back, each of one kind and whole.

import BatonAssessment
import BatonDiagnostics

enum LeaderBallotRules {
  private typealias Item = LeaderBallotTable

  static func check(_ workbook: Workbook) -> [IntakeFault] {
    guard let table = workbook[.leaderBallots] else { return [] }
    let ballots = table.rows.filter { $0[Item.ballotID] != nil }.grouped { $0[Item.ballotID] ?? "" }
    return table.rows.flatMap { kind(of: $0, under: workbook.plan) }
      + ballots.flatMap { mixedKinds($0.values) + omissions(on: $0.key, $0.values, in: workbook) }
      + turnout(ballots.count, in: workbook, table)
  }

  private static func kind(of row: Row, under plan: Plan?) -> [IntakeFault] {
    BallotKinds(plan, for: "县领导评分").fault(of: row, Item.kind)
  }

  private static func mixedKinds(_ rows: [Row]) -> [IntakeFault] {
    rows.dropFirst().filter { $0[Item.kind.spec] != rows[0][Item.kind.spec] }.map { row in
      row.fault(
        .inconsistentRows, at: Item.kind, with: [rows[0].cell(Item.kind)],
        found: "「票类」与第 \(rows[0].address.number) 行同一张票的不同", expected: "同一票号只能一个票类", fix: "改成一致，或改正票号")
    }
  }

  private static func omissions(on ballot: String, _ rows: [Row], in workbook: Workbook) -> [IntakeFault] {
    let scored = Set(rows.compactMap { $0[Item.unitID] })
    let omitted = workbook.assessedUnits.filter { id, unit in
      !scored.contains(id) && unit[UnitTable.exemptComponents]?.contains(.leaders) != true
    }
    guard let first = omitted.first, !rows.contains(where: { $0.isBroken(Item.unitID) }) else { return [] }
    let name = first.row[UnitTable.shortName] ?? first.id
    return [
      rows[0].fault(
        .incompleteBallots, .warning, at: Item.ballotID,
        found: "票「\(ballot)」没有给「\(name)」等 \(omitted.count) 个单位打分",
        expected: "一张票应评全，缺的按该单位实有票计", fix: "核对原票，漏录的补上")
    ]
  }

  private static func turnout(_ returned: Int, in workbook: Workbook, _ table: DecodedTable) -> [IntakeFault]
  {
    guard let first = table.rows.first else { return [] }
    guard let fact = workbook.facts[.leaderBallotsIssued] else { return unknownTurnout(in: workbook) }
    guard let issued = Int(fact.content) else { return [] }
    let place = fact.row.cell(YearFactTable.content.heading)
    if returned > issued {
      return [
        first.fault(
          .aboveMaximum, at: Item.ballotID, with: [place], found: "收回 \(returned) 张票，发出 \(issued) 张",
          expected: "收回票数不应多于发出票数", fix: "核对票号，或改正「年度」表的「县领导发出票数」"
        ).concerning(.init())
      ]
    }
    guard issued > 0, let least = workbook.plan?.number(.minimums, "回收率", for: "县领导评分"),
      Rational(returned, over: issued) * 100 < least.rational
    else { return [] }
    return [
      first.fault(
        .belowMinimum, at: Item.ballotID, with: [place], found: "发出 \(issued) 张票，收回 \(returned) 张",
        expected: "回收率不应低于 \(least)%", fix: "补收评分票"
      ).concerning(.init())
    ]
  }

  /// Ballots have come back, and nobody says how many went out.
  private static func unknownTurnout(in workbook: Workbook) -> [IntakeFault] {
    guard let table = workbook[.year], !table.rows.contains(where: { $0.isBroken(YearFactTable.item) }) else {
      return []
    }
    return [
      IntakeFault(
        .missingRow, .warning, at: table.firstCell, found: "缺「县领导发出票数」一行",
        expected: "有了县领导评分，要写明发出几张票才能核对回收率",
        fix: "补一行：项目「县领导发出票数」，内容照实填写", blocks: [])
    ]
  }
}
