// 发文: what stands at the head and at the foot of a document that goes out under a number.

import BatonAssessment
internal import BatonTemplate

/// Number, signer, recipients and secrecy of an issued document.
struct IssueNote: Encodable, Sendable {
  @OrNone var mark: String?
  @OrNone var number: String?
  @OrNone var signer: String?
  @OrNone var mainRecipients: String?
  @OrNone var copyRecipients: String?
  @OrNone var printingOffice: String?
  @OrNone var printedOn: CalendarDate?
  /// 「秘密★1年」; none unless all grounds for it are given.
  @OrNone var secrecy: String?

  static let shape: DataShape = .record([
    "发文机关标志": .optional(.text), "发文字号": .optional(.text), "签发人": .optional(.text),
    "主送": .optional(.text), "抄送": .optional(.text), "印发机关": .optional(.text),
    "印发日期": .optional(.date), "密级": .optional(.text),
  ])

  enum CodingKeys: String, CodingKey {
    case mark = "发文机关标志"
    case number = "发文字号"
    case signer = "签发人"
    case mainRecipients = "主送"
    case copyRecipients = "抄送"
    case printingOffice = "印发机关"
    case printedOn = "印发日期"
    case secrecy = "密级"
  }

  init(of document: DocumentName, to unit: Unit? = nil, in year: AssessmentYear) {
    let issuance = year.issuance(of: document, to: unit)
    // A letter bears the name of the office without 「文件」 (GB/T 9704-2012 §10.1).
    mark = document == .feedback ? year.facts.host : year.facts[.issuerMark]
    number = issuance?.number
    signer = document == .countyReport ? issuance?.signer : nil
    mainRecipients = issuance?.mainRecipients
    copyRecipients = issuance?.copyRecipients
    printingOffice = document == .feedback ? nil : issuance?.printingOffice
    printedOn = document == .feedback ? nil : issuance?.printedOn
    secrecy = issuance?.secrecyMark
  }
}
