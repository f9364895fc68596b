// The columns of 「年度」: one row an item.

import BatonAssessment

/// Table 「年度」.
enum YearFactTable {
  static let item: Column<YearFact.Item> = .choice("项目").required
  static let content: Column<String> = .text("内容").required

  static let schema = TableSchema(.year, key: [item.spec], columns: [item.spec, content.spec])

  /// The record of a row, or `nil` if a cell that it can't do without is missing or unreadable.
  static func record(_ row: Row) -> YearFact? {
    guard let item = row[item], let content = row[content] else { return nil }
    return YearFact(item: item, content: content, row: row.address)
  }
}
