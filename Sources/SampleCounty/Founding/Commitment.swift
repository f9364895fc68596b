// 担当作为: who is on the register, and who left it.

struct Commitment {
  enum Change: String {
    case added = "新增"
    case kept = "保留"
    case removed = "退出"
  }

  /// An index into the county's cadres.
  let cadre: Int
  let change: Change
  let enteredOn: Day

  static func all(of units: [Unit], cadres: [Cadre], plan: SampleCounty) -> [Commitment] {
    var random = SplitMix(seed: plan.seed, stream: "担当作为")
    let eligible = cadres.indices.filter {
      cadres[$0].staff != .institution && cadres[$0].isTeamMember && cadres[$0].status == .onPost
        && !["王建国", "卫其昌"].contains(cadres[$0].name)
    }
    let chosen = random.sample(random.shuffled(eligible), count: max(3, 48 * units.count / 87))
    return chosen.sorted().enumerated().map { place, cadre in
      let change: Change = place % 8 == 5 ? .removed : place % 4 == 2 ? .kept : .added
      let year = change == .added ? plan.year + 1 : plan.year
      return Commitment(
        cadre: cadre, change: change, enteredOn: Day(year, 2, random.int(1...16)).orNextWorkday)
    }
  }
}
