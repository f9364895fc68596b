// The columns of 「发文」, and how a row becomes a record.

import BatonAssessment

/// Table 「发文」.
enum IssuanceTable {
  static let document: Column<DocumentName> = .choice("文书").required
  static let unitID: Column<String> = .reference("单位编号", to: .units)
  static let number: Column<String> = .text("发文字号")
  static let signer: Column<String> = .text("签发人")
  static let mainRecipients: Column<String> = .text("主送")
  static let copyRecipients: Column<String> = .text("抄送")
  static let printingOffice: Column<String> = .text("印发机关")
  static let printedOn: Column<CalendarDate> = .date("印发日期")
  static let copies: Column<Int> = .integer("份数", in: 1...Int.max)
  static let secrecyLevel: Column<String> = .text("密级")
  static let secrecyTerm: Column<String> = .text("保密期限")
  static let secrecyBasis: Column<String> = .text("定密依据")
  static let secrecyOfficer: Column<String> = .text("定密责任人")
  static let audience: Column<String> = .text("知悉范围")
  static let authorization: Column<String> = .text("授权文号")

  static let schema = TableSchema(
    .issuances, key: [document.spec, unitID.spec],
    columns: [
      document.spec, unitID.spec, number.spec, signer.spec, mainRecipients.spec, copyRecipients.spec,
      printingOffice.spec, printedOn.spec, copies.spec, secrecyLevel.spec, secrecyTerm.spec,
      secrecyBasis.spec, secrecyOfficer.spec, audience.spec, authorization.spec,
    ])

  /// The record of a row, or `nil` if a cell that it can't do without is missing or unreadable.
  static func record(_ row: Row) -> Issuance? {
    guard let document = row[document]
    else { return nil }
    return Issuance(
      document: document, unitID: row[unitID], number: row[number], signer: row[signer],
      mainRecipients: row[mainRecipients], copyRecipients: row[copyRecipients],
      printingOffice: row[printingOffice], printedOn: row[printedOn], copies: row[copies],
      secrecyLevel: row[secrecyLevel], secrecyTerm: row[secrecyTerm], secrecyBasis: row[secrecyBasis],
      secrecyOfficer: row[secrecyOfficer], audience: row[audience], authorization: row[authorization],
      row: row.address)
  }
}
