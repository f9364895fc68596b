// The results of a year for programs, in the form of the workbook's 「报错与机读输出」.

public import BatonAssessment

/// What `results --json` writes; keys that can't be known are left out and listed in `missing`.
public struct ResultsRecord: Encodable, Sendable {
  private let units: [String: UnitRecord]
  private let pools: [PoolRecord]
  private let staffQuotas: [StaffQuotaRecord]
  private let commended: [String]?
  private let merited: [String]?
  private let bonuses: BonusesRecord?
  private let toConfirm: [String]?
  private let missing: [String]

  public init(_ results: YearResults, of year: AssessmentYear) {
    let plan = year.plan
    units = results.units.reduce(into: [:]) { $0[$1.unitID] = UnitRecord($1, plan) }
    pools = results.pools.map(PoolRecord.init)
    staffQuotas = results.staffQuotas.map { StaffQuotaRecord($0, plan) }
    commended = results.awards?.commended
    merited = results.awards?.merited
    bonuses = results.bonuses.map { BonusesRecord($0, plan) }
    toConfirm = results.bonuses?.toConfirm
    missing = results.missing
  }

  private enum CodingKeys: String, CodingKey {
    case units = "单位"
    case pools = "池"
    case staffQuotas = "评优名额"
    case commended = "嘉奖"
    case merited = "三等功"
    case bonuses = "奖金"
    case toConfirm = "待确认"
    case missing
  }
}

private struct UnitRecord: Encodable {
  let components: [String: ResultNumber]
  let base, bonus, deduction, total, comparison: ResultNumber?
  let rank: Int?
  let suggestedGrade, finalGrade: String?
  let sections: [String: SectionRecord]

  init(_ result: UnitResult, _ plan: Plan) {
    func score(_ figure: BatonAssessment.Figure?) -> ResultNumber? {
      figure.map { ResultNumber(score: $0.value, plan) }
    }
    components = result.score.components.reduce(into: [:]) { $0[$1.key.rawValue] = score($1.value) }
    base = score(result.score.base)
    bonus = score(result.score.bonus)
    deduction = score(result.score.deduction)
    total = score(result.score.total)
    comparison = result.comparison.map { ResultNumber(score: $0, plan) }
    rank = result.rank
    suggestedGrade = result.suggestedGrade?.text
    finalGrade = result.finalGrade?.text
    sections = result.sections.reduce(into: [:]) { sections, section in
      sections[section.section.rawValue] = SectionRecord(
        rate: section.rate.map { ResultNumber(rate: $0.value, plan) }, rank: section.rank)
    }
  }

  enum CodingKeys: String, CodingKey {
    case components = "分项"
    case base = "基础分"
    case bonus = "加分"
    case deduction = "扣分"
    case total = "综合得分"
    case comparison = "比较值"
    case rank = "位次"
    case suggestedGrade = "建议等次"
    case finalGrade = "最终等次"
    case sections = "板块"
  }
}

private struct SectionRecord: Encodable {
  let rate: ResultNumber?
  let rank: Int?

  enum CodingKeys: String, CodingKey {
    case rate = "得分率"
    case rank = "位次"
  }
}

private struct PoolRecord: Encodable {
  let scope: String
  let unitIDs: [String]
  let base, quota: Int?
  let best, tied, finalBest: [String]?

  init(_ result: PoolResult) {
    scope = result.pool.scope
    unitIDs = result.pool.unitIDs
    base = result.pool.base
    quota = result.pool.quota
    best = result.pool.best
    tied = result.pool.tiedAcrossLine
    finalBest = result.finalBest
  }

  enum CodingKeys: String, CodingKey {
    case scope = "适用"
    case unitIDs = "单位"
    case base = "基数"
    case quota = "名额"
    case best = "建议首等"
    case tied = "线上并列"
    case finalBest = "最终首等"
  }
}

private struct StaffQuotaRecord: Encodable {
  let staffClass, group: String
  let base: ResultCount?
  let exact: ResultNumber?
  let quota: Int?
  let excellentIDs: [String]?

  init(_ quota: StaffQuota, _ plan: Plan) {
    staffClass = quota.staffClass.rawValue
    group = quota.group
    base = quota.base.map { ResultCount($0.value) { ResultNumber(score: $0, plan) } }
    exact = quota.exact.map { ResultNumber(score: $0.value, plan) }
    self.quota = quota.quota
    excellentIDs = quota.excellentIDs
  }

  enum CodingKeys: String, CodingKey {
    case staffClass = "类"
    case group = "组"
    case base = "基数"
    case exact = "精确"
    case quota = "名额"
    case excellentIDs = "名册优秀"
  }
}

private struct BonusesRecord: Encodable {
  let lines: [String: Line]
  let subtotals: [String: ResultNumber]
  let total, budget: ResultNumber?

  init(_ bonuses: Bonuses, _ plan: Plan) {
    lines = bonuses.lines.reduce(into: [:]) { $0[$1.cadreID] = Line($1, plan) }
    subtotals = bonuses.subtotals.mapValues { ResultNumber(money: $0.value, plan) }
    total = bonuses.total.map { ResultNumber(money: $0.value, plan) }
    budget = bonuses.budget.map { ResultNumber(money: $0.value, plan) }
  }

  enum CodingKeys: String, CodingKey {
    case lines = "行"
    case subtotals = "小计"
    case total = "合计"
    case budget = "预算"
  }

  struct Line: Encodable {
    let unitID: String
    let base: ResultCount?
    let unitCoefficient, personalCoefficient: ResultNumber?
    let months: Int?
    let addition, due: ResultNumber?

    init(_ line: BonusLine, _ plan: Plan) {
      unitID = line.unitID
      base = line.base.map { ResultCount($0.value) { ResultNumber(money: $0, plan) } }
      unitCoefficient = line.unitCoefficient.map { ResultNumber(coefficient: $0.value) }
      personalCoefficient = line.personalCoefficient.map { ResultNumber(coefficient: $0.value) }
      months = line.months
      addition = line.addition.map { ResultNumber(money: $0.value, plan) }
      due = line.due.map { ResultNumber(money: $0.value, plan) }
    }

    enum CodingKeys: String, CodingKey {
      case unitID = "单位编号"
      case base = "基数"
      case unitCoefficient = "单位系数"
      case personalCoefficient = "个人系数"
      case months = "在岗月数"
      case addition = "加项"
      case due = "应发"
    }
  }
}
