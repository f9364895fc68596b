// Every component that carries weight has data, unless the unit is exempt from it, and then has none.

import BatonAssessment

enum ComponentDataRules {
  static func check(_ workbook: Workbook) -> [IntakeFault] {
    guard let plan = workbook.plan else { return [] }
    let components: [(component: Component, table: Table, unitIDs: Set<String>)] = [
      (.routine, .routineScores, ids(in: workbook.rows(.routineScores), RoutineScoreTable.unitID)),
      (.leaders, .leaderBallots, ids(in: workbook.rows(.leaderBallots), LeaderBallotTable.unitID)),
      (.peers, .peerScores, ids(in: workbook.rows(.peerScores), PeerScoreTable.unitID)),
      (.staff, .staffBallots, ids(in: workbook.rows(.staffBallots), StaffBallotTable.unitID)),
    ]
    return components.filter { workbook[$0.table] != nil }.flatMap { component, table, withData in
      workbook.assessedUnits.compactMap { id, unit in
        guard let weight = plan.number(.weights, component.rawValue, for: unit[UnitTable.category]),
          !weight.isZero,
          !unit.isBroken(UnitTable.exemptComponents)
        else { return nil }
        return check(
          unit, component, table, hasData: withData.contains(id),
          isExempt: unit[UnitTable.exemptComponents]?.contains(component) == true)
      }
    }
  }

  private static func ids(in rows: [Row], _ column: Column<String>) -> Set<String> {
    Set(rows.compactMap { $0[column] })
  }

  private static func check(
    _ unit: Row, _ component: Component, _ table: Table, hasData: Bool, isExempt: Bool
  ) -> IntakeFault? {
    let name = unit[UnitTable.shortName] ?? ""
    switch (hasData, isExempt) {
    case (true, true):
      return unit.fault(
        .contradiction, at: UnitTable.exemptComponents, found: "「\(name)」写了免评「\(component.rawValue)」又有它的数据",
        expected: "免评的分项不应有数据", fix: "删去免评，或删去「\(table.rawValue)」表里它的行", about: [table])
    case (false, false):
      return unit.fault(
        .missingScore, at: UnitTable.id, found: "「\(name)」没有「\(component.rawValue)」的数据",
        expected: "权重大于 0 的分项须有数据",
        fix: "补上「\(table.rawValue)」表，或写明免评分项和依据", about: [table])
    default: return nil
    }
  }
}
