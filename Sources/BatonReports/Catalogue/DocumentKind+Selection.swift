// What each kind is made for — the county, a unit, a cadre, a copy — and what of the year it selects.

import BatonAssessment

extension DocumentKind {
  /// What there is one document for, and what that document may show.
  enum Selection: Sendable {
    /// The whole county.
    case county(@Sendable (YearSnapshot) -> any ViewModel)
    /// Each recipient of the whole county's list.
    case countyCopy(@Sendable (CopyNote, YearSnapshot) -> any ViewModel)
    /// Each unit that takes part.
    case unit(@Sendable (Unit, YearSnapshot) -> any ViewModel)
    /// Each recipient, for each unit that takes part.
    case unitCopy(@Sendable (Unit, CopyNote, YearSnapshot) -> any ViewModel)
    /// Each cadre who debriefs.
    case cadre(@Sendable (Cadre, YearSnapshot) -> any ViewModel)
  }

  var selection: Selection {
    switch self {
    case .completionReport: .unit { CompletionReport(of: $0, in: $1) }
    case .twoEndsList: .countyCopy { TwoEndsList(copy: $0, in: $1) }
    case .problemFindings: .county { ProblemFindings(in: $0.year) }
    case .unitProblemFindings: .unit { UnitProblemFindings(of: $0, in: $1.year) }
    case .practiceSummaries: .county { PracticeSummaries(in: $0.year) }
    case .teamDebrief: .unit { TeamDebriefReport(of: $0, in: $1.year) }
    case .cadreDebrief: .cadre { CadreDebriefReport(of: $0, in: $1.year) }
    case .talkOutline: .unit { TalkOutlineSheet(of: $0, in: $1.year) }
    case .talkRecords: .unitCopy { TalkRecordSheet(of: $0, copy: $1, in: $2.year) }
    case .feedback: .unit { FeedbackLetter(of: $0, in: $1) }
    case .circular: .county { Circular(in: $0) }
    case .countyReport: .county { CountyReport(in: $0) }
    case .scoreTable: .county { ScoreTable(in: $0) }
    case .commitmentLedger: .county { CommitmentLedger(in: $0.year) }
    case .bonusTable: .county { BonusTable(in: $0) }
    case .awardList: .county { AwardList(in: $0) }
    }
  }

  /// Debriefs are the unit's own; all else is the office's that runs the assessment.
  var isIssuedByUnit: Bool { self == .teamDebrief || self == .cadreDebrief }
}
