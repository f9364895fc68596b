// What became of last year's units; only for comparing years.

/// How a unit came to be what it is (「单位沿革」).
public struct UnitHistory: Sendable, Hashable {
  /// 「年度」.
  public let year: Int
  /// 「原单位编号」: 「无」 for a unit newly founded.
  public let formerID: String
  /// 「原单位名称」.
  public let formerName: String
  /// 「变更」.
  public let change: Change
  /// 「现单位编号」.
  public let currentID: String?
  /// 「生效日期」.
  public let effectiveOn: CalendarDate
  /// 「依据」.
  public let basis: String?
  /// Where it stands in the table.
  public let row: RowAddress

  package init(
    year: Int, formerID: String, formerName: String, change: Change, currentID: String?,
    effectiveOn: CalendarDate, basis: String?, row: RowAddress
  ) {
    self.year = year
    self.formerID = formerID
    self.formerName = formerName
    self.change = change
    self.currentID = currentID
    self.effectiveOn = effectiveOn
    self.basis = basis
    self.row = row
  }

  /// 「变更」.
  public enum Change: String, Sendable, Hashable, CaseIterable {
    case renamed = "更名"
    case merged = "合并"
    case split = "拆分"
    case abolished = "撤销"
    case founded = "新设"
    case transferred = "划转"
  }
}
