// How a unit's own staff voted: counts only, nobody's vote.

/// The count of a unit's staff ballots (「人员测评」).
public struct StaffBallot: Sendable, Hashable {
  /// 「单位编号」.
  public let unitID: String
  /// 「票类」.
  public let kind: String?
  /// 「发出票」.
  public let issued: Int
  /// 「收回票」.
  public let returned: Int
  /// 「优秀」.
  public let excellent: Int
  /// 「良好」.
  public let good: Int
  /// 「一般」.
  public let fair: Int
  /// 「较差」.
  public let poor: Int
  /// 「弃权」.
  public let abstained: Int
  /// 「废票」.
  public let invalid: Int
  /// Where it stands in the table.
  public let row: RowAddress

  package init(
    unitID: String, kind: String?, issued: Int, returned: Int, excellent: Int, good: Int, fair: Int,
    poor: Int, abstained: Int, invalid: Int, row: RowAddress
  ) {
    self.unitID = unitID
    self.kind = kind
    self.issued = issued
    self.returned = returned
    self.excellent = excellent
    self.good = good
    self.fair = fair
    self.poor = poor
    self.abstained = abstained
    self.invalid = invalid
    self.row = row
  }

  /// The ballots that count: without abstentions and invalid ones.
  public var counted: Int { excellent + good + fair + poor }
}
