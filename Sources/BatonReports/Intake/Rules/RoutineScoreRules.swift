// 「平时分数」: given by units that answer for one of the unit's targets, in the plan's periods.

import BatonAssessment
import BatonDiagnostics

enum RoutineScoreRules {
  private typealias Item = RoutineScoreTable

  static func check(_ workbook: Workbook) -> [IntakeFault] {
    guard let table = workbook[.routineScores] else { return [] }
    let responsible = workbook[.indicators] == nil ? nil : ResponsibleUnits(workbook)
    return table.rows.flatMap { row -> [IntakeFault] in
      selfScore(row) + period(row, under: workbook.plan) + (responsible.map { rater(row, $0) } ?? [])
    } + missingPeriods(in: table, under: workbook.plan) + (responsible.map { silent(in: workbook, $0) } ?? [])
  }

  private static func selfScore(_ row: Row) -> [IntakeFault] {
    guard let rater = row[Item.raterID], rater == row[Item.unitID] else { return [] }
    return [
      row.fault(
        .selfScore, at: Item.raterID, with: [row.cell(Item.unitID)], found: "「\(rater)」给自己打分",
        expected: "评分单位不得是本单位",
        fix: "改正评分单位，或删去这一行")
    ]
  }

  private static func period(_ row: Row, under plan: Plan?) -> [IntakeFault] {
    let names = plan?.names(of: .periods) ?? []
    guard let period = row[Item.period], !names.isEmpty, !names.contains(period) else { return [] }
    let nearest = Suggestion.nearest(to: period, among: names)
    return [
      row.fault(
        .notInPlan, at: Item.period, found: "「期次」写的是「\(period)」", expected: "方案「期次」是\(names.quoted)",
        fix: nearest.map { "是不是想写「\($0)」" } ?? "用方案里的名称")
    ]
  }

  private static func rater(_ row: Row, _ responsible: ResponsibleUnits) -> [IntakeFault] {
    guard let unit = row[Item.unitID], let rater = row[Item.raterID], unit != rater else { return [] }
    var faults = [IntakeFault]()
    if !responsible.of(unit).contains(rater) {
      faults.append(
        row.fault(
          .notResponsible, .warning, at: Item.raterID, found: "「\(rater)」不是「\(unit)」任何适用指标的责任单位",
          expected: "平时分数由责任单位提供", fix: "核对评分单位，或在「指标」表的「责任单位」里补上它"))
    }
    if let indicator = row[Item.indicatorID], responsible.knows(indicator),
      !responsible.applies(indicator, to: unit)
    {
      faults.append(
        row.fault(
          .contradiction, .warning, at: Item.indicatorID, found: "指标「\(indicator)」不适用于单位「\(unit)」",
          expected: "应是它的适用指标",
          fix: "改正指标编号，或清空这一格"))
    }
    return faults
  }

  /// Raters that left out a period; the plan says whether it counts as zero.
  private static func missingPeriods(in table: DecodedTable, under plan: Plan?) -> [IntakeFault] {
    guard let plan, plan.row(.conventions, "平时缺期")?.value == "按已有期次" else { return [] }
    let periods = plan.names(of: .periods)
    let pairs = table.rows.filter {
      !$0.isBroken(Item.unitID) && !$0.isBroken(Item.raterID) && $0[Item.unitID] != $0[Item.raterID]
    }
    .grouped { [$0[Item.unitID], $0[Item.raterID]] }
    return pairs.compactMap { _, rows in
      let given = Set(rows.compactMap { $0[Item.period] })
      let missing = periods.filter { !given.contains($0) }
      guard !missing.isEmpty, given.isSubset(of: periods), !rows.contains(where: { $0.isBroken(Item.period) })
      else {
        return nil
      }
      return rows[0].fault(
        .missingScore, .warning, at: Item.raterID,
        found: "「\(rows[0][Item.raterID] ?? "")」没有给「\(rows[0][Item.unitID] ?? "")」\(missing.quoted)的分",
        expected: "应有的期次缺了，按已有期次计", fix: "催收后补上")
    }
  }

  /// Responsible units that gave no score at all.
  private static func silent(in workbook: Workbook, _ responsible: ResponsibleUnits) -> [IntakeFault] {
    let rows = workbook.rows(.routineScores, by: Item.unitID)
    return workbook.assessedUnits.compactMap { id, unit in
      let given = Set((rows[id] ?? []).compactMap { $0[Item.raterID] })
      let silent = responsible.of(id).filter { !given.contains($0) }
      guard !silent.isEmpty else { return nil }
      return unit.fault(
        .missingScore, .warning, at: UnitTable.id,
        found: "责任单位\(silent.quoted)没有给「\(unit[UnitTable.shortName] ?? id)」平时分数", expected: "责任单位都应给分",
        fix: "催收后补进「平时分数」表")
    }
  }
}

/// Who answers for the targets of each unit.
private struct ResponsibleUnits {
  private let raters: [String: [String]]
  private let indicators: [String: Set<String>]
  private let known: Set<String>

  init(_ workbook: Workbook) {
    let applicable = ApplicableIndicators(workbook)
    var raters = [String: [String]]()
    var indicators = [String: Set<String>]()
    for (id, unit) in workbook.assessedUnits {
      let rows = applicable.rows(of: unit)
      raters[id] = rows.flatMap { $0[IndicatorTable.responsibleUnitIDs] ?? [] }.distinct.filter { $0 != id }
      indicators[id] = Set(rows.compactMap { $0[IndicatorTable.id] })
    }
    self.raters = raters
    self.indicators = indicators
    known = Set(workbook.rows(.indicators).compactMap { $0[IndicatorTable.id] })
  }

  /// In the order of the table of indicators; a unit doesn't answer for its own.
  func of(_ unit: String) -> [String] { raters[unit] ?? [] }

  func knows(_ indicator: String) -> Bool { known.contains(indicator) }

  func applies(_ indicator: String, to unit: String) -> Bool { indicators[unit]?.contains(indicator) ?? true }
}
