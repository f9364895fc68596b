// 研判: the teams and cadres at the two ends, good and poor.

struct Judgement {
  enum Subject {
    case team(unit: Int)
    case cadre(Int)
  }

  let subject: Subject
  let isGood: Bool
  let sources: [String]

  static func all(
    of units: [Unit], cadres: [Cadre], standings: [Standing], plan: SampleCounty
  ) -> [Judgement] {
    var random = SplitMix(seed: plan.seed, stream: "研判")
    let scaled = { (count: Int) in max(2, count * units.count / 87) }
    let assessed = units.indices.filter { !units[$0].isReferenced }
    let best = assessed.filter { standings[$0].depth < 0.25 }
    let worst = assessed.filter { standings[$0].depth > 0.8 }
    let sources = { (place: Int) in
      [["得分", "测评"], ["得分", "谈话"], ["得分", "测评", "谈话"], ["测评", "谈话"], ["谈话", "责任单位"]][place % 5]
    }
    var judgements = random.sample(best, count: scaled(12)).enumerated().map { place, unit in
      Judgement(subject: .team(unit: unit), isGood: true, sources: sources(place))
    }
    judgements += random.sample(worst, count: scaled(8)).enumerated().map { place, unit in
      Judgement(subject: .team(unit: unit), isGood: false, sources: sources(place + 1))
    }
    let balloted = cadres.indices.filter {
      cadres[$0].validBallots != nil && !units[cadres[$0].unit].isReferenced
    }
    let good = balloted.filter { cadres[$0].grade == "优秀" }
    let poor = balloted.filter {
      !["优秀", "称职", "合格"].contains(cadres[$0].grade) || cadres[$0].status == .warned
    }
    let weak = balloted.filter {
      cadres[$0].grade != "优秀" && cadres[$0].status == .onPost && standings[cadres[$0].unit].depth > 0.7
    }
    judgements += random.sample(good, count: scaled(24)).enumerated().map { place, cadre in
      Judgement(subject: .cadre(cadre), isGood: true, sources: sources(place))
    }
    judgements += (poor + random.sample(weak, count: scaled(8))).sorted().enumerated().map { place, cadre in
      Judgement(subject: .cadre(cadre), isGood: false, sources: sources(place + 2))
    }
    return judgements
  }
}
