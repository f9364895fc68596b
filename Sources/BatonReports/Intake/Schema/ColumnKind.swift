// What a column's cells may hold.

/// The type of a column.
enum ColumnKind: Sendable, Hashable {
  case text
  case integer(ClosedRange<Int>)
  case number(NumberRange)
  case date
  /// 是/否, also √, Y/N, 1/0.
  case flag
  /// One of a closed list.
  case choice([String])
  /// Several of a closed list, joined by 「、」.
  case choices([String])
  /// Several, joined by 「、」.
  case list
  /// A number, or 完成/未完成.
  case outcome
  /// A value of the plan: text, and of a number also whether it is shown as a percentage.
  case planValue

  /// What numbers a column takes.
  enum NumberRange: Sendable, Hashable {
    case notNegative
    /// 0～100.
    case score
  }
}
