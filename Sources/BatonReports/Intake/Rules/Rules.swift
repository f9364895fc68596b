// Which rules there are: each a pure function from the workbook to faults.

import BatonAssessment

/// The rules of the year's data.
enum Rules {
  /// Checks everything that one cell alone can't tell.
  static func check(_ workbook: Workbook) -> [IntakeFault] {
    var seen = Set<IntakeFault>()
    return all.flatMap { $0(workbook) }.filter { seen.insert($0).inserted }
  }

  private static let all: [@Sendable (Workbook) -> [IntakeFault]] = [
    KeyRules.check,
    ReferenceRules.check,
    LeadingZeroRules.check,
    YearRules.check,
    PlanRules.check,
    PlanConsistencyRules.check,
    UnitRules.check,
    StaffNumberRules.check,
    CadreRules.check,
    GroupRules.check,
    IndicatorRules.check,
    IndicatorSumRules.check,
    CompletionRules.check,
    VisitRules.check,
    TeamDebriefRules.check,
    CadreDebriefRules.check,
    TalkOutlineRules.check,
    TalkRules.check,
    TalkCoverageRules.check,
    FindingRules.check,
    JudgementRules.check,
    WrittenMaterialRules.check,
    IssuanceRules.check,
    RoutineScoreRules.check,
    LeaderBallotRules.check,
    PeerScoreRules.check,
    StaffBallotRules.check,
    ComponentDataRules.check,
    AdjustmentRules.check,
    SingleItemRules.check,
    CommitmentRules.check,
    UnitHistoryRules.check,
  ]
}
