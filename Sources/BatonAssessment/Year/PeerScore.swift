// What one unit gave another.

/// What one unit gave another (「互评」).
public struct PeerScore: Sendable, Hashable {
  /// 「评分单位」.
  public let raterID: String
  /// 「单位编号」.
  public let unitID: String
  /// 「得分」: out of 100.
  public let score: ExactDecimal
  /// Where it stands in the table.
  public let row: RowAddress

  package init(
    raterID: String, unitID: String, score: ExactDecimal, row: RowAddress
  ) {
    self.raterID = raterID
    self.unitID = unitID
    self.score = score
    self.row = row
  }
}
