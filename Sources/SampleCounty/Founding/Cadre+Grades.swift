// Gives each cadre the year's grade and ballots: within what the status allows and what the quotas leave.

extension [Cadre] {
  /// The ballots of those at section level, in a year whose grades are known.
  mutating func countBallots(standings: [Standing], plan: SampleCounty) {
    var random = SplitMix(seed: plan.seed, stream: "等次")
    for index in indices {
      (self[index].validBallots, self[index].excellentBallots) = (nil, nil)
      guard self[index].isSectionLevel && self[index].isCounted else { continue }
      let ballots = standings[self[index].unit].ballots
      let share = Swift.min(98, Swift.max(35, ballots.excellentPercent + random.int(-12...12)))
      self[index].validBallots = ballots.scored
      self[index].excellentBallots = ballots.scored * share / 100
    }
  }

  mutating func grade(by units: [Unit], standings: [Standing], plan: SampleCounty) {
    var random = SplitMix(seed: plan.seed, stream: "等次")
    for index in indices {
      let cadre = self[index]
      let ballots = standings[cadre.unit].ballots
      if cadre.isSectionLevel && cadre.isCounted {
        let share = Swift.min(98, Swift.max(35, ballots.excellentPercent + random.int(-12...12)))
        self[index].validBallots = ballots.scored
        self[index].excellentBallots = ballots.scored * share / 100
      }
      self[index].lastGrade = cadre.staffGrade(random.chance(19) ? "优秀" : "称职")
      self[index].gradeBefore = cadre.staffGrade(random.chance(19) ? "优秀" : "称职")
      self[index].grade = cadre.staffGrade(cadre.gradeByStatus)
    }
    awardTeams(random: &random)
    awardOthers(units: units, random: &random)
    for index in indices where ["郑思远", "冯知秋"].contains(self[index].name) {
      (self[index].grade, self[index].lastGrade, self[index].gradeBefore) = ("优秀", "优秀", "优秀")
    }
  }

  /// 优秀 among civil servants in leading teams: about a fifth, well below the quota of a quarter.
  private mutating func awardTeams(random: inout SplitMix) {
    let eligible = indices.filter {
      self[$0].isTeamMember && self[$0].staff != .institution && self[$0].status == .onPost
    }
    for index in random.sample(eligible, count: eligible.count / 5) { self[index].grade = "优秀" }
  }

  /// 优秀 among the rest: one a unit at most, where even the lowest percentage leaves one.
  private mutating func awardOthers(units: [Unit], random: inout SplitMix) {
    for (unitIndex, unit) in units.enumerated() {
      for staff in [Office.Staff.civil, .institution] {
        let base = staff == .civil ? unit.office.otherCivilCount : unit.office.institutionCount
        let eligible = indices.filter {
          self[$0].unit == unitIndex && self[$0].status == .onPost
            && (staff == .institution
              ? self[$0].staff == .institution : !self[$0].isTeamMember && self[$0].staff != .institution)
        }
        guard base >= 10, !eligible.isEmpty, random.chance(55) else { continue }
        self[random.pick(eligible)].grade = "优秀"
      }
    }
  }
}

extension Cadre {
  /// The grade a status leaves to those who don't excel.
  fileprivate var gradeByStatus: String {
    switch status {
    case .onPost, .warned: "称职"
    case .probation, .caseOpen, .demerit: "不定等次"
    case .graveDemerit: "不称职"
    case .longLeave: staff == .institution ? "不定等次" : "不进行考核"
    case .transferred, .retired: "不进行考核"
    }
  }
}
