// What of the year the county's report takes, and in which order.

import BatonAssessment

extension CountyReport {
  init(in snapshot: YearSnapshot) {
    let (year, facts) = (snapshot.year, snapshot.year.facts)
    let materials = year.writtenMaterials(for: .countyReport)
    let assessed = year.units.filter(\.takesPart)

    self.init(
      title: "关于\(facts.year)年度目标责任考核情况的报告", yearNumber: facts.year,
      host: facts.host, date: facts.writtenOn, issue: IssueNote(of: .countyReport, in: year),
      planName: facts[.planName], planNumber: facts[.planNumber], meeting: facts[.reviewMeeting],
      trainedOn: facts.date(.trainedOn), training: facts[.training],
      groupCount: Set(assessed.compactMap(\.groupNumber)).count, unitCount: assessed.count,
      categories: assessed.grouped(by: \.category).map { Category(name: $0.key, count: $0.values.count) },
      suggestion: snapshot.suggestionMark, bestGrade: snapshot.bestGrade,
      summary: ScoreSummary(of: snapshot.outcome.units, in: snapshot),
      seriesList: snapshot.outcome.series.map { Series($0.name, $0.units, in: snapshot) },
      comparable: snapshot.outcome.comparable.map(\.unit.name),
      problemCount: year.problems.count,
      problemUnitCount: year.units.count { !year.problems(of: $0).isEmpty },
      problemCategories: Self.problemCategories(of: year),
      practices: year.units.flatMap { unit in
        year.practices.filter { $0.unitID == unit.id && $0.isReplicable }
          .map { PracticeTitle(unitName: unit.name, title: $0.title) }
      },
      work: materials.part("工作开展"), achievements: materials.part("主要成效"),
      problems: materials.part("存在问题"), judgement: materials.part("总体研判"),
      uses: materials.part("结果运用"), plans: materials.part("下步打算"))
  }

  /// The categories in the plan's order, those that the plan doesn't name after them.
  private static func problemCategories(of year: AssessmentYear) -> [ProblemCategory] {
    let counts = year.problems.grouped(by: \.category)
    let order = year.plan.names(of: .problemCategories)
    let known = order.compactMap { name in counts.first { $0.key == name } }
    let others = counts.filter { !order.contains($0.key) }
    return (known + others).map { name, problems in
      ProblemCategory(
        name: name, count: problems.count,
        share: Figure(percentage: Rational(problems.count, over: year.problems.count), by: year.plan))
    }
  }
}

extension CountyReport.Series {
  fileprivate init(_ name: String, _ units: [UnitOutcome], in snapshot: YearSnapshot) {
    self.init(
      name: name, count: units.count { $0.unit.participation == .assessed },
      quota: snapshot.outcome.quota(of: name),
      summary: ScoreSummary(of: units, in: snapshot))
  }
}
