// How well each unit did, component by component, laid out so that the county holds its edge cases.

/// The marks a unit gets, in hundredths of a point.
struct Standing {
  /// 目标任务: what the assessors' marks on its indicators add up to.
  var objective: Int
  /// 平时分数: round which the responsible units mark.
  var everyday: Int
  /// 县领导评分, one a ballot.
  var leaders: [Int]
  /// 互评, one a rater, raters in 机构序.
  var peers: [Int]
  var ballots: StaffBallots
  /// Means come out exactly as laid down: for ties and for rounding edges.
  var isExact = false
  /// 0 for the best of its series, 1 for the last.
  var depth: Double
  /// Kept out of 加减分, which would blur its edge case.
  var isSettled = false
}

/// 人员测评 of a unit.
struct StaffBallots {
  var issued: Int
  /// 优秀, 良好, 一般, 较差.
  var marks: [Int]
  var abstained: Int
  var spoiled: Int

  var scored: Int { marks.reduce(0, +) }
  var returned: Int { scored + abstained + spoiled }
  var excellentPercent: Int { marks[0] * 100 / max(1, scored) }
}

extension Standing {
  static let leaderBallotCount = 32

  static func all(of units: [Unit], plan: SampleCounty) -> [Standing] {
    var random = SplitMix(seed: plan.seed, stream: "得分")
    let categorySizes = ["县直单位", "乡镇"].map { category in units.count { $0.category == category } }
    var standings = units.map { _ in
      Standing(
        objective: 0, everyday: 0, leaders: [], peers: [],
        ballots: StaffBallots(issued: 0, marks: [0, 0, 0, 0], abstained: 0, spoiled: 0), depth: 0)
    }
    for series in plan.series.indices {
      var members = random.shuffled(units.indices.filter { units[$0].series == series })
      // The unit of three ballots stands apart from the ties and the leaders.
      if let smallest = members.firstIndex(where: { units[$0].office.key == "红十字会" }) {
        members.append(members.remove(at: smallest))
      }
      for (place, unit) in members.enumerated() {
        let depth = members.count > 1 ? Double(place) / Double(members.count - 1) : 0
        let peerCount = categorySizes[units[unit].isTownship ? 1 : 0] - 1
        standings[unit] = drawn(at: depth, of: units[unit], peerCount: peerCount, random: &random)
      }
    }
    // The edge cases of ranking belong to the newest year.
    if plan.yearsAgo == 0 {
      standings.settleRedLineLeader(units: units)
      standings.settleTie(units: units, seriesCount: plan.series.count)
      standings.settleRoundingEdge(units: units)
    }
    standings.settleSmallest(units: units)
    standings.settleWorst(units: units)
    return standings
  }

  private static func drawn(
    at depth: Double, of unit: Unit, peerCount: Int, random: inout SplitMix
  ) -> Standing {
    func quality(_ best: Int, _ spread: Int, _ noise: Int) -> Int {
      best - Int(Double(spread) * depth) + random.int(-noise...noise)
    }
    var standing = Standing(
      objective: quality(9730, 920, 40) / 5 * 5, everyday: quality(9550, 800, 60) / 50 * 50, leaders: [],
      peers: [],
      ballots: ballots(percent: quality(92, 34, 5), staff: unit.office, random: &random), depth: depth)
    standing.leaders = marks(
      around: quality(9450, 850, 50) / 50 * 50, count: leaderBallotCount, spread: 8, exact: false,
      random: &random)
    standing.peers = marks(
      around: quality(9250, 700, 50) / 50 * 50, count: peerCount, spread: 10, exact: false, random: &random)
    return standing
  }

  /// Marks in pairs either side of the middle, so that their trimmed mean is the middle itself; or, when not
  /// `exact`, one mark moved a little, so that the mean doesn't come out even.
  fileprivate static func marks(
    around middle: Int, count: Int, spread: Int, exact: Bool, random: inout SplitMix
  ) -> [Int] {
    var marks: [Int] = count % 2 == 1 ? [middle] : []
    let reach = min(spread, (10_000 - middle) / 50)
    for _ in 0..<(count / 2) {
      let offset = random.int(0...max(1, reach)) * 50
      marks += [min(10_000, middle + offset), middle - min(offset, 10_000 - middle)]
    }
    if !exact { marks[0] -= random.int(1...3) * 50 }
    return random.shuffled(marks)
  }

  private static func ballots(percent: Int, staff: Office, random: inout SplitMix) -> StaffBallots {
    let people = staff.otherCivilCount + staff.institutionCount + staff.sectionCadreCount
    let issued = max(6, min(60, people - random.int(0...3)))
    let abstained = random.chance(30) ? 1 : 0
    let spoiled = random.chance(20) ? 1 : 0
    let scored = issued - random.int(0...max(1, issued / 10)) - abstained - spoiled
    let excellent = scored * min(98, percent) / 100
    let good = (scored - excellent) * 3 / 4
    let fair = (scored - excellent - good) * 2 / 3
    return StaffBallots(
      issued: issued, marks: [excellent, good, fair, scored - excellent - good - fair], abstained: abstained,
      spoiled: spoiled)
  }
}
