// Number, signer, recipients and secrecy of a document that is issued.

/// How a document is issued (「发文」).
public struct Issuance: Sendable, Hashable {
  /// 「文书」.
  public let document: DocumentName
  /// 「单位编号」: absent for all of that kind.
  public let unitID: String?
  /// 「发文字号」.
  public let number: String?
  /// 「签发人」.
  public let signer: String?
  /// 「主送」.
  public let mainRecipients: String?
  /// 「抄送」.
  public let copyRecipients: String?
  /// 「印发机关」.
  public let printingOffice: String?
  /// 「印发日期」.
  public let printedOn: CalendarDate?
  /// 「份数」.
  public let copies: Int?
  /// 「密级」.
  public let secrecyLevel: String?
  /// 「保密期限」.
  public let secrecyTerm: String?
  /// 「定密依据」.
  public let secrecyBasis: String?
  /// 「定密责任人」.
  public let secrecyOfficer: String?
  /// 「知悉范围」.
  public let audience: String?
  /// 「授权文号」.
  public let authorization: String?
  /// Where it stands in the table.
  public let row: RowAddress

  package init(
    document: DocumentName, unitID: String?, number: String?, signer: String?, mainRecipients: String?,
    copyRecipients: String?, printingOffice: String?, printedOn: CalendarDate?, copies: Int?,
    secrecyLevel: String?, secrecyTerm: String?, secrecyBasis: String?, secrecyOfficer: String?,
    audience: String?, authorization: String?, row: RowAddress
  ) {
    self.document = document
    self.unitID = unitID
    self.number = number
    self.signer = signer
    self.mainRecipients = mainRecipients
    self.copyRecipients = copyRecipients
    self.printingOffice = printingOffice
    self.printedOn = printedOn
    self.copies = copies
    self.secrecyLevel = secrecyLevel
    self.secrecyTerm = secrecyTerm
    self.secrecyBasis = secrecyBasis
    self.secrecyOfficer = secrecyOfficer
    self.audience = audience
    self.authorization = authorization
    self.row = row
  }
}
