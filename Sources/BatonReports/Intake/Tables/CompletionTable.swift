// The columns of 「指标完成」, and how a row becomes a record.

import BatonAssessment

/// Table 「指标完成」.
enum CompletionTable {
  static let unitID: Column<String> = .reference("单位编号", to: .units).required
  static let indicatorID: Column<String> = .reference("指标编号", to: .indicators).required
  static let value: Column<Completion.Value> = .outcome("完成值").required
  static let score: Column<ExactDecimal> = .number("考核组评分", .notNegative)
  static let method: Column<Completion.Method> = .choice("方式").required
  static let evidence: Column<String> = .text("佐证").required
  static let date: Column<CalendarDate> = .date("日期")
  static let deductionReason: Column<String> = .text("扣分原因")

  static let schema = TableSchema(
    .completions, key: [unitID.spec, indicatorID.spec],
    columns: [
      unitID.spec, indicatorID.spec, value.spec, score.spec, method.spec, evidence.spec, date.spec,
      deductionReason.spec,
    ])

  /// The record of a row, or `nil` if a cell that it can't do without is missing or unreadable.
  static func record(_ row: Row) -> Completion? {
    guard let unitID = row[unitID], let indicatorID = row[indicatorID], let value = row[value],
      let method = row[method]
    else { return nil }
    return Completion(
      unitID: unitID, indicatorID: indicatorID, value: value, score: row[score], method: method,
      evidence: row[evidence], date: row[date], deductionReason: row[deductionReason], row: row.address)
  }
}
