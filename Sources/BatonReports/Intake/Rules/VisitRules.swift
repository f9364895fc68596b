// 「实地考核」: every unit that takes part was visited.

import BatonAssessment

enum VisitRules {
  private typealias Item = OnSiteVisitTable

  static func check(_ workbook: Workbook) -> [IntakeFault] {
    guard let table = workbook[.visits] else { return [] }
    let visited = RowsByObject(table.rows, by: Item.unitID) { workbook.unit($0) != nil }
    let known = visited.suspects.union(visited.objects.map(\.id))
    let missing = workbook.assessedUnits.filter { !known.contains($0.id) }.map { id, unit in
      unit.fault(
        .missingRow, at: UnitTable.id, found: "「\(unit[UnitTable.shortName] ?? id)」没有实地考核",
        expected: "参评、参照单位都须有一行",
        fix: "在「实地考核」表里补上这一行", about: [.visits])
    }
    let disordered = table.rows.compactMap { row -> IntakeFault? in
      guard let arrived = row[Item.arrivedOn], let left = row[Item.leftOn], left < arrived else { return nil }
      return row.fault(
        .wrongOrder, at: Item.leftOn, with: [row.cell(Item.arrivedOn)],
        found: "离开日期 \(left) 早于进驻日期 \(arrived)",
        expected: "应不早于进驻日期", fix: "核对两个日期")
    }
    return missing + disordered
  }
}
