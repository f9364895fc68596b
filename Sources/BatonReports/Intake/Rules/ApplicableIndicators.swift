// Which indicators a unit is measured by.

import BatonAssessment

/// The rows of 「指标」 by the category or unit that they name.
struct ApplicableIndicators {
  private let byScope: [String: [Row]]

  init(_ workbook: Workbook) {
    var byScope = [String: [Row]]()
    for row in workbook.rows(.indicators) {
      for scope in row[IndicatorTable.appliesTo] ?? [] { byScope[scope, default: []].append(row) }
    }
    self.byScope = byScope
  }

  /// In the order of the table; an indicator that names both the unit and its category counts once.
  func rows(of unit: Row) -> [Row] {
    let ofCategory = unit[UnitTable.category].flatMap { byScope[$0] } ?? []
    let ofUnit = unit[UnitTable.id].flatMap { byScope[$0] } ?? []
    let known = Set(ofCategory.map(\.address.number))
    return (ofCategory + ofUnit.filter { !known.contains($0.address.number) })
      .sorted { $0.address.number < $1.address.number }
  }
}
