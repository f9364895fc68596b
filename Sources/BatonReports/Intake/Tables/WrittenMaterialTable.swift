// The columns of 「撰写材料」, and how a row becomes a record.

import BatonAssessment

/// Table 「撰写材料」.
enum WrittenMaterialTable {
  static let document: Column<DocumentName> = .choice("文书").required
  static let unitID: Column<String> = .reference("单位编号", to: .units)
  static let part: Column<String> = .text("部分").required
  static let number: Column<Int> = .integer("序号", in: 1...Int.max).required
  static let title: Column<String> = .text("标题")
  static let content: Column<String> = .text("内容").required

  static let schema = TableSchema(
    .writtenMaterials, key: [document.spec, unitID.spec, part.spec, number.spec],
    columns: [
      document.spec, unitID.spec, part.spec, number.spec, title.spec, content.spec,
    ])

  /// The record of a row, or `nil` if a cell that it can't do without is missing or unreadable.
  static func record(_ row: Row) -> WrittenMaterial? {
    guard let document = row[document], let part = row[part], let number = row[number]
    else { return nil }
    return WrittenMaterial(
      document: document, unitID: row[unitID], part: part, number: number, title: row[title],
      content: row[content], row: row.address)
  }
}
