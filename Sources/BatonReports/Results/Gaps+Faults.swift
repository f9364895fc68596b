// From faults of the data to what of the results can't be relied on.

import BatonAssessment
import BatonDiagnostics

extension Gaps {
  /// What the errors of a year's data, and tables that have not come, bear on.
  init(_ faults: [IntakeFault], of year: AssessmentYear) {
    self.init()
    let places = FaultPlaces(year)
    for fault in faults where fault.severity == .error || fault.code == .missingTable {
      for (aspect, ids) in places.bearings(of: fault) {
        if let ids { for id in ids { add(aspect, of: id) } } else { add(aspect) }
      }
    }
  }
}

/// Tells by table and column what a fault bears on.
private struct FaultPlaces {
  /// An aspect, of some units or cadres or, without ids, of everybody.
  typealias Bearing = (aspect: Gaps.Aspect, ids: [String]?)

  private let year: AssessmentYear

  init(_ year: AssessmentYear) { self.year = year }

  func bearings(of fault: IntakeFault) -> [Bearing] {
    fault.tables.flatMap { bearings(of: fault, about: $0) }
      + (fault.cell.sheet == Table.units.rawValue && !fault.tables.contains(.units) ? ofUnitCell(fault) : [])
  }

  private func bearings(of fault: IntakeFault, about table: Table) -> [Bearing] {
    switch table {
    case .completions: [(.component(.targets), unit(fault))]
    case .indicators: ofIndicators(fault)
    case .routineScores: [(.component(.routine), unit(fault))]
    case .leaderBallots: [(.component(.leaders), unit(fault))]
    case .peerScores: [(.component(.peers), unit(fault))]
    case .staffBallots: [(.component(.staff), unit(fault))]
    case .adjustments: [(.adjustments, unit(fault))]
    case .singleItems: [(.bonuses, unit(fault))]
    case .commitments: heading(of: fault) == "主要事迹" ? [] : [(.bonuses, cadre(fault))]
    case .cadres: ofCadres(fault)
    case .units: ofUnitCell(fault)
    case .plan: ofPlan(fault)
    default: []
    }
  }

  // MARK: Whose

  /// The unit that a fault is of; `nil` for everybody's, and where it may be anybody's.
  private func unit(_ fault: IntakeFault) -> [String]? {
    fault.subject.unitID.flatMap { year.unit($0) == nil ? nil : [$0] }
  }

  private func cadre(_ fault: IntakeFault) -> [String]? { fault.subject.cadreID.map { [$0] } }

  /// The heading of the column that a fault points at, where the table's records tell it.
  private func heading(of fault: IntakeFault) -> String? {
    let letters = fault.cell.reference.prefix { $0.isLetter }
    guard let columns = columns(of: fault.cell.sheet) else { return nil }
    return columns.first { CellAddress.columnLetters($0.value) == letters }?.key
  }

  private func columns(of sheet: String) -> [String: Int]? {
    switch Table(rawValue: sheet) {
    case .units: year.units.first?.row.table.columns
    case .cadres: year.cadres.first?.row.table.columns
    case .indicators: year.indicators.first?.row.table.columns
    case .commitments: year.commitments.first?.row.table.columns
    default: nil
    }
  }

  private func rowNumber(of fault: IntakeFault) -> Int? {
    Int(fault.cell.reference.drop { $0.isLetter })
  }

  // MARK: By table

  /// Columns of 「指标」 that no result is computed from.
  private static let descriptive: Set<String> = [
    "小类", "指标名称", "方向", "目标值", "计量单位", "评分标准", "责任单位", "民生", "新增", "担当维度",
  ]

  private func ofIndicators(_ fault: IntakeFault) -> [Bearing] {
    guard let indicator = year.indicators.first(where: { $0.row.number == rowNumber(of: fault) }),
      fault.cell.sheet == Table.indicators.rawValue, let heading = heading(of: fault)
    else {
      return fault.severity == .error ? [(.component(.targets), unit(fault))] : [(.component(.targets), nil)]
    }
    guard !Self.descriptive.contains(heading) else { return [] }
    guard heading != "适用" else { return [(.component(.targets), nil)] }
    return [(.component(.targets), year.units.filter(indicator.applies).map(\.id))]
  }

  /// Columns of 「干部」 that no result is computed from.
  private static let personal: Set<String> = [
    "姓名", "性别", "政治面貌", "职务", "主要负责人", "状态依据", "兼任单位", "原单位编号", "测评有效票", "测评优秀票",
  ]

  private func ofCadres(_ fault: IntakeFault) -> [Bearing] {
    guard fault.cell.sheet != Table.units.rawValue else { return [] }
    let isKept = fault.subject.cadreID.flatMap(year.cadre) != nil
    if isKept, let heading = heading(of: fault), Self.personal.contains(heading) { return [] }
    guard let cadre = cadre(fault) else { return [(.cadres, nil)] }
    // Somebody of no known unit may be anybody's: quotas can't be told, other people's bonuses can.
    guard let unit = unit(fault) else { return [(.cadres, cadre), (.staffQuotas, nil)] }
    return [(.cadres, cadre + unit)]
  }

  private func ofUnitCell(_ fault: IntakeFault) -> [Bearing] {
    let unit = unit(fault)
    let everything: [Bearing] = [(.ranking, nil), (.pools, nil), (.staffQuotas, nil)]
    guard unit != nil, let heading = heading(of: fault) else {
      return fault.tables.contains(.units) ? everything : []
    }
    switch heading {
    case "免评分项", "免评依据": return [(.base, unit)]
    case "审定等次", "审定依据": return [(.confirmation, unit)]
    case "班子等次", "领导成员数", "非领导成员数", "事业人数": return [(.staffQuotas, unit)]
    case "核定组": return [(.staffQuotas, nil)]
    case "类别", "序列", "参评方式": return everything + [(.base, unit)]
    case "单位编号" where fault.tables.contains(.units): return everything + [(.base, unit)]
    default: return []
    }
  }

  private func ofPlan(_ fault: IntakeFault) -> [Bearing] {
    guard let decision = fault.decision else {
      // Faults of 「单位」 against the plan say by their own column what they bear on.
      return fault.cell.sheet == Table.units.rawValue ? ofUnitCell(fault) + ofSeries(fault) : Self.wholePlan
    }
    let units = decision.scope.flatMap { scope in
      let ids = year.units.filter { $0.category == scope }.map(\.id)
      return ids.isEmpty ? nil : ids
    }
    return PlanBearings.aspects(of: decision).map { aspect in (aspect, units) }
  }

  private func ofSeries(_ fault: IntakeFault) -> [Bearing] {
    ["序列", "类别"].contains(heading(of: fault)) ? [(.pools, nil)] : []
  }

  private static let wholePlan: [Bearing] =
    (Component.allCases.map(Gaps.Aspect.component)
    + [.base, .adjustments, .ranking, .pools, .staffQuotas, .awards, .bonuses]).map { ($0, nil) }
}
