// One score on one unsigned ballot.

/// A score on an unsigned ballot of a county leader (「县领导评分」).
public struct LeaderBallot: Sendable, Hashable {
  /// 「票号」.
  public let ballotID: String
  /// 「票类」.
  public let kind: String?
  /// 「单位编号」.
  public let unitID: String
  /// 「得分」: out of 100.
  public let score: ExactDecimal
  /// Where it stands in the table.
  public let row: RowAddress

  package init(
    ballotID: String, kind: String?, unitID: String, score: ExactDecimal, row: RowAddress
  ) {
    self.ballotID = ballotID
    self.kind = kind
    self.unitID = unitID
    self.score = score
    self.row = row
  }
}
