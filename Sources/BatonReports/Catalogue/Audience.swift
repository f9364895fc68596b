// The matrix at the end of the workbook's description, as code: who may see which document. A view model holds only
// what this audience may see; the folder that a document lies in carries its audience's name.

/// 谁可以看, as the department's table of audiences words it.
public enum Audience: String, Sendable, Hashable, CaseIterable {
  case committeeOfficeAndGroup = "县委、考核办、本考核组"
  case recipients = "分发表所列领取人"
  case committeeAndOffice = "县委、考核办"
  case unit = "本单位"
  case county = "全县机关"
  case unitGroupAndOffice = "本单位、本考核组、考核办"
  case cadreUnitGroupAndOffice = "本人、本单位、本考核组、考核办"
  case groupAndOffice = "本考核组、考核办"
  case officeAndPaymasters = "考核办、财政、人社"
  case committeeUntilApproved = "县委、考核办；批准后全县"

  /// Whether a folder of this audience is for one assessment group, and so parted by groups.
  var isPartedByGroups: Bool { self == .committeeOfficeAndGroup || self == .groupAndOffice }
}

extension DocumentKind {
  /// Who may see documents of this kind.
  public var audience: Audience {
    switch self {
    case .completionReport: .committeeOfficeAndGroup
    case .twoEndsList: .recipients
    case .problemFindings, .countyReport, .scoreTable, .commitmentLedger: .committeeAndOffice
    case .unitProblemFindings, .feedback: .unit
    case .practiceSummaries, .circular: .county
    case .bonusTable: .officeAndPaymasters
    case .awardList: .committeeUntilApproved
    case .teamDebrief: .unitGroupAndOffice
    case .cadreDebrief: .cadreUnitGroupAndOffice
    case .talkOutline, .talkRecords: .groupAndOffice
    }
  }
}
