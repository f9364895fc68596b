// Who may see what, written down once more and independently: from rows of tables to the marks that a
// document must show. It states the last section of the workbook's description, not the program's way there.

import BatonAssessment
import BatonReports

extension MarkedCounty {
  /// The marks that a document must show; it may show no other.
  func expectedMarks(in document: PlannedDocument) -> Set<String> {
    let unit = document.unitID ?? ""
    func own(_ row: Row) -> Bool { row["单位编号"] == unit }
    func fact(_ names: String...) -> Set<String> { marks(.year, ["内容"]) { names.contains($0["项目"]) } }
    func unitNames(_ headings: String..., where fits: (Row) -> Bool) -> Set<String> {
      marks(.units, headings, where: fits)
    }
    let finding = ["具体表现", "原因", "整改措施", "责任人", "完成时限"]
    switch document.kind {
    case .completionReport:
      return fact("考核方案名称", "考核方案文号") + unitNames("单位全称", "单位简称", where: own)
        + marks(.indicators, ["指标名称", "计量单位"]) { applies($0, to: unit) }
        + marks(.completions, ["扣分原因"], where: own)
        + marks(.writtenMaterials, ["标题", "内容"]) { own($0) && $0["文书"] == "目标任务完成情况报告" }
        + marks(.problems, ["具体表现"], where: own)
    case .twoEndsList:
      let judged = Set(rows[.judgements, default: []].map { $0["编号"] })
      let cadres = rows[.cadres, default: []].filter { judged.contains($0["人员编号"]) }
      let theirUnits = Set(cadres.map { $0["单位编号"] })
      return fact("县名", "内部标注") + copyMarks(of: document)
        + marks(.judgements, ["表现", "依据"]) + unitNames("单位全称") { judged.contains($0["单位编号"]) }
        + unitNames("单位简称") { theirUnits.contains($0["单位编号"]) }
        + marks(.cadres, ["姓名", "职务"]) { judged.contains($0["人员编号"]) }
    case .problemFindings:
      let units = Set(rows[.problems, default: []].map { $0["单位编号"] })
      return fact("县名", "主办单位") + marks(.problems, finding)
        + unitNames("单位简称") { units.contains($0["单位编号"]) }
    case .unitProblemFindings:
      return fact("主办单位") + unitNames("单位全称", where: own) + marks(.problems, finding, where: own)
    case .practiceSummaries:
      let shown = rows[.practices, default: []].filter { $0["可推广"] == "是" }
      let units = Set(shown.map { $0["单位编号"] })
      return fact("县名", "主办单位") + unitNames("单位全称") { units.contains($0["单位编号"]) }
        + marks(.practices, ["标题", "背景", "做法", "成效", "启示"]) { $0["可推广"] == "是" }
    case .teamDebrief:
      return unitNames("单位全称", where: own)
        + marks(.teamDebriefs, ["内容", "指标", "责任人", "完成时限"], where: own)
    case .cadreDebrief:
      func themselves(_ row: Row) -> Bool { row["人员编号"] == document.cadreID }
      return unitNames("单位全称", where: own) + marks(.cadres, ["姓名", "职务"], where: themselves)
        + marks(.cadreDebriefs, ["标题", "内容"], where: themselves)
    case .talkOutline:
      return unitNames("单位全称", where: own) + marks(.talkOutline, ["建议问法", "追问"])
        + marks(.groups, ["姓名"]) { $0["组号"] == group(of: unit) && ["组长", "副组长"].contains($0["职责"]) }
    case .talkRecords:
      let talks = rows[.talks, default: []].filter(own)
      let talkers = Set(talks.flatMap { $0["谈话人"].split(separator: "、").map(String.init) })
      let recommended = Set(talks.flatMap { $0["推荐人员"].split(separator: "、").map(String.init) })
      // What the rows of a talk share is shown once, from the first of them.
      let shared = Dictionary(grouping: talks) { $0["谈话编号"] }.values.compactMap(\.first)
        .flatMap { row in ["记录人", "起止时间", "地点"].compactMap { row.marks[$0] } }
      return fact("内部标注") + unitNames("单位全称", where: own)
        + copyMarks(of: document)
        + marks(.talks, ["内容"], where: own) + shared
        + marks(.groups, ["姓名"]) { talkers.contains($0["姓名"]) }
        + marks(.cadres, ["姓名"]) { recommended.contains($0["人员编号"]) }
    case .feedback:
      return fact("主办单位", "考核方案名称", "考核方案文号", "审定会议", "联系人", "联系电话")
        + marks(.issuances, ["发文字号", "主送", "抄送"], where: own)
        + marks(.writtenMaterials, ["标题", "内容"]) { own($0) && $0["文书"] == "反馈意见书" }
        + marks(.problems, ["具体表现"], where: own)
    case .circular:
      return fact("主办单位", "发文机关标志", "考核方案名称", "考核方案文号", "考核领导机构", "审定会议")
        + unitNames("单位全称") { $0["参评方式"] == "参评" } + issued("考核结果通报")
        + marks(.writtenMaterials, ["标题", "内容"]) { $0["文书"] == "考核结果通报" }
    case .countyReport:
      let shown = rows[.practices, default: []].filter { $0["可推广"] == "是" }
      let units = Set(shown.map { $0["单位编号"] })
      return fact("主办单位", "发文机关标志", "考核方案名称", "考核方案文号", "审定会议", "动员培训内容")
        + issued("全县考核情况报告", "签发人") + unitNames("单位全称") { units.contains($0["单位编号"]) }
        + marks(.practices, ["标题"]) { $0["可推广"] == "是" }
        + marks(.writtenMaterials, ["标题", "内容"]) { $0["文书"] == "全县考核情况报告" }
    case .scoreTable:
      return fact("县名", "主办单位") + unitNames("单位简称") { $0["参评方式"] != "不参评" }
        + marks(.adjustments, ["事项", "依据", "不予认定原因"])
    case .commitmentLedger:
      let listed = Set(rows[.commitments, default: []].filter { $0["动态"] != "退出" }.map { $0["人员编号"] })
      let left = Set(rows[.commitments, default: []].filter { $0["动态"] == "退出" }.map { $0["人员编号"] })
      let theirUnits = Set(
        rows[.cadres, default: []].filter { listed.contains($0["人员编号"]) }.map { $0["单位编号"] })
      return fact("县名", "主办单位") + unitNames("单位简称") { theirUnits.contains($0["单位编号"]) }
        + marks(.commitments, ["主要事迹", "纪检意见"]) { listed.contains($0["人员编号"]) }
        + marks(.cadres, ["姓名", "性别", "政治面貌", "职务"]) { listed.contains($0["人员编号"]) }
        + marks(.cadres, ["姓名"]) { left.contains($0["人员编号"]) }
    case .bonusTable:
      let paid = rows[.cadres, default: []].filter { ["公务员", "参公"].contains($0["身份"]) }
      let units = Set(paid.map { $0["单位编号"] })
      return fact("县名", "主办单位", "奖金办法名称", "奖金办法文号")
        + unitNames("单位全称") { units.contains($0["单位编号"]) }
        + marks(.cadres, ["姓名"]) { ["公务员", "参公"].contains($0["身份"]) }
    case .awardList:
      func isAwarded(_ row: Row) -> Bool { ["公务员", "参公"].contains(row["身份"]) && row["本年等次"] == "优秀" }
      let units = Set(rows[.cadres, default: []].filter(isAwarded).map { $0["单位编号"] })
      return fact("县名", "主办单位") + unitNames("单位简称") { units.contains($0["单位编号"]) }
        + marks(.cadres, ["姓名", "职务"], where: isAwarded)
    }
  }

  /// What stands at the head and at the foot of a document that goes out under a number.
  private func issued(_ document: String, _ more: String...) -> Set<String> {
    marks(.issuances, ["发文字号", "主送", "抄送", "印发机关"] + more) { $0["文书"] == document }
  }

  /// Whose copy it is.
  private func copyMarks(of document: PlannedDocument) -> Set<String> {
    marks(.distributions, ["领取人", "职务"]) { row in
      row["文书"] == document.kind.name.rawValue && row["份号"] == document.copyNumber.map(String.init)
    }
  }

  private func group(of unit: String) -> String {
    rows[.units, default: []].first { $0["单位编号"] == unit }?["考核组"] ?? ""
  }

  private func applies(_ indicator: Row, to unit: String) -> Bool {
    let category = rows[.units, default: []].first { $0["单位编号"] == unit }?["类别"] ?? ""
    return indicator["适用"].split(separator: "、").contains { $0 == unit || $0 == category }
  }
}

private func + (left: Set<String>, right: some Sequence<String>) -> Set<String> { left.union(right) }
