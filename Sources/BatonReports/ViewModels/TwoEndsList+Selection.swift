// Whom the list of the two ends names, in which order, and by which counts.

import BatonAssessment

extension TwoEndsList {
  init(copy: CopyNote, in snapshot: YearSnapshot) {
    let year = snapshot.year
    title = "\(year.facts.county)\(year.facts.year)年度考核“两头”名单"
    marking = year.facts.internalMark
    date = year.facts.writtenOn
    self.copy = copy
    goodTeams = Self.teams(.good, in: snapshot)
    poorTeams = Self.teams(.poor, in: snapshot)
    goodCadres = Self.cadres(.good, in: year)
    poorCadres = Self.cadres(.poor, in: year)
  }

  /// The teams of a verdict, by 机构序.
  private static func teams(_ verdict: Judgement.Verdict, in snapshot: YearSnapshot) -> [Team] {
    let year = snapshot.year
    let judgements = year.judgements.filter { $0.subject == .team && $0.verdict == verdict }
    return year.units.flatMap { unit in
      judgements.filter { $0.subjectID == unit.id }.map { judgement in
        Team(
          unitName: unit.name, unitShortName: unit.shortName, series: unit.series,
          total: snapshot.total(of: unit), rank: snapshot.outcome[unit.id]?.rank,
          excellentShare: year.excellentShare(of: unit).map { Figure(percentage: $0, by: year.plan) },
          posture: judgement.posture?.rawValue, performance: judgement.performance, basis: judgement.basis,
          sources: judgement.sources.map(\.rawValue), advice: judgement.advice?.rawValue)
      }
    }
  }

  /// The cadres of a verdict, by 机构序, then the principals first, then by level and place in the roster.
  private static func cadres(_ verdict: Judgement.Verdict, in year: AssessmentYear) -> [Person] {
    let judgements = year.judgements.filter { $0.subject == .cadre && $0.verdict == verdict }
    return year.units.flatMap { unit in
      year.orderedCadres(of: unit).flatMap { cadre in
        judgements.filter { $0.subjectID == cadre.id }.map { judgement in
          Person(
            name: cadre.name, unitShortName: unit.shortName, post: cadre.post, grade: cadre.grade?.rawValue,
            excellentShare: cadre.excellentShare.map { Figure(percentage: $0, by: year.plan) },
            praised: year.talkCount(concerning: cadre, .positive),
            blamed: year.talkCount(concerning: cadre, .negative), performance: judgement.performance,
            basis: judgement.basis,
            sources: judgement.sources.map(\.rawValue), advice: judgement.advice?.rawValue)
        }
      }
    }
  }
}
