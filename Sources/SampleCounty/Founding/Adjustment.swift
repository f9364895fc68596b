// 加减分 and 红线: honours, criticisms and lines crossed, with what was and wasn't recognized.

struct Adjustment {
  enum Kind: String {
    case bonus = "加分"
    case penalty = "扣分"
    case redLine = "红线"
  }

  let unit: Int
  let kind: Kind
  /// The same matter rewarded or criticized at several levels has one number.
  let matter: String
  let fact: String
  let level: String
  /// In hundredths; nil for the plan's standard points.
  let points: Int?
  let basis: String
  let day: Day
  /// Why it wasn't recognized; nil when it was.
  let refusal: String?
}

extension Adjustment {
  static func all(
    of units: [Unit], standings: [Standing], plan: SampleCounty, writer: inout Writer
  ) -> [Adjustment] {
    var random = SplitMix(seed: plan.seed, stream: "加减分")
    let open = units.indices.filter { !standings[$0].isSettled }
    var adjustments: [Adjustment] = []
    var matters = 0
    func add(
      _ kind: Kind, unit: Int, level: String, sameMatter: Bool = false, points: Int? = nil,
      refusal: String? = nil
    ) {
      if !sameMatter { matters += 1 }
      var situation = Writer.Situation(unit: unit)
      situation.item = writer.trades[unit].items[matters % writer.trades[unit].items.count]
      let day = Day(plan.year, 2, 10).adding(random.below(310))
      adjustments.append(
        Adjustment(
          unit: unit, kind: kind, matter: "M" + threeDigits(matters),
          fact: sameMatter
            ? adjustments[adjustments.count - 1].fact : writer.note("\(kind.rawValue)事项", situation),
          level: level, points: points, basis: basis(level, year: plan.year, random: &random), day: day,
          refusal: refusal))
    }
    let scaled = { (count: Int) in max(2, count * plan.unitCount / 87) }
    let bonusLevels = ["省级", "市级", "市级", "县级", "市对县考核加分", "市级", "县级", "省级", "市级", "国家级", "县级", "市级"]
    for place in 0..<scaled(55) {
      let refusal = place % 13 == 7 ? "非本单位主办，属协助事项" : nil
      add(
        .bonus, unit: random.pick(open), level: bonusLevels[place % bonusLevels.count],
        points: place % 9 == 4 ? 50 : nil, refusal: refusal)
      // The same honour claimed at a second level, and once more though it is counted already.
      if place % 11 == 3, let last = adjustments.last {
        add(
          .bonus, unit: last.unit, level: "县级", sameMatter: true,
          refusal: place % 2 == 0 ? "同一事项就高已计，不重复加分" : nil)
      }
    }
    let penaltyLevels = ["县级通报", "市级通报", "约谈", "县级通报", "县级通报", "约谈", "市级通报", "省级通报", "县级通报"]
    for place in 0..<scaled(45) {
      add(
        .penalty, unit: random.pick(open), level: penaltyLevels[place % penaltyLevels.count],
        points: place % 10 == 6 ? 50 : nil, refusal: place % 15 == 9 ? "经复核责任不在该单位" : nil)
    }
    if plan.yearsAgo == 0, let leader = units.firstIndex(where: { $0.office.key == "公安局" }) {
      add(.redLine, unit: leader, level: "H03")
      add(.bonus, unit: leader, level: "省级")
    }
    for (place, clause) in ["H01", "H02", "H03", "H02"].prefix(scaled(4)).enumerated() {
      add(.redLine, unit: random.pick(open), level: clause, refusal: place == 3 ? "经核查不属于所列情形" : nil)
    }
    return adjustments
  }

  /// The document a matter rests on.
  private static func basis(_ level: String, year: Int, random: inout SplitMix) -> String {
    let number = random.int(3...96)
    return switch level {
    case "国家级": random.pick(["国办函", "国发改办", "农办函"]) + "〔\(year)〕\(number)号"
    case "省级", "省级通报": random.pick(["省政办发", "省考办", "省厅发"]) + "〔\(year)〕\(number)号"
    case "市级", "市级通报", "市对县考核加分", "约谈":
      random.pick(["市政办发", "市委办发", "市考办"]) + "〔\(year)〕\(number)号"
    default: random.pick(["县委办发", "县政办发", "县督字"]) + "〔\(year)〕\(number)号"
    }
  }
}
