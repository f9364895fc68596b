// The columns of 「突出问题」, and how a row becomes a record.

import BatonAssessment

/// Table 「突出问题」.
enum ProblemTable {
  static let id: Column<String> = .identifier("问题编号").required
  static let unitID: Column<String> = .reference("单位编号", to: .units).required
  static let category: Column<String> = .text("类别").required
  static let manifestation: Column<String> = .text("具体表现").required
  static let sources: Column<[Problem.Source]> = .choices("来源").required
  static let cause: Column<String> = .text("原因")
  static let measure: Column<String> = .text("整改措施").required
  static let responsible: Column<String> = .text("责任人").required
  static let deadline: Column<String> = .text("完成时限").required
  static let state: Column<Problem.State> = .choice("整改状态").required
  static let closedOn: Column<CalendarDate> = .date("销号日期")
  static let lastYearID: Column<String> = .identifier("上年问题编号")

  static let schema = TableSchema(
    .problems, key: [id.spec],
    columns: [
      id.spec, unitID.spec, category.spec, manifestation.spec, sources.spec, cause.spec, measure.spec,
      responsible.spec, deadline.spec, state.spec, closedOn.spec, lastYearID.spec,
    ])

  /// The record of a row, or `nil` if a cell that it can't do without is missing or unreadable.
  static func record(_ row: Row) -> Problem? {
    guard let id = row[id], let unitID = row[unitID], let category = row[category]
    else { return nil }
    return Problem(
      id: id, unitID: unitID, category: category, manifestation: row[manifestation],
      sources: row[sources] ?? [], cause: row[cause], measure: row[measure], responsible: row[responsible],
      deadline: row[deadline], state: row[state], closedOn: row[closedOn], lastYearID: row[lastYearID],
      row: row.address)
  }
}
