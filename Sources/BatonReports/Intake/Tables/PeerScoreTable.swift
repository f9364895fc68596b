// The columns of 「互评」, and how a row becomes a record.

import BatonAssessment

/// Table 「互评」.
enum PeerScoreTable {
  static let raterID: Column<String> = .reference("评分单位", to: .units).required
  static let unitID: Column<String> = .reference("单位编号", to: .units).required
  static let score: Column<ExactDecimal> = .number("得分", .score).required

  static let schema = TableSchema(
    .peerScores, key: [raterID.spec, unitID.spec],
    columns: [
      raterID.spec, unitID.spec, score.spec,
    ])

  /// The record of a row, or `nil` if a cell that it can't do without is missing or unreadable.
  static func record(_ row: Row) -> PeerScore? {
    guard let raterID = row[raterID], let unitID = row[unitID], let score = row[score]
    else { return nil }
    return PeerScore(
      raterID: raterID, unitID: unitID, score: score, row: row.address)
  }
}
