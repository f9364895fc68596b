// The closed list of what is printed: one kind a template. The two lists of problems are one document by name,
// and two by audience.

public import BatonAssessment
package import BatonDiagnostics
package import BatonDocument
public import BatonTemplate

/// A kind of document, printed from one template.
public enum DocumentKind: String, Sendable, Hashable, CaseIterable {
  case completionReport = "completion-report"
  case twoEndsList = "two-ends-list"
  case problemFindings = "problem-findings"
  case unitProblemFindings = "unit-problem-findings"
  case practiceSummaries = "practice-summaries"
  case teamDebrief = "team-debrief"
  case cadreDebrief = "cadre-debrief"
  case talkOutline = "talk-outline"
  case talkRecords = "talk-records"
  case feedback = "feedback"
  case circular = "circular"
  case countyReport = "county-report"
  case scoreTable = "score-table"
  case commitmentLedger = "commitment-ledger"
  case bonusTable = "bonus-table"
  case awardList = "award-list"

  /// The template's name below `Templates/`.
  public var template: String { "\(rawValue).html" }

  /// 文书名
  public var name: DocumentName {
    switch self {
    case .completionReport: .completionReport
    case .twoEndsList: .twoEndsList
    case .problemFindings, .unitProblemFindings: .problemList
    case .practiceSummaries: .practiceCollection
    case .teamDebrief: .teamDebrief
    case .cadreDebrief: .cadreDebrief
    case .talkOutline: .talkOutline
    case .talkRecords: .talkRecord
    case .feedback: .feedback
    case .circular: .circular
    case .countyReport: .countyReport
    case .scoreTable: .scoreTable
    case .commitmentLedger: .commitmentLedger
    case .bonusTable: .bonusTable
    case .awardList: .awardList
    }
  }

  /// The fields that its template can name.
  public var shape: DataShape.Fields {
    switch self {
    case .completionReport: CompletionReport.shape
    case .twoEndsList: TwoEndsList.shape
    case .problemFindings: ProblemFindings.shape
    case .unitProblemFindings: UnitProblemFindings.shape
    case .practiceSummaries: PracticeSummaries.shape
    case .teamDebrief: TeamDebriefReport.shape
    case .cadreDebrief: CadreDebriefReport.shape
    case .talkOutline: TalkOutlineSheet.shape
    case .talkRecords: TalkRecordSheet.shape
    case .feedback: FeedbackLetter.shape
    case .circular: Circular.shape
    case .countyReport: CountyReport.shape
    case .scoreTable: ScoreTable.shape
    case .commitmentLedger: CommitmentLedger.shape
    case .bonusTable: BonusTable.shape
    case .awardList: AwardList.shape
    }
  }
}

extension DocumentKind {
  /// What is wrong with the program's own templates: nothing, or the build of a document will say so too.
  package static func templateFaults(in environment: DocumentEnvironment) -> [Diagnostic] {
    allCases.flatMap { environment.check($0.template, against: $0.shape).diagnostics }
  }
}
