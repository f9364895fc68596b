// A question that the outline suggests for one of the seven points.

/// A question of the outline for talks (「谈话提纲」).
public struct TalkQuestion: Sendable, Hashable {
  /// 「要点」.
  public let point: TalkPoint
  /// 「序号」.
  public let number: Int
  /// 「建议问法」.
  public let question: String?
  /// 「追问」.
  public let followUp: String?
  /// Where it stands in the table.
  public let row: RowAddress

  package init(
    point: TalkPoint, number: Int, question: String?, followUp: String?, row: RowAddress
  ) {
    self.point = point
    self.number = number
    self.question = question
    self.followUp = followUp
    self.row = row
  }
}
