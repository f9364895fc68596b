// 「单项考核」: the plan has a coefficient for every result.

import BatonAssessment

enum SingleItemRules {
  private typealias Item = SingleItemResultTable

  static func check(_ workbook: Workbook) -> [IntakeFault] {
    guard let plan = workbook.plan else { return [] }
    let known = Set(plan.rows(of: .bonuses).filter { $0.name == "单项系数" }.compactMap(\.scope))
    return workbook.rows(.singleItems).compactMap { row in
      guard let item = row[Item.item], let grade = row[Item.grade], !known.contains("\(item)·\(grade)") else {
        return nil
      }
      return row.fault(
        .notInPlan, at: Item.grade, with: [row.cell(Item.item)], found: "方案没有「\(item)·\(grade)」的单项系数",
        expected: "每个单项的每个等次都要有系数", fix: "在方案里补一行：项目「奖金」、适用「\(item)·\(grade)」、名称「单项系数」")
    }
  }
}
