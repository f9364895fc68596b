// 「突出问题」「经验做法」: categories of the plan, and statements that say something one can check.

import BatonAssessment
import BatonDiagnostics

enum FindingRules {
  static func check(_ workbook: Workbook) -> [IntakeFault] {
    workbook.rows(.problems).flatMap { category(of: $0, under: workbook.plan) + vagueness(of: $0) }
      + workbook.rows(.practices).flatMap(unproven)
  }

  private static func category(of row: Row, under plan: Plan?) -> [IntakeFault] {
    let names = plan?.names(of: .problemCategories) ?? []
    guard let category = row[ProblemTable.category], !names.isEmpty, !names.contains(category) else {
      return []
    }
    let nearest = Suggestion.nearest(to: category, among: names)
    return [
      row.fault(
        .notInPlan, at: ProblemTable.category, found: "「类别」写的是「\(category)」",
        expected: "方案「问题类别」是\(names.map { "「\($0)」" }.joined(separator: "、"))",
        fix: nearest.map { "是不是想写「\($0)」" } ?? "用方案里的名称")
    ]
  }

  private static func vagueness(of row: Row) -> [IntakeFault] {
    guard let text = row[ProblemTable.manifestation], !text.hasNumber else { return [] }
    return [
      row.fault(
        .vagueStatement, .warning, at: ProblemTable.manifestation, found: "「具体表现」里没有数字或日期",
        expected: "问题应写得可以核对",
        fix: "写明时间、数量")
    ]
  }

  /// Words by which an effect is vouched for from above.
  private static let vouchers = ["肯定", "表彰", "推广", "批示", "通报表扬", "典型", "荣誉", "示范", "命名", "《"]

  private static func unproven(_ row: Row) -> [IntakeFault] {
    guard let text = row[PracticeTable.effect], !text.hasNumber, !vouchers.contains(where: text.contains)
    else {
      return []
    }
    return [
      row.fault(
        .vagueStatement, .warning, at: PracticeTable.effect, found: "「成效」里没有数字，也没有肯定的出处",
        expected: "成效应有数据或出处", fix: "写明数据，或写明被谁、以什么形式肯定")
    ]
  }
}

extension String {
  /// Whether it holds a digit or a Chinese numeral; words that only sound like counting say nothing.
  fileprivate var hasNumber: Bool {
    Self.uncounted.reduce(self) { $0.replacing($1, with: "") }.contains { $0.isNumber }
  }

  private static let uncounted = [
    "进一步", "一些", "一定", "一般", "统一", "一直", "一致", "一是", "二是", "三是", "四是", "唯一", "一方面", "一体", "一线", "一起", "一律",
    "三农",
    "千方百计", "一把手",
  ]
}
