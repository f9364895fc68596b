// The columns of 「分发」, and how a row becomes a record.

import BatonAssessment

/// Table 「分发」.
enum DistributionTable {
  static let document: Column<DocumentName> = .choice("文书").required
  static let copyNumber: Column<Int> = .integer("份号", in: 1...Int.max).required
  static let recipient: Column<String> = .text("领取人").required
  static let post: Column<String> = .text("职务").required

  static let schema = TableSchema(
    .distributions, key: [document.spec, copyNumber.spec],
    columns: [
      document.spec, copyNumber.spec, recipient.spec, post.spec,
    ])

  /// The record of a row, or `nil` if a cell that it can't do without is missing or unreadable.
  static func record(_ row: Row) -> Distribution? {
    guard let document = row[document], let copyNumber = row[copyNumber]
    else { return nil }
    return Distribution(
      document: document, copyNumber: copyNumber, recipient: row[recipient], post: row[post], row: row.address
    )
  }
}
