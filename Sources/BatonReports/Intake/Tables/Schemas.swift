// Every table's schema, by table.

import BatonAssessment

extension Table {
  /// The columns and the key of the table.
  var schema: TableSchema {
    switch self {
    case .year: YearFactTable.schema
    case .plan: PlanTable.schema
    case .groups: AssessorTable.schema
    case .units: UnitTable.schema
    case .unitHistory: UnitHistoryTable.schema
    case .cadres: CadreTable.schema
    case .indicators: IndicatorTable.schema
    case .completions: CompletionTable.schema
    case .visits: OnSiteVisitTable.schema
    case .routineScores: RoutineScoreTable.schema
    case .leaderBallots: LeaderBallotTable.schema
    case .peerScores: PeerScoreTable.schema
    case .staffBallots: StaffBallotTable.schema
    case .singleItems: SingleItemResultTable.schema
    case .adjustments: AdjustmentTable.schema
    case .teamDebriefs: TeamDebriefItemTable.schema
    case .cadreDebriefs: CadreDebriefItemTable.schema
    case .talkOutline: TalkQuestionTable.schema
    case .talks: TalkEntryTable.schema
    case .problems: ProblemTable.schema
    case .practices: PracticeTable.schema
    case .judgements: JudgementTable.schema
    case .commitments: CommitmentTable.schema
    case .writtenMaterials: WrittenMaterialTable.schema
    case .issuances: IssuanceTable.schema
    case .distributions: DistributionTable.schema
    }
  }
}
