// 「互评」: nobody scores themselves, and only units of the pools score others.

import BatonAssessment
import BatonDiagnostics

enum PeerScoreRules {
  private typealias Item = PeerScoreTable

  static func check(_ workbook: Workbook) -> [IntakeFault] {
    guard let table = workbook[.peerScores] else { return [] }
    return table.rows.flatMap { rater($0, in: workbook) } + omissions(in: workbook, table)
  }

  private static func rater(_ row: Row, in workbook: Workbook) -> [IntakeFault] {
    guard let id = row[Item.raterID], let rated = workbook.unit(row[Item.unitID]),
      let rater = workbook.unit(id)
    else { return [] }
    if rater[UnitTable.participation] == .exempt {
      return [
        row.fault(
          .contradiction, at: Item.raterID, with: [rater.cell(UnitTable.participation)], found: "「\(id)」不参评",
          expected: "不参评单位不作评分方", fix: "删去这一行，或改正参评方式")
      ]
    }
    if id == row[Item.unitID] {
      return [
        row.fault(
          .selfScore, at: Item.raterID, with: [row.cell(Item.unitID)], found: "「\(id)」给自己打分",
          expected: "不得自评",
          fix: "删去这一行")
      ]
    }
    guard let plan = workbook.plan, let category = rated[UnitTable.category],
      let own = rater[UnitTable.category],
      case let pool = plan.rows(of: .peerPools, for: category).map(\.name), !pool.isEmpty, !pool.contains(own)
    else { return [] }
    return [
      row.fault(
        .notInPlan, at: Item.raterID, found: "「\(id)」属「\(own)」",
        expected: "「\(category)」的互评池只有\(pool.quoted)",
        fix: "删去这一行，或改正方案「互评池」")
    ]
  }

  /// Raters that left out units of the pools that they belong to.
  private static func omissions(in workbook: Workbook, _ table: DecodedTable) -> [IntakeFault] {
    guard let plan = workbook.plan else { return [] }
    let pools = Dictionary(grouping: plan.rows(of: .peerPools)) { $0.scope ?? "" }
      .mapValues { Set($0.map(\.name)) }
    let units = workbook.assessedUnits
    let raters = table.rows.filter { $0[Item.raterID] != nil }.grouped { $0[Item.raterID] ?? "" }
    return raters.compactMap { id, rows in
      guard let rater = workbook.unit(id), rater[UnitTable.participation] != .exempt,
        let own = rater[UnitTable.category],
        !rows.contains(where: { $0.isBroken(Item.unitID) })
      else {
        return nil
      }
      let scored = Set(rows.compactMap { $0[Item.unitID] })
      let omitted = units.filter { unit in
        guard unit.id != id, !scored.contains(unit.id), let category = unit.row[UnitTable.category],
          unit.row[UnitTable.exemptComponents]?.contains(.peers) != true
        else { return false }
        return pools[category]?.contains(own) == true
      }
      guard let first = omitted.first else { return nil }
      let name = first.row[UnitTable.shortName] ?? first.id
      return rows[0].fault(
        .incompleteBallots, .warning, at: Item.raterID, found: "「\(id)」没有给「\(name)」等 \(omitted.count) 个单位打分",
        expected: "应评全池内各单位，缺的按实有票计", fix: "核对后补上")
    }
  }
}
