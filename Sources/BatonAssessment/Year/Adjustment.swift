// A bonus, a deduction, or a red line that was crossed.

/// A bonus, a deduction or a red line (「加减分」).
public struct Adjustment: Sendable, Hashable {
  /// 「编号」.
  public let id: String
  /// 「单位编号」.
  public let unitID: String
  /// 「类型」.
  public let kind: Kind
  /// 「事项编号」: rows of one matter count once, at their highest.
  public let matterID: String
  /// 「事项」.
  public let matter: String
  /// 「等级」.
  public let level: String?
  /// 「分值」: the standard points if absent.
  public let points: ExactDecimal?
  /// 「依据」.
  public let basis: String
  /// 「日期」.
  public let date: CalendarDate
  /// 「认定」.
  public let recognition: Recognition
  /// 「不予认定原因」.
  public let refusalReason: String?
  /// Where it stands in the table.
  public let row: RowAddress

  package init(
    id: String, unitID: String, kind: Kind, matterID: String, matter: String, level: String?,
    points: ExactDecimal?, basis: String, date: CalendarDate, recognition: Recognition,
    refusalReason: String?, row: RowAddress
  ) {
    self.id = id
    self.unitID = unitID
    self.kind = kind
    self.matterID = matterID
    self.matter = matter
    self.level = level
    self.points = points
    self.basis = basis
    self.date = date
    self.recognition = recognition
    self.refusalReason = refusalReason
    self.row = row
  }

  /// 「类型」.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case bonus = "加分"
    case deduction = "扣分"
    case redLine = "红线"
  }

  /// 「认定」.
  public enum Recognition: String, Sendable, Hashable, CaseIterable {
    case recognized = "认定"
    case refused = "不予认定"
  }
}
