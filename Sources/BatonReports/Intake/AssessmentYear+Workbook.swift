// From the decoded tables to the domain.

import BatonAssessment

extension AssessmentYear {
  /// The year that a workbook holds; rows that can't do without a missing cell are left out.
  init?(_ workbook: Workbook) {
    func records<Record>(_ table: Table, _ record: (Row) -> Record?) -> [Record] {
      workbook.rows(table).compactMap(record)
    }
    guard let facts = YearFacts(records(.year, YearFactTable.record)), workbook[.units] != nil else {
      return nil
    }
    self.init(facts: facts, units: records(.units, UnitTable.record))
    tables = Set(workbook.tables.keys)
    plan = Plan(records(.plan, PlanTable.record))
    groups = Group.grouping(records(.groups, AssessorTable.record))
    unitHistory = records(.unitHistory, UnitHistoryTable.record)
    cadres = records(.cadres, CadreTable.record)
    indicators = records(.indicators, IndicatorTable.record)
    completions = records(.completions, CompletionTable.record)
    visits = records(.visits, OnSiteVisitTable.record)
    routineScores = records(.routineScores, RoutineScoreTable.record)
    leaderBallots = records(.leaderBallots, LeaderBallotTable.record)
    peerScores = records(.peerScores, PeerScoreTable.record)
    staffBallots = records(.staffBallots, StaffBallotTable.record)
    singleItems = records(.singleItems, SingleItemResultTable.record)
    adjustments = records(.adjustments, AdjustmentTable.record)
    teamDebriefs = TeamDebrief.grouping(records(.teamDebriefs, TeamDebriefItemTable.record))
    cadreDebriefs = CadreDebrief.grouping(records(.cadreDebriefs, CadreDebriefItemTable.record))
    talkOutline = records(.talkOutline, TalkQuestionTable.record)
    talks = Talk.grouping(records(.talks, TalkEntryTable.record))
    problems = records(.problems, ProblemTable.record)
    practices = records(.practices, PracticeTable.record)
    judgements = records(.judgements, JudgementTable.record)
    commitments = records(.commitments, CommitmentTable.record)
    writtenMaterials = records(.writtenMaterials, WrittenMaterialTable.record)
    issuances = records(.issuances, IssuanceTable.record)
    distributions = records(.distributions, DistributionTable.record)
  }
}
