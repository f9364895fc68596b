// What only the results can tell: too few ballots, too many best grades, a budget that doesn't reach.

/// Reviews results against the data that they came from.
struct ResultReview {
  let year: AssessmentYear
  let gaps: Gaps
  let scoring: Scoring
  let units: [UnitResult]
  let staffQuotas: [StaffQuota]
  let bonuses: Bonuses?
  let scale: GradeScale?

  /// Ballots too few to be trimmed, and exempt units that nothing is left of.
  var scoreFindings: [ResultFinding] {
    let short = [Component.leaders, .peers].compactMap { component in
      scoring.shortOfBallots[component].map { ResultFinding.tooFewBallots(component, unitIDs: $0) }
    }
    return short + units.flatMap(exemptionFindings)
  }

  private func exemptionFindings(_ result: UnitResult) -> [ResultFinding] {
    guard result.score.base == nil, !gaps.cover(.base, of: result.unitID),
      let unit = year.unit(result.unitID), !unit.exemptComponents.isEmpty
    else { return [] }
    func weighs(_ component: Component) -> Bool {
      year.plan.number(.weights, component.rawValue, for: unit.category)?.isZero == false
    }
    guard year.plan.convention("免评处理") == "取序列平均" else {
      let rest = Component.allCases.filter { !unit.exemptComponents.contains($0) }
      return rest.contains(where: weighs) ? [] : [.noWeightLeft(unitID: unit.id)]
    }
    let others = units.filter {
      year.unit($0.unitID).map { $0.series == unit.series && $0.participation == .assessed } ?? false
    }
    return unit.exemptComponents.filter { component in
      weighs(component)
        && !others.contains {
          $0.score.components[component] != nil || gaps.cover(.component(component), of: $0.unitID)
        }
    }.map { .noSubstitute(unitID: unit.id, $0) }
  }

  /// 单位优秀上限: best grades of the assessed, over the county.
  func gradeFindings(_ grades: [String: UnitGrade]) -> [ResultFinding] {
    guard let scale, let limit = year.plan.number(.excellentUnitLimit, scale.best, for: "全县") else {
      return []
    }
    let assessed = year.units.filter { $0.participation == .assessed }
    let count = assessed.count { grades[$0.id] == .grade(scale.best) }
    guard Rational(count) * 100 > limit.rational * Rational(assessed.count) else { return [] }
    return [.beyondCountyLimit(count: count, participants: assessed.count)]
  }

  var staffFindings: [ResultFinding] {
    staffQuotas.flatMap { quota -> [ResultFinding] in
      guard let whole = quota.quota else { return [] }
      var findings = [ResultFinding]()
      if let excellent = quota.excellentIDs, excellent.count > whole {
        findings.append(.staffBeyondQuota(quota))
      }
      if let base = quota.base?.value,
        let limit = year.plan.number(.excellentStaffLimit, quota.staffClass.rawValue),
        Rational(whole) * 100 > limit.rational * base
      {
        findings.append(.staffBeyondLimit(quota))
      }
      return findings
    }
  }

  var bonusFindings: [ResultFinding] {
    guard let bonuses else { return [] }
    let lacking = bonuses.lines.flatMap { line -> [ResultFinding] in
      guard let cadre = year.cadre(line.cadreID), !gaps.cover(.cadres, of: cadre.id) else { return [] }
      let lacks = [("本年等次", cadre.grade == nil), ("在岗月数", cadre.monthsInPost == nil)]
      return lacks.filter(\.1).map { .bonusLacks(cadreID: cadre.id, heading: $0.0) }
    }
    guard let total = bonuses.total?.value, let budget = bonuses.budget?.value, total > budget else {
      return lacking
    }
    return lacking + [.beyondBudget(total: total)]
  }
}
