// What a year's results leave out, said as the paths that programs would look under.

/// Lists what could not be known.
struct MissingPaths {
  let year: AssessmentYear
  let gaps: Gaps
  let units: [UnitResult]
  let pools: [PoolResult]
  let staffQuotas: [StaffQuota]
  let awards: Awards?
  let bonuses: Bonuses?

  var all: [String] {
    units.flatMap(unit) + pools.flatMap(pool) + poolsThatAreNot + staffQuotas.flatMap(quota) + awardPaths
      + bonusPaths
  }

  /// The names whose values are missing, below a path.
  private func absent(_ path: String, _ values: KeyValuePairs<String, Bool>) -> [String] {
    values.filter { !$0.value }.map { "\(path).\($0.key)" }
  }

  private func unit(_ result: UnitResult) -> [String] {
    guard let unit = year.unit(result.unitID) else { return [] }
    let path = "单位.\(unit.id)"
    let components = Component.allCases.filter { component in
      guard result.score.components[component] == nil, !unit.exemptComponents.contains(component) else {
        return false
      }
      let weight = year.plan.number(.weights, component.rawValue, for: unit.category)
      return gaps.cover(.component(component), of: unit.id) || weight?.isZero == false
    }
    return components.map { "\(path).分项.\($0.rawValue)" }
      + absent(
        path,
        [
          "基础分": result.score.base != nil, "加分": result.score.bonus != nil,
          "扣分": result.score.deduction != nil, "综合得分": result.score.total != nil,
          "比较值": result.comparison != nil, "位次": result.rank != nil || unit.participation != .assessed,
          "建议等次": result.suggestedGrade != nil, "最终等次": result.finalGrade != nil,
        ])
      + result.sections.flatMap { section in
        absent(
          "\(path).板块.\(section.section.rawValue)",
          ["得分率": section.rate != nil, "位次": section.rank != nil || unit.participation != .assessed])
      }
  }

  private func pool(_ result: PoolResult) -> [String] {
    let pool = result.pool
    return absent(
      "池.\(pool.scope)",
      [
        "基数": pool.base != nil, "名额": pool.quota != nil, "建议首等": pool.best != nil,
        "线上并列": pool.tiedAcrossLine != nil, "最终首等": result.finalBest != nil,
      ])
  }

  private var poolsThatAreNot: [String] { pools.isEmpty ? ["池"] : [] }

  private func quota(_ quota: StaffQuota) -> [String] {
    absent(
      "评优名额.\(quota.staffClass.rawValue).\(quota.group)",
      [
        "基数": quota.base != nil, "精确": quota.exact != nil, "名额": quota.quota != nil,
        "名册优秀": quota.excellentIDs != nil,
      ])
  }

  /// Cadres that can't be relied on, if they are cadres: gaps name units beside them.
  private var doubtful: [String] { gaps.ids(of: .cadres).filter { year.unit($0) == nil } }

  private var awardPaths: [String] {
    guard awards != nil else { return ["嘉奖", "三等功"] }
    return ["嘉奖", "三等功"].flatMap { award in doubtful.map { "\(award).\($0)" } }
  }

  private var bonusPaths: [String] {
    guard let bonuses else { return ["奖金", "待确认"] }
    let lines = bonuses.lines.flatMap { line in
      absent(
        "奖金.行.\(line.cadreID)",
        [
          "基数": line.base != nil, "单位系数": line.unitCoefficient != nil,
          "个人系数": line.personalCoefficient != nil, "在岗月数": line.months != nil,
          "加项": line.addition != nil, "应发": line.due != nil,
        ])
    }
    let listed = Set(bonuses.lines.map(\.cadreID))
    let lost = doubtful.filter { !listed.contains($0) }.map { "奖金.行.\($0)" }
    let unitIDs = bonuses.lines.grouped(by: \.unitID).map(\.key)
    let subtotals = unitIDs.filter { bonuses.subtotals[$0] == nil }.map { "奖金.小计.\($0)" }
    return lines + lost + subtotals
      + absent("奖金", ["合计": bonuses.total != nil, "预算": bonuses.budget != nil])
      + doubtful.map { "待确认.\($0)" }
  }
}
