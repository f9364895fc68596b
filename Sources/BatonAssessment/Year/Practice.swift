// A practice worth telling others of.

/// A good practice of a unit (「经验做法」).
public struct Practice: Sendable, Hashable {
  /// 「编号」.
  public let id: String
  /// 「单位编号」.
  public let unitID: String
  /// 「标题」.
  public let title: String?
  /// 「背景」.
  public let background: String?
  /// 「做法」.
  public let method: String?
  /// 「成效」.
  public let effect: String?
  /// 「启示」.
  public let insight: String?
  /// 「可推广」.
  public let isReplicable: Bool
  /// Where it stands in the table.
  public let row: RowAddress

  package init(
    id: String, unitID: String, title: String?, background: String?, method: String?, effect: String?,
    insight: String?, isReplicable: Bool, row: RowAddress
  ) {
    self.id = id
    self.unitID = unitID
    self.title = title
    self.background = background
    self.method = method
    self.effect = effect
    self.insight = insight
    self.isReplicable = isReplicable
    self.row = row
  }
}
