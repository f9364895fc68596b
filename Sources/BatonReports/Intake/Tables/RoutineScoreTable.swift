// The columns of 「平时分数」, and how a row becomes a record.

import BatonAssessment

/// Table 「平时分数」.
enum RoutineScoreTable {
  static let unitID: Column<String> = .reference("单位编号", to: .units).required
  static let raterID: Column<String> = .reference("评分单位", to: .units).required
  static let period: Column<String> = .text("期次").required
  static let basis: Column<RoutineScore.Basis> = .choice("依据").required
  static let indicatorID: Column<String> = .reference("指标编号", to: .indicators)
  static let score: Column<ExactDecimal> = .number("得分", .score).required
  static let note: Column<String> = .text("说明")

  static let schema = TableSchema(
    .routineScores, key: [unitID.spec, raterID.spec, period.spec, basis.spec, indicatorID.spec],
    columns: [
      unitID.spec, raterID.spec, period.spec, basis.spec, indicatorID.spec, score.spec, note.spec,
    ])

  /// The record of a row, or `nil` if a cell that it can't do without is missing or unreadable.
  static func record(_ row: Row) -> RoutineScore? {
    guard let unitID = row[unitID], let raterID = row[raterID], let period = row[period],
      let basis = row[basis], let score = row[score]
    else { return nil }
    return RoutineScore(
      unitID: unitID, raterID: raterID, period: period, basis: basis, indicatorID: row[indicatorID],
      score: score, note: row[note], row: row.address)
  }
}
