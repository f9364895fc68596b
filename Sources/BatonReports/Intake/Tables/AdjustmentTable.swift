// The columns of 「加减分」, and how a row becomes a record.

import BatonAssessment

/// Table 「加减分」.
enum AdjustmentTable {
  static let id: Column<String> = .identifier("编号").required
  static let unitID: Column<String> = .reference("单位编号", to: .units).required
  static let kind: Column<Adjustment.Kind> = .choice("类型").required
  static let matterID: Column<String> = .identifier("事项编号").required
  static let matter: Column<String> = .text("事项").required
  static let level: Column<String> = .text("等级")
  static let points: Column<ExactDecimal> = .number("分值", .notNegative)
  static let basis: Column<String> = .text("依据").required
  static let date: Column<CalendarDate> = .date("日期").required
  static let recognition: Column<Adjustment.Recognition> = .choice("认定").required
  static let refusalReason: Column<String> = .text("不予认定原因")

  static let schema = TableSchema(
    .adjustments, key: [id.spec],
    columns: [
      id.spec, unitID.spec, kind.spec, matterID.spec, matter.spec, level.spec, points.spec, basis.spec,
      date.spec, recognition.spec, refusalReason.spec,
    ])

  /// The record of a row, or `nil` if a cell that it can't do without is missing or unreadable.
  static func record(_ row: Row) -> Adjustment? {
    guard let id = row[id], let unitID = row[unitID], let kind = row[kind], let matterID = row[matterID],
      let matter = row[matter], let basis = row[basis], let date = row[date],
      let recognition = row[recognition]
    else { return nil }
    return Adjustment(
      id: id, unitID: unitID, kind: kind, matterID: matterID, matter: matter, level: row[level],
      points: row[points], basis: basis, date: date, recognition: recognition,
      refusalReason: row[refusalReason], row: row.address)
  }
}
