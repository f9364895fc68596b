// What each kind is made for — the county, a unit, a cadre — and what of the year it selects.

import BatonAssessment

extension DocumentKind {
  /// What there is one document for, and what that document may show.
  enum Selection: Sendable {
    /// The whole county.
    case county(@Sendable (AssessmentYear) -> any ViewModel)
    /// Each unit that takes part.
    case unit(@Sendable (Unit, AssessmentYear) -> any ViewModel)
    /// Each cadre who debriefs.
    case cadre(@Sendable (Cadre, AssessmentYear) -> any ViewModel)
  }

  var selection: Selection {
    switch self {
    case .completionReport: .unit { CompletionReport(of: $0, in: $1) }
    case .twoEndsList: .county { TwoEndsList(in: $0) }
    case .problemFindings: .county { ProblemFindings(in: $0) }
    case .unitProblemFindings: .unit { UnitProblemFindings(of: $0, in: $1) }
    case .practiceSummaries: .county { PracticeSummaries(in: $0) }
    case .teamDebrief: .unit { TeamDebriefReport(of: $0, in: $1) }
    case .cadreDebrief: .cadre { CadreDebriefReport(of: $0, in: $1) }
    case .talkOutline: .unit { TalkOutlineSheet(of: $0, in: $1) }
    case .talkRecords: .unit { TalkRecordSheet(of: $0, in: $1) }
    }
  }

  /// Debriefs are the unit's own; all else is the office's that runs the assessment.
  var isIssuedByUnit: Bool { self == .teamDebrief || self == .cadreDebrief }
}
