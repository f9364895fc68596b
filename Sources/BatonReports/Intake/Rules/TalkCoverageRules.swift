// Whom the talks reached: every member of the team, and enough of the middle ranks.

import BatonAssessment
import BatonDiagnostics

enum TalkCoverageRules {
  private typealias Entry = TalkEntryTable

  static func check(_ workbook: Workbook) -> [IntakeFault] {
    guard workbook[.talks] != nil, workbook[.cadres] != nil else { return [] }
    let roster = workbook.rows(.cadres, by: CadreTable.unitID)
    let talks = workbook.rows(.talks, by: Entry.unitID)
    let interviewees = Set(
      workbook.rows(.talks).compactMap { row -> String? in
        if case .cadre(let id) = row[Entry.interviewee] { id } else { nil }
      })
    return workbook.assessedUnits.flatMap { id, unit in
      members(roster[id] ?? [], interviewees)
        + middleRanks(of: unit, roster[id] ?? [], talks: talks[id] ?? [], under: workbook.plan)
    }
  }

  private static func members(_ roster: [Row], _ interviewees: Set<String>) -> [IntakeFault] {
    roster.compactMap { row in
      guard row[CadreTable.isTeamMember] == true, let id = row[CadreTable.id], !interviewees.contains(id),
        ![.transferred, .retired].contains(row[CadreTable.status])
      else { return nil }
      return row.fault(
        .missingTalk, .warning, at: CadreTable.id, found: "班子成员「\(row[CadreTable.name] ?? id)」没有谈到",
        expected: "班子成员应逐个谈到", fix: "补谈后记入「谈话」表")
    }
  }

  private static func middleRanks(of unit: Row, _ roster: [Row], talks: [Row], under plan: Plan?)
    -> [IntakeFault]
  {
    let middle = Set(roster.filter { $0[CadreTable.level] == .middle }.compactMap { $0[CadreTable.id] })
    guard let least = plan?.number(.minimums, "中层覆盖率", for: "谈话"), !middle.isEmpty else { return [] }
    let reached = Set(
      talks.filter { row in
        switch row[Entry.interviewee] {
        case .middleRank: true
        case .cadre(let id): middle.contains(id)
        case nil: false
        }
      }.compactMap { $0[Entry.talkID] })
    guard Rational(reached.count, over: middle.count) * 100 < least.rational else { return [] }
    return [
      unit.fault(
        .belowMinimum, .warning, at: UnitTable.id,
        found: "「\(unit[UnitTable.shortName] ?? "")」中层 \(middle.count) 人，谈了 \(reached.count) 人次",
        expected: "中层覆盖率不应低于 \(least)%", fix: "补谈后记入「谈话」表")
    ]
  }
}
