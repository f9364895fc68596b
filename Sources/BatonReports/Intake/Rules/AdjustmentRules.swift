// 「加减分」: levels of the plan, points within the standard, dates within the period.

import BatonAssessment
import BatonDiagnostics

enum AdjustmentRules {
  private typealias Item = AdjustmentTable

  static func check(_ workbook: Workbook) -> [IntakeFault] {
    workbook.rows(.adjustments).flatMap { row in
      level(of: row, under: workbook.plan) + points(of: row, under: workbook.plan)
        + recognition(of: row, in: workbook)
    }
  }

  private static func standards(of kind: Adjustment.Kind) -> PlanItem {
    switch kind {
    case .bonus: .bonusStandards
    case .deduction: .deductionStandards
    case .redLine: .redLines
    }
  }

  private static func level(of row: Row, under plan: Plan?) -> [IntakeFault] {
    guard let kind = row[Item.kind] else { return [] }
    guard let level = row[Item.level] else { return row.missing([Item.level.spec], because: kind.rawValue) }
    let names = plan?.names(of: standards(of: kind)) ?? []
    guard !names.isEmpty, !names.contains(level) else { return [] }
    let nearest = Suggestion.nearest(to: level, among: names)
    return [
      row.fault(
        .notInPlan, at: Item.level, found: "\(kind.rawValue)的「等级」写的是「\(level)」",
        expected: "方案「\(standards(of: kind).rawValue)」是\(names.quoted)",
        fix: nearest.map { "是不是想写「\($0)」" } ?? "用方案里的名称")
    ]
  }

  private static func points(of row: Row, under plan: Plan?) -> [IntakeFault] {
    guard let kind = row[Item.kind], let points = row[Item.points] else { return [] }
    if kind == .redLine {
      return [
        row.fault(
          .contradiction, at: Item.points, found: "红线写了分值 \(points)", expected: "红线没有分值，只是不得确定为首等",
          fix: "清空这一格")
      ]
    }
    guard let standard = row[Item.level].flatMap({ plan?.row(standards(of: kind), $0) }),
      let most = standard.number, points.rational > most.rational
    else { return [] }
    return [
      row.fault(
        .aboveMaximum, at: Item.points, with: [standard.row.cell(PlanTable.value.heading)],
        found: "「分值」是 \(points)",
        expected: "不应大于标准分 \(most)", fix: "改小，或清空按标准分计")
    ]
  }

  private static func recognition(of row: Row, in workbook: Workbook) -> [IntakeFault] {
    switch row[Item.recognition] {
    case .refused: return row.missing([Item.refusalReason.spec], because: "不予认定")
    case .recognized:
      guard let date = row[Item.date], let period = workbook.period, !period.contains(date) else { return [] }
      return [
        row.fault(
          .dateOutOfPeriod, at: Item.date, found: "「日期」是 \(date)",
          expected: "认定的应在考核期 \(period.lowerBound)～\(period.upperBound) 内", fix: "核对日期；确在期外就不予认定")
      ]
    case nil: return []
    }
  }
}
