// What only the results can tell, said at the cells that would have to change.

import BatonAssessment
import BatonDiagnostics

/// Turns what results say against the data into faults.
struct ResultRules {
  private let year: AssessmentYear
  private let plan: Plan

  init(_ year: AssessmentYear) {
    self.year = year
    plan = year.plan
  }

  func faults(_ findings: [ResultFinding]) -> [IntakeFault] { findings.flatMap(faults) }

  private func faults(_ finding: ResultFinding) -> [IntakeFault] {
    switch finding {
    case .openTie(let unitID): fault(at: unitID, openTie)
    case .confirmedAcrossRedLine(let unitID): fault(at: unitID, redLine)
    case .beyondQuota(let scope, let best, let confirmed, let quota):
      beyondQuota(scope, best, confirmed, quota)
    case .beyondCountyLimit(let count, let participants): beyondLimit(count, participants)
    case .staffBeyondQuota(let quota): staffBeyondQuota(quota)
    case .staffBeyondLimit(let quota): staffBeyondLimit(quota)
    case .beyondBudget(let total): beyondBudget(total)
    case .bonusLacks(let cadreID, let heading): bonusLacks(cadreID, heading)
    case .negativeCoefficient(let unitID): fault(at: unitID, negativeCoefficient)
    case .noSubstitute(let unitID, let component): fault(at: unitID) { noSubstitute($0, component) }
    case .noWeightLeft(let unitID): fault(at: unitID, noWeightLeft)
    case .tooFewBallots(let component, let unitIDs): tooFewBallots(component, unitIDs)
    }
  }

  private func fault(at unitID: String, _ fault: (Unit) -> IntakeFault) -> [IntakeFault] {
    year.unit(unitID).map { [fault($0)] } ?? []
  }

  // MARK: Grades of units

  private func openTie(_ unit: Unit) -> IntakeFault {
    IntakeFault(
      .openTie, at: unit.row.cell(UnitTable.confirmedGrade.heading),
      found: "「\(unit.shortName)」与别的单位完全并列，跨过了名额线，还没有「审定等次」",
      expected: "并列的每一家都由会议审定等次", fix: "填写「审定等次」和「审定依据」", blocks: .usingScores)
  }

  private func redLine(_ unit: Unit) -> IntakeFault {
    let lines = year.adjustments.filter {
      $0.unitID == unit.id && $0.kind == .redLine && $0.recognition == .recognized
    }
    return IntakeFault(
      .redLineCrossed, at: unit.row.cell(UnitTable.confirmedGrade.heading),
      with: lines.map { $0.row.cell(AdjustmentTable.recognition.heading) },
      found: "「\(unit.shortName)」触了红线，「审定等次」写的是「\(unit.confirmedGrade ?? "")」",
      expected: "触红线的单位不得确定为首等", fix: "改成第二等以下，或核对红线的认定", blocks: .usingScores)
  }

  private func beyondQuota(
    _ scope: String, _ best: [String], _ confirmed: [String], _ quota: Int
  ) -> [IntakeFault] {
    let cells = confirmed.compactMap(year.unit).map { $0.row.cell(UnitTable.confirmedGrade.heading) }
    guard let first = cells.first else { return [] }
    return [
      IntakeFault(
        .overQuota, at: first, with: Array(cells.dropFirst()), found: "「\(scope)」的首等有 \(best.count) 个",
        expected: "名额是 \(quota) 个，审定也不得突破", fix: "减少审定为首等的单位", blocks: .usingScores)
    ]
  }

  private func beyondLimit(_ count: Int, _ participants: Int) -> [IntakeFault] {
    guard let limit = plan.rows(of: .excellentUnitLimit).first else { return [] }
    return [
      IntakeFault(
        .overLimit, at: limit.valueCell,
        found: "全县首等 \(count) 个，参评单位 \(participants) 个",
        expected: "首等不应超过参评单位的 \(limit.number?.description ?? "")%",
        fix: "核对「单位优秀比例」「单位名额取整」和审定等次", blocks: .usingScores,
        decision: PlanDecision(item: limit.item, scope: limit.scope, name: limit.name))
    ]
  }

  // MARK: Exemptions and ballots

  private func noSubstitute(_ unit: Unit, _ component: Component) -> IntakeFault {
    IntakeFault(
      .missingScore, at: unit.row.cell(UnitTable.exemptComponents.heading),
      found: "「\(unit.shortName)」免评「\(component.rawValue)」，同序列没有一家有这一项",
      expected: "「免评处理」取序列平均时，同序列至少一家有分", fix: "核对免评分项，或改方案「免评处理」", blocks: .usingScores,
      subject: .init(unitID: unit.id))
  }

