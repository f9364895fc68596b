// Every component that carries weight has data, unless the unit is exempt from it, and then has none.

import BatonAssessment
import BatonDiagnostics

enum ComponentDataRules {
  static func check(_ workbook: Workbook) -> [IntakeFault] {
    guard let plan = workbook.plan else { return [] }
    let components = ComponentData.all(in: workbook, plan)
    return components.flatMap { data in
      workbook.assessedUnits.flatMap { id, unit -> [IntakeFault] in
        guard let weight = plan.number(.weights, data.component.rawValue, for: unit[UnitTable.category]),
          !unit.isBroken(UnitTable.exemptComponents)
        else { return [] }
        let isExempt = unit[UnitTable.exemptComponents]?.contains(data.component) == true
        guard !weight.isZero else { return isExempt ? [needless(unit, data.component)] : [] }
        return isExempt ? contradiction(unit, id, data) : missing(unit, id, data)
      }
    }
  }

  /// A component without weight needs no exemption; it is only not shown then.
  private static func needless(_ unit: Row, _ component: Component) -> IntakeFault {
    unit.fault(
      .contradiction, .warning, at: UnitTable.exemptComponents,
      found: "「\(unit[UnitTable.shortName] ?? "")」写了免评「\(component.rawValue)」，而它的权重是 0",
      expected: "权重为 0 的分项不必免评；写了就不展示，也不作并列比较", fix: "想展示就删去免评")
  }

  private static func contradiction(_ unit: Row, _ id: String, _ data: ComponentData) -> [IntakeFault] {
    guard data.hasRows(of: id) else { return [] }
    return [
      unit.fault(
        .contradiction, at: UnitTable.exemptComponents,
        found: "「\(unit[UnitTable.shortName] ?? "")」写了免评「\(data.component.rawValue)」又有它的数据",
        expected: "免评的分项不应有数据", fix: "删去免评，或删去「\(data.table.rawValue)」表里它的行", about: [data.table])
    ]
  }

  private static func missing(_ unit: Row, _ id: String, _ data: ComponentData) -> [IntakeFault] {
    let name = unit[UnitTable.shortName] ?? ""
    return data.absent(of: id, unit[UnitTable.category]).map { part in
      unit.fault(
        .missingScore, at: UnitTable.id,
        found: "「\(name)」没有「\(data.component.rawValue)」的数据" + (part.map { "（「\($0)」一票也没有）" } ?? ""),
        expected: "权重大于 0 的分项须有数据",
        fix: "补上「\(data.table.rawValue)」表，或写明免评分项和依据", about: [data.table])
    }
  }
}

/// What of a component's data there is, by unit.
private struct ComponentData {
  let component: Component
  let table: Table
  /// The kinds of ballots or the pools that a unit's rows are of; `nil` stands for a row that can't be told.
  private let rows: [String: [String?]]
  /// The kinds or pools that carry weight, by category; empty where rows aren't told apart.
  private let shares: (String?) -> [String]

  static func all(in workbook: Workbook, _ plan: Plan) -> [ComponentData] {
    let all = [
      ComponentData(
        .routine, .routineScores, workbook, RoutineScoreTable.unitID, kind: { _ in nil }, shares: { _ in [] }),
      ComponentData(
        .leaders, .leaderBallots, workbook, LeaderBallotTable.unitID, kind: { $0[LeaderBallotTable.kind] },
        shares: { _ in weighty(plan.rows(of: .ballotKinds, for: Component.leaders.rawValue)) }),
      ComponentData(
        .peers, .peerScores, workbook, PeerScoreTable.unitID,
        kind: { workbook.unit($0[PeerScoreTable.raterID])?[UnitTable.category] },
        shares: { weighty(plan.rows(of: .peerPools, for: $0)) }),
      ComponentData(
        .staff, .staffBallots, workbook, StaffBallotTable.unitID, kind: { $0[StaffBallotTable.kind] },
        shares: { _ in weighty(plan.rows(of: .ballotKinds, for: Component.staff.rawValue)) }),
    ]
    return all.filter { workbook[$0.table] != nil }
  }

  private static func weighty(_ shares: [PlanRow]) -> [String] {
    shares.filter { $0.number?.isZero == false }.map(\.name)
  }

  private init(
    _ component: Component, _ table: Table, _ workbook: Workbook, _ unitID: Column<String>,
    kind: (Row) -> String?, shares: @escaping (String?) -> [String]
  ) {
    self.component = component
    self.table = table
    self.shares = shares
    rows = workbook.rows(table).reduce(into: [:]) { rows, row in
      if let id = row[unitID] { rows[id, default: []].append(kind(row)) }
    }
  }

  func hasRows(of id: String) -> Bool { rows[id] != nil }

  /// What a unit has no ballot of: the whole component (`nil`), or kinds that carry weight.
  ///
  /// A row whose kind can't be told has been reported, and may be the one.
  func absent(of id: String, _ category: String?) -> [String?] {
    guard let kinds = rows[id] else { return [nil] }
    return kinds.contains(nil) ? [] : shares(category).filter { !kinds.contains($0) }
  }
}
