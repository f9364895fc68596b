// plan.json: the plan as results read it, row by row.

internal import BatonAssessment

/// The plan's rows with the cells that they came from.
struct PlanRecord: Encodable {
  private let name, number: String?
  private let rows: [Row]

  init(_ year: AssessmentYear) {
    name = year.facts[.planName]
    number = year.facts[.planNumber]
    rows = year.plan.rows.map(Row.init)
  }

  private enum CodingKeys: String, CodingKey {
    case name = "考核方案名称"
    case number = "考核方案文号"
    case rows = "方案"
  }

  private struct Row: Encodable {
    let item: String
    let scope: String?
    let name, value: String
    let clause, note: String?
    let cell: String

    init(_ row: PlanRow) {
      item = row.item.rawValue
      scope = row.scope
      name = row.name
      value = row.value
      clause = row.clause
      note = row.note
      cell = row.valueCell.description
    }

    enum CodingKeys: String, CodingKey {
      case item = "项目"
      case scope = "适用"
      case name = "名称"
      case value = "数值"
      case clause = "条款"
      case note = "说明"
      case cell = "格"
    }
  }
}
