// What of the year a completion report takes, and in which order.

import BatonAssessment

extension CompletionReport {
  init(of unit: Unit, in snapshot: YearSnapshot) {
    let year = snapshot.year
    let facts = year.facts
    let rows = CompletionRow.all(of: unit, in: year)
    let ballots = year.staffBallots.filter { $0.unitID == unit.id }
    let materials = year.writtenMaterials(for: .completionReport, of: unit)

    self.init(
      title: "关于\(unit.name)\(facts.year)年度目标任务完成情况的考核报告",
      yearNumber: facts.year, unitName: unit.name, unitShortName: unit.shortName,
      groupNumber: unit.groupNumber, planName: facts[.planName], planNumber: facts[.planNumber],
      periodStart: facts.period.lowerBound, periodEnd: facts.period.upperBound, date: facts.writtenOn,
      visit: year.visits.first { $0.unitID == unit.id }.map(Visit.init),
      talkCount: year.talks(at: unit).count,
      ballots: ballots.isEmpty
        ? nil : Ballots(issued: ballots.sum(of: \.issued), returned: ballots.sum(of: \.returned)),
      total: Tally(of: rows, by: year.plan),
      sections: Indicator.Section.allCases.map { section in
        Section(
          name: section.rawValue,
          tally: Tally(of: rows.filter { $0.section == section.rawValue }, by: year.plan),
          account: materials.part(section.rawValue))
      },
      teamOperation: materials.part("班子运行"), teamBuilding: materials.part("队伍建设"),
      problems: year.problems(of: unit).map {
        MainProblem(category: $0.category, manifestation: $0.manifestation)
      },
      score: ScoreNote(of: unit, in: snapshot), rows: rows)
  }
}

extension CompletionReport.Visit {
  fileprivate init(_ visit: OnSiteVisit) {
    self.init(
      arrivedOn: visit.arrivedOn, leftOn: visit.leftOn, briefings: visit.briefings,
      documentsRead: visit.documentsRead, sitesSeen: visit.sitesSeen)
  }
}

extension [StaffBallot] {
  fileprivate func sum(of count: KeyPath<StaffBallot, Int>) -> Int { reduce(0) { $0 + $1[keyPath: count] } }
}
