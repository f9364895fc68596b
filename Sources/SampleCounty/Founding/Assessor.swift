// The assessment groups: who assesses, and from where, so that nobody assesses home.

struct Assessor {
  let group: Int
  let name: String
  /// 组长, 副组长, 成员 or 联络员.
  let duty: String
  /// Indices into the county's units.
  let source: Int
  let avoided: Int?
  let expertise: String
  let training: Day

  static func groups(of units: [Unit], plan: SampleCounty, names: inout Names) -> [Assessor] {
    var random = SplitMix(seed: plan.seed, stream: "考核组")
    let leading = ["纪委", "组织部", "政法委", "宣传部", "组织部", "纪委"]
    let training = Day(plan.year, 12, 28).orNextWorkday
    return (1...plan.groupCount).flatMap { group in
      let foreign = units.indices.filter { units[$0].group != group && !units[$0].isTownship }
      let leaders = leading.compactMap { key in foreign.first { units[$0].office.key == key } }
      let duties = ["组长", "副组长", "成员", "成员", "成员", "联络员"]
      return duties.enumerated().map { place, duty in
        let source = place == 0 ? leaders[(group - 1) % leaders.count] : random.pick(foreign)
        let avoided = random.chance(40) ? random.pick(foreign.filter { $0 != source }) : nil
        return Assessor(
          group: group, name: names.person(isWoman: random.chance(30)), duty: duty, source: source,
          avoided: avoided, expertise: expertise[(place + group) % expertise.count], training: training)
      }
    }
  }

  private static let expertise = ["党建", "干部考察", "财务审计", "项目建设", "农业农村", "执纪监督", "统计", "文字综合"]
}
