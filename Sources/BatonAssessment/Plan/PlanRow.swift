// One decision of the plan, with the clause that it comes from.

/// A row of 「方案」.
public struct PlanRow: Sendable, Hashable {
  /// 「项目」
  public let item: PlanItem
  /// 「适用」; `nil` for all.
  public let scope: String?
  /// 「名称」
  public let name: String
  /// 「数值」 as written: a number, a word of a closed list, or a list.
  public let value: String
  /// 「条款」
  public let clause: String?
  /// 「说明」
  public let note: String?
  /// Where it stands in the table.
  public let row: RowAddress

  package init(
    item: PlanItem, scope: String?, name: String, value: String, clause: String?, note: String?,
    row: RowAddress
  ) {
    self.item = item
    self.scope = scope
    self.name = name
    self.value = value
    self.clause = clause
    self.note = note
    self.row = row
  }

  /// The value as a number: percentages as what stands before the sign.
  public var number: ExactDecimal? {
    ExactDecimal(value.last == "%" ? String(value.dropLast()) : value)
  }
}
