// A result that bears on the bonus alone, not on the score.

/// A unit's result in an assessment of its own (「单项考核」).
public struct SingleItemResult: Sendable, Hashable {
  /// 「单位编号」.
  public let unitID: String
  /// 「单项」.
  public let item: String
  /// 「等次」.
  public let grade: String
  /// 「依据」.
  public let basis: String?
  /// Where it stands in the table.
  public let row: RowAddress

  package init(
    unitID: String, item: String, grade: String, basis: String?, row: RowAddress
  ) {
    self.unitID = unitID
    self.item = item
    self.grade = grade
    self.basis = basis
    self.row = row
  }
}
