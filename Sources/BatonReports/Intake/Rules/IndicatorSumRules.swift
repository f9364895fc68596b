// The points of a unit's indicators add up to what the plan says: whole, by section, and for livelihood.

import BatonAssessment
import BatonDiagnostics

enum IndicatorSumRules {
  private typealias Item = IndicatorTable

  static func check(_ workbook: Workbook) -> [IntakeFault] {
    guard workbook[.indicators] != nil, let plan = workbook.plan else { return [] }
    let applicable = ApplicableIndicators(workbook)
    // Units that share all their indicators share their faults.
    let sets = workbook.assessedUnits.grouped { applicable.rows(of: $0.row).map(\.address.number) }
    return sets.flatMap { _, units -> [IntakeFault] in
      let (id, unit) = units[0]
      let rows = applicable.rows(of: unit)
      guard let category = unit[UnitTable.category] else { return [] }
      guard !rows.isEmpty else { return units.map { noIndicator($0.id, $0.row) } }
      guard !rows.contains(where: { $0.isBroken(Item.points) || $0.isBroken(Item.section) }) else {
        return []
      }
      let name = unit[UnitTable.shortName] ?? id
      let whose = units.count == 1 ? "「\(name)」" : "「\(name)」等 \(units.count) 个单位"
      return [whole(rows, of: whose, category, plan)].compactMap { $0 }
        + sections(rows, of: whose, category, plan)
        + livelihood(rows, of: whose, category, plan)
    }
  }

  private static func noIndicator(_ id: String, _ unit: Row) -> IntakeFault {
    unit.fault(
      .missingRow, at: UnitTable.id, found: "「\(unit[UnitTable.shortName] ?? id)」没有一个适用的指标",
      expected: "参评、参照的单位都要有指标", fix: "在「指标」表的「适用」里写上它的类别或编号", about: [.indicators])
  }

  private static func whole(_ rows: [Row], of whose: String, _ category: String, _ plan: Plan) -> IntakeFault?
  {
    guard let full = plan.row(.fullScore, "指标", for: category), let expected = full.number else { return nil }
    let sum = points(rows)
    guard sum != expected.rational else { return nil }
    return fault(
      .wrongSum, at: rows, found: "\(whose)的指标分值合计 \(sum.decimalText)", expected: "方案的满分是 \(expected)",
      fix: "核对各指标分值", against: full)
  }

  private static func sections(
    _ rows: [Row], of whose: String, _ category: String, _ plan: Plan
  ) -> [IntakeFault] {
    Indicator.Section.allCases.compactMap { section in
      guard let row = plan.row(.sections, section.rawValue, for: category), let expected = row.number else {
        return nil
      }
      let members = rows.filter { $0[Item.section] == section }
      let sum = points(members)
      guard sum != expected.rational else { return nil }
      return fault(
        .wrongSum, at: members.isEmpty ? rows : members,
        found: "\(whose)的板块「\(section.rawValue)」分值合计 \(sum.decimalText)", expected: "方案规定 \(expected)",
        fix: "核对这个板块各指标的分值", against: row)
    }
  }

  private static func livelihood(
    _ rows: [Row], of whose: String, _ category: String, _ plan: Plan
  ) -> [IntakeFault] {
    guard let full = plan.number(.fullScore, "指标", for: category), !full.isZero else { return [] }
    let members = rows.filter { $0[Item.isLivelihood] == true }
    let share = points(members) / full.rational * 100
    func check(
      _ name: String, _ severity: Diagnostic.Severity, _ isWrong: (Rational, Rational) -> Bool,
      _ words: String
    ) -> IntakeFault? {
      guard let row = plan.row(.minimums, name, for: category), let limit = row.number,
        isWrong(share, limit.rational)
      else { return nil }
      return fault(
        .belowMinimum, severity, at: members.isEmpty ? rows : members,
        found: "\(whose)的民生占比是 \(share.decimalText)%", expected: "\(words) \(limit)%", fix: "提高民生指标的分值",
        against: row)
    }
    return [
      check("民生占比", .error, { $0 < $1 }, "方案下限是"), check("上年民生占比", .warning, { $0 <= $1 }, "应高于上年的"),
    ].compactMap { $0 }
  }

  private static func points(_ rows: [Row]) -> Rational {
    rows.compactMap { $0[Item.points]?.rational }.sum()
  }

  private static func fault(
    _ code: FaultCode, _ severity: Diagnostic.Severity = .error, at rows: [Row], found: String,
    expected: String,
    fix: String, against plan: PlanRow
  ) -> IntakeFault {
    rows[0].fault(
      code, severity, at: Item.points,
      with: rows.dropFirst().map { $0.cell(Item.points) } + [plan.row.cell(PlanTable.value.heading)],
      found: found,
      expected: expected, fix: fix)
  }
}

extension Rational {
  /// For messages: plain decimal where it terminates, else the fraction.
  var decimalText: String {
    for scale in 0...6 {
      let scaled = self * Rational(Self.powers[scale])
      if scaled.isInteger { return ExactDecimal(unscaled: scaled.numerator, scale: scale).description }
    }
    return description
  }

  private static let powers = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000]
}
