// Whose row it is: a fault in it spares other units and cadres.

import BatonAssessment

extension Row {
  /// The unit and the cadre that the row's own columns name.
  var subject: IntakeFault.Subject {
    IntakeFault.Subject(unitID: self[Self.unitID], cadreID: self[Self.cadreID])
  }

  /// The decision that a row of 「方案」 makes; `nil` of other tables, or if its item can't be read.
  var decision: PlanDecision? {
    guard address.table.sheet == Table.plan.rawValue, let item = self[PlanTable.item] else { return nil }
    return PlanDecision(item: item, scope: self[PlanTable.scope], name: self[PlanTable.name])
  }

  private static let unitID: Column<String> = .text("单位编号")
  private static let cadreID: Column<String> = .text("人员编号")
}
