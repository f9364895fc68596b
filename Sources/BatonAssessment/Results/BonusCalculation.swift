// 应发 = 修约(基数 × 单位系数 × 个人系数 × 在岗月数 ÷ 12 + 担当作为加项).

/// Computes bonuses from personal grades and the final grades of units.
struct BonusCalculation {
  private let year: AssessmentYear
  private let plan: Plan
  private let gaps: Gaps
  private let coefficients: [String: Figure]
  private let committed: [String: Commitment]
  /// Units whose coefficient fell below 0.
  let negativeUnitIDs: [String]

  init(_ year: AssessmentYear, _ grades: [String: UnitGrade], _ gaps: Gaps) {
    self.year = year
    self.gaps = gaps
    let plan = year.plan
    self.plan = plan
    let singles = Dictionary(grouping: year.singleItems, by: \.unitID)
    coefficients = year.units.reduce(into: [:]) { coefficients, unit in
      guard !gaps.cover(.bonuses, of: unit.id) else { return }
      coefficients[unit.id] = Self.coefficient(of: unit, grades[unit.id], singles[unit.id] ?? [], plan)
    }
    negativeUnitIDs = year.units.map(\.id).filter { [coefficients] in
      coefficients[$0]?.value.isNegative == true
    }
    let kept = year.commitments.filter { $0.movement != .left }
    committed = Dictionary(kept.map { ($0.cadreID, $0) }) { first, _ in first }
  }

  /// 单位系数 = that of the final grade + Σ those of single-item assessments.
  private static func coefficient(
    of unit: Unit, _ grade: UnitGrade?, _ singles: [SingleItemResult], _ plan: Plan
  ) -> Figure? {
    let name = unit.takesPart ? grade?.name : Unit.Participation.exempt.rawValue
    guard let name, let ofGrade = plan.figure(.bonuses, "单位系数", for: name) else { return nil }
    let decided = unit.confirmedGrade == nil ? [] : [unit.row.cell("审定等次")]
    let ofItems = singles.compactMap { result -> Figure? in
      let scope = "\(result.item)·\(result.grade)"
      guard plan.hasRow(.bonuses, "单项系数", for: scope) else { return nil }
      return plan.figure(.bonuses, "单项系数", for: scope)?.chosen(by: [result.row.cell("等次")])
    }
    guard ofItems.count == singles.count else { return nil }
    return Figure.sum([ofGrade.chosen(by: decided)] + ofItems).named("单位系数")
  }

  /// - Returns: `nil` if nothing can be said because the roster or the rules can't be relied on.
  var bonuses: Bonuses? {
    guard !gaps.coverAll(.cadres), !gaps.coverAll(.bonuses) else { return nil }
    let identities = plan.words(.bonuses, "发放身份")
    let paid = year.cadres.filter { identities.contains($0.identity.rawValue) }
    let lines = paid.map(line)
    let subtotals = lines.grouped(by: \.unitID).reduce(into: [String: Figure]()) { subtotals, unit in
      let isWhole = !gaps.cover(.cadres, of: unit.key)
      subtotals[unit.key] = isWhole ? Self.sum(unit.values) : nil
    }
    return Bonuses(
      lines: lines, subtotals: subtotals,
      total: gaps.ids(of: .cadres).isEmpty ? Self.sum(lines) : nil,
      budget: plan.figure(.bonuses, "预算"), toConfirm: paid.filter(needsConfirmation).map(\.id))
  }

  private static func sum(_ lines: [BonusLine]) -> Figure? {
    let dues = lines.compactMap { line in line.due?.named(.cadre(line.cadreID)) }
    return dues.count == lines.count ? Figure.sum(dues) : nil
  }

  private func line(_ cadre: Cadre) -> BonusLine {
    let isKnown = !gaps.cover(.cadres, of: cadre.id) && !gaps.cover(.bonuses, of: cadre.id)
    let base = isKnown ? plan.figure(.bonuses, "基数", for: cadre.level.rawValue) : nil
    let personal = isKnown ? personalCoefficient(of: cadre) : nil
    let months = isKnown ? cadre.monthsInPost : nil
    let coefficient = coefficients[cadre.unitID]
    let isPaid = payRule(of: cadre)?.value == "是"
    let addition = isKnown ? addition(of: cadre, personal, isPaid: isPaid) : nil
    return BonusLine(
      cadreID: cadre.id, unitID: cadre.unitID,
      base: base?.chosen(by: [cadre.row.cell("层级")]).named("基数"),
      unitCoefficient: coefficient, personalCoefficient: personal, months: months, addition: addition,
      due: isKnown ? due(cadre, base, coefficient, personal, addition) : nil)
  }

  private func due(
    _ cadre: Cadre, _ base: Figure?, _ unit: Figure?, _ personal: Figure?, _ addition: Figure?
  ) -> Figure? {
    guard let rule = payRule(of: cadre) else { return nil }
    guard rule.value == "是" else {
      return Figure.constant(0).chosen(by: [cadre.row.cell("状态"), rule.valueCell]).named("应发")
    }
    guard let base, let unit, let personal, let addition, let months = cadre.monthsInPost else { return nil }
    let yearly =
      base.chosen(by: [cadre.row.cell("层级")]).named("基数") * unit * personal
      * Figure(months, at: cadre.row.cell("在岗月数")) / .constant(12)
    return Figure.sum([yearly, addition]).rounded(places: plan.moneyPlaces, plan.moneyRounding).named("应发")
  }

  private func personalCoefficient(of cadre: Cadre) -> Figure? {
    cadre.grade.flatMap { grade in
      plan.figure(.bonuses, "个人系数", for: grade.equivalent.rawValue)?.chosen(by: [cadre.row.cell("本年等次")])
        .named("个人系数")
    }
  }

  /// Whole, for those who are new on the ledger or kept; not for those whose own coefficient is 0 or who aren't paid.
  private func addition(of cadre: Cadre, _ personal: Figure?, isPaid: Bool) -> Figure? {
    guard let commitment = committed[cadre.id] else { return Figure.constant(0).named("加项") }
    let movement = commitment.row.cell("动态")
    guard isPaid else { return Figure.constant(0).chosen(by: [cadre.row.cell("状态")]).named("加项") }
    guard let personal else { return nil }
    guard personal.value != .zero else {
      return Figure.constant(0).chosen(by: [cadre.row.cell("本年等次"), movement]).named("加项")
    }
    return plan.figure(.bonuses, "担当作为加项")?.chosen(by: [movement]).named("加项")
  }

  private func payRule(of cadre: Cadre) -> PlanRow? {
    plan.staffRule("发奖金", for: cadre.status, cadre.identity)
  }

  /// Whose pay waits for a decision, or whose grade makes it doubtful; a plain 「否」 leaves nothing to decide.
  private func needsConfirmation(_ cadre: Cadre) -> Bool {
    guard !gaps.cover(.cadres, of: cadre.id), let rule = payRule(of: cadre)?.value, rule != "否" else {
      return false
    }
    return rule == "待确认" || cadre.grade.map { ![.excellent, .competent].contains($0.equivalent) } ?? false
  }
}