  private func noWeightLeft(_ unit: Unit) -> IntakeFault {
    IntakeFault(
      .missingScore, at: unit.row.cell(UnitTable.exemptComponents.heading),
      found: "「\(unit.shortName)」除免评的分项外，其余权重合计是 0", expected: "其余权重合计应大于 0",
      fix: "核对免评分项和方案「权重」", blocks: .usingScores, subject: .init(unitID: unit.id))
  }

  private func tooFewBallots(_ component: Component, _ unitIDs: [String]) -> [IntakeFault] {
    let cells = unitIDs.compactMap { unitID in
      component == .leaders
        ? year.leaderBallots.first { $0.unitID == unitID }?.row.cell(LeaderBallotTable.unitID.heading)
        : year.peerScores.first { $0.unitID == unitID }?.row.cell(PeerScoreTable.unitID.heading)
    }
    guard let first = cells.first else { return [] }
    let names = unitIDs.compactMap { year.unit($0)?.shortName }
    return [
      IntakeFault(
        .tooFewBallots, .warning, at: first, with: Array(cells.dropFirst()),
        found: "「\(component.rawValue)」票数不足起算票数的单位有 \(names.count) 个：\(names.joined(separator: "、"))",
        expected: "不足起算票数的不去极值，全部计入", fix: "核对票数；确是这么多就不必改", blocks: [])
    ]
  }

  // MARK: Staff and money

  private static let staffDocuments: [DocumentName] = [.bonusTable, .awardList]

  private func title(of quota: StaffQuota) -> String {
    let group = year.unit(quota.group)?.shortName ?? quota.group
    return "「\(group)」\(quota.staffClass.rawValue)"
  }

  private func staffBeyondQuota(_ quota: StaffQuota) -> [IntakeFault] {
    let cells = (quota.excellentIDs ?? []).compactMap(year.cadre).map {
      $0.row.cell(CadreTable.grade.heading)
    }
    guard let first = cells.first, let whole = quota.quota else { return [] }
    return [
      IntakeFault(
        .overQuota, at: first, with: Array(cells.dropFirst()),
        found: "\(title(of: quota))名册里本年优秀的有 \(cells.count) 人", expected: "评优名额是 \(whole) 人",
        fix: "减少本年等次为「优秀」的人", blocks: Self.staffDocuments)
    ]
  }

  private func staffBeyondLimit(_ quota: StaffQuota) -> [IntakeFault] {
    guard let limit = plan.row(.excellentStaffLimit, quota.staffClass.rawValue), let whole = quota.quota,
      let base = quota.base?.value
    else { return [] }
    return [
      IntakeFault(
        .overLimit, .warning, at: limit.valueCell,
        found: "\(title(of: quota))的评优名额 \(whole)，基数 \(base.decimalText)",
        expected: "名额不应超过基数的 \(limit.number?.description ?? "")%", fix: "核对方案「评优比例」「评优名额取整」", blocks: [])
    ]
  }

  private func beyondBudget(_ total: Rational) -> [IntakeFault] {
    guard let budget = plan.row(.bonuses, "预算") else { return [] }
    return [
      IntakeFault(
        .overBudget, at: budget.valueCell, found: "应发合计 \(total.decimalText) 元，预算 \(budget.value) 元",
        expected: "合计不应超过预算", fix: "调整预算或奖金基数、系数", blocks: [.bonusTable],
        decision: PlanDecision(item: budget.item, scope: budget.scope, name: budget.name))
    ]
  }

  private func bonusLacks(_ cadreID: String, _ heading: String) -> [IntakeFault] {
    guard let cadre = year.cadre(cadreID) else { return [] }
    return [
      IntakeFault(
        .missingValue, at: cadre.row.cell(heading), found: "「\(heading)」是空的",
        expected: "发放身份内的人员算奖金须有「\(heading)」", fix: "填写「\(heading)」", blocks: [.bonusTable],
        subject: .init(unitID: cadre.unitID, cadreID: cadreID))
    ]
  }

  private func negativeCoefficient(_ unit: Unit) -> IntakeFault {
    let results = year.singleItems.filter { $0.unitID == unit.id }
    let cells = results.map { $0.row.cell(SingleItemResultTable.grade.heading) }
    return IntakeFault(
      .outOfRange, at: cells.first ?? unit.row.cell(UnitTable.id.heading), with: Array(cells.dropFirst()),
      found: "「\(unit.shortName)」的单位系数加上单项系数后是负数", expected: "单位系数不得为负",
      fix: "核对「单项考核」和方案的单项系数", blocks: [.bonusTable], subject: .init(unitID: unit.id))
  }
}

extension [DocumentName] {
  /// The documents that scores, ranks and grades enter.
  static let usingScores = DocumentName.allCases.filter {
    $0.tables.isSuperset(of: Table.scoring)
  }
}
