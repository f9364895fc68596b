// When each group was with each unit, and what it heard, read and saw there.

struct Visit {
  let arrival: Day
  let departure: Day
  let reportCount: Int
  let documentCount: Int
  let placeCount: Int

  /// Groups go from unit to unit through January, one workday each.
  static func all(of units: [Unit], plan: SampleCounty) -> [Visit] {
    var random = SplitMix(seed: plan.seed, stream: "实地考核")
    var visited = [Int](repeating: 0, count: plan.groupCount + 1)
    let start = Day(plan.year + 1, 1, 3).orNextWorkday
    return units.map { unit in
      let arrival = start.addingWorkdays(visited[unit.group])
      visited[unit.group] += 1
      return Visit(
        arrival: arrival, departure: unit.isTownship ? arrival.addingWorkdays(1) : arrival,
        reportCount: random.int(1...3), documentCount: random.int(36...180),
        placeCount: unit.isTownship ? random.int(5...12) : random.int(1...6))
    }
  }
}
