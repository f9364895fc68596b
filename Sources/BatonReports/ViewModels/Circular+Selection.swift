// What of the year the circular tells, and what the plan keeps back.

import BatonAssessment

extension Circular {
  init(in snapshot: YearSnapshot) {
    let year = snapshot.year
    let facts = year.facts
    func tells(_ name: String) -> Bool { year.plan.discloses(name, in: .circular) }
    let lastGrade = tells("列末等名单") ? nil : year.plan.names(of: .unitGrades).last
    func materials(_ part: String) -> [Material] {
      year.writtenMaterials(for: .circular).part(part)
    }

    self.init(
      title: "关于\(facts.year)年度目标责任考核结果的通报", yearNumber: facts.year,
      host: facts.host, date: facts.writtenOn, issue: IssueNote(of: .circular, in: year),
      planName: facts[.planName], planNumber: facts[.planNumber], leadingBody: facts[.leadingBody],
      meeting: facts[.reviewMeeting], suggestion: snapshot.suggestionMark, bestGrade: snapshot.bestGrade,
      unitCount: year.units.count { $0.participation == .assessed },
      seriesList: snapshot.outcome.series.map { name, units in
        Series(
          name: name, count: units.count { $0.unit.participation == .assessed },
          grades: GradeList.all(of: units, in: snapshot, leavingOut: lastGrade))
      },
      comparable: snapshot.outcome.comparable.map(\.unit.name),
      features: materials("主要特点"), problems: materials("存在问题"), demands: materials("下步要求"),
      ranking: tells("附得分排名表") ? Self.ranking(in: snapshot, leavingOut: lastGrade) : nil,
      adjustments: tells("附加减分情况表") ? Adjustments(in: snapshot) : nil)
  }

  private static func ranking(in snapshot: YearSnapshot, leavingOut hidden: String?) -> [RankedSeries] {
    snapshot.outcome.series.map { name, units in
      RankedSeries(
        name: name,
        rows: units.map { outcome in
          Row(
            rank: outcome.rank, unitShortName: outcome.unit.shortName,
            total: snapshot.total(of: outcome.unit),
            grade: outcome.grade == hidden ? nil : outcome.grade)
        }, isRankedFurther: snapshot.isRankedFurther(units))
    }
  }
}

extension Circular.Adjustments {
  fileprivate init(in snapshot: YearSnapshot) {
    let year = snapshot.year
    let recognized = year.adjustments.filter { $0.recognition == .recognized && $0.kind == .bonus }
    bonuses = year.units.flatMap { unit in
      recognized.filter { $0.unitID == unit.id }.map { adjustment in
        Circular.Bonus(
          unitShortName: unit.shortName, matter: adjustment.matter, level: adjustment.level,
          points: adjustment.countedPoints(by: year.plan).map(Figure.init), basis: adjustment.basis)
      }
    }
    deductions = snapshot.outcome.units.compactMap { outcome in
      guard let deduction = outcome.score.deduction?.value, deduction > 0 else { return nil }
      return Circular.Deduction(unitShortName: outcome.unit.shortName, points: snapshot.shown(deduction))
    }
  }
}

extension Plan {
  /// 方案「告知」: whether a document tells of something. What the plan doesn't say is kept back.
  func discloses(_ name: String, in document: DocumentName) -> Bool {
    row(.disclosure, name, for: document.rawValue)?.value == "是"
  }
}
