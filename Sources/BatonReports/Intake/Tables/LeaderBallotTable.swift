// The columns of 「县领导评分」, and how a row becomes a record.

import BatonAssessment

/// Table 「县领导评分」.
enum LeaderBallotTable {
  static let ballotID: Column<String> = .identifier("票号").required
  static let kind: Column<String> = .text("票类")
  static let unitID: Column<String> = .reference("单位编号", to: .units).required
  static let score: Column<ExactDecimal> = .number("得分", .score).required

  static let schema = TableSchema(
    .leaderBallots, key: [ballotID.spec, unitID.spec],
    columns: [
      ballotID.spec, kind.spec, unitID.spec, score.spec,
    ])

  /// The record of a row, or `nil` if a cell that it can't do without is missing or unreadable.
  static func record(_ row: Row) -> LeaderBallot? {
    guard let ballotID = row[ballotID], let unitID = row[unitID], let score = row[score]
    else { return nil }
    return LeaderBallot(
      ballotID: ballotID, kind: row[kind], unitID: unitID, score: score, row: row.address)
  }
}
