// What several documents ask the year for, in the order in which documents list it.

import BatonAssessment

extension AssessmentYear {
  /// A unit's problems, in the order of the table.
  func problems(of unit: Unit) -> [Problem] { problems.filter { $0.unitID == unit.id } }

  /// A unit's roster: principals, then by level, then as the table has them.
  func orderedCadres(of unit: Unit) -> [Cadre] {
    let cadres = cadres(of: unit)
    let ranked = Cadre.Level.allCases.flatMap { level in cadres.filter { $0.level == level } }
    return ranked.filter(\.isPrincipal) + ranked.filter { !$0.isPrincipal }
  }

  /// The excellent ballots among those that count, all kinds of ballots together.
  ///
  /// - Returns: `nil` where none were cast, or fewer than the plan allows a document to tell of.
  func excellentShare(of unit: Unit) -> Rational? {
    let ballots = staffBallots.filter { $0.unitID == unit.id }
    let counted = ballots.reduce(0) { $0 + $1.counted }
    let minimum = plan.number(.minimums, "分项最少票", for: "人员测评")
    guard counted > 0, minimum.map({ Rational(counted) >= $0.rational }) ?? true else { return nil }
    return Rational(ballots.reduce(0) { $0 + $1.excellent }) / Rational(counted)
  }

  /// In how many talks somebody spoke of a cadre in one way.
  func talkCount(concerning cadre: Cadre, _ leaning: TalkEntry.Leaning) -> Int {
    talks.count { talk in
      talk.entries.contains { $0.leaning == leaning && $0.concernedIDs.contains(cadre.id) }
    }
  }
}

extension Cadre {
  /// The excellent ballots among the valid ones; `nil` if nobody voted on the cadre.
  var excellentShare: Rational? {
    guard let validVotes, let excellentVotes, validVotes > 0 else { return nil }
    return Rational(excellentVotes) / Rational(validVotes)
  }
}
