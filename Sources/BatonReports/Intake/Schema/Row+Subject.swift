// Whose row it is: a fault in it spares other units and cadres.

import BatonAssessment

extension Row {
  /// The unit and the cadre that the row's own columns name.
  var subject: IntakeFault.Subject {
    IntakeFault.Subject(unitID: self[Self.unitID], cadreID: self[Self.cadreID])
  }

  private static let unitID: Column<String> = .text("单位编号")
  private static let cadreID: Column<String> = .text("人员编号")
}
