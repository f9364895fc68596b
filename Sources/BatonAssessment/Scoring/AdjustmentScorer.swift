// Bonuses and deductions: one matter counts once, at its highest, and not beyond the caps.

/// Computes what adjustments give a unit.
struct AdjustmentScorer {
  private let plan: Plan
  private let gaps: Gaps
  private let adjustments: [String: [Adjustment]]

  init(_ year: AssessmentYear, _ gaps: Gaps) {
    plan = year.plan
    self.gaps = gaps
    adjustments = Dictionary(grouping: year.adjustments, by: \.unitID)
  }

  /// The sum of a unit's bonuses or deductions, 0 if there are none.
  ///
  /// - Returns: `nil` if the unit's adjustments can't be relied on.
  func total(_ kind: Adjustment.Kind, of unit: Unit) -> Figure? {
    guard !gaps.cover(.adjustments, of: unit.id) else { return nil }
    let rows = (adjustments[unit.id] ?? []).filter { $0.kind == kind && $0.recognition == .recognized }
    let matters = rows.grouped(by: \.matterID).compactMap { matter, rows -> Figure? in
      Figure.greatest(rows.compactMap(points))
        .map { kind == .bonus ? capped($0, by: "加分单项") : $0 }?.named(.matter(matter))
    }
    guard !matters.isEmpty else { return Figure.constant(0).named(kind.rawValue) }
    return capped(Figure.sum(matters), by: kind.rawValue).named(kind.rawValue)
  }

  /// Whether a red line that was recognized bars the unit from the best grade.
  func barsBestGrade(of unit: Unit) -> Bool {
    (adjustments[unit.id] ?? []).contains { $0.kind == .redLine && $0.recognition == .recognized }
  }

  private func points(_ row: Adjustment) -> Figure? {
    if let points = row.points { return Figure(points, at: row.row.cell("分值")) }
    let standards: PlanItem = row.kind == .bonus ? .bonusStandards : .deductionStandards
    return row.level.flatMap { plan.figure(standards, $0) }?.chosen(by: [row.row.cell("等级")])
  }

  private func capped(_ figure: Figure, by name: String) -> Figure {
    plan.figure(.caps, name).map { Figure.least(figure, $0) } ?? figure
  }
}
