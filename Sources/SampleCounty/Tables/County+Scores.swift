// 平时分数, 县领导评分, 互评, 人员测评, 单项考核 and 加减分: the marks others give.

extension County {
  private static let periods = ["一季度", "二季度", "三季度", "四季度"]

  mutating func everydayTable() -> SampleTable {
    var table = TableWriter("平时分数", ["单位编号", "评分单位", "期次", "依据", "指标编号", "得分", "说明"])
    var random = random("平时分数")
    // One unit lacks a period of one marker, as happens.
    let lacking = units.firstIndex { $0.office.series == 4 }
    for (index, unit) in units.enumerated() {
      let standing = standings[index]
      for (place, marker) in markers(of: index).enumerated() {
        let answered = indicators(of: index).filter { indicators[$0].responsible.contains(marker) }
        for (period, name) in Self.periods.enumerated() {
          if index == lacking && place == 1 && period == 2 { continue }
          let offset = [-100, 50, 0, 50][period] + (standing.isExact ? 0 : random.int(-3...3) * 50)
          let score = min(10_000, standing.everyday + offset)
          let basis = standing.isExact ? "平时考核" : random.pick(["日常工作", "平时考核", "现场调研"])
          let situation = Writer.Situation(unit: index, item: random.pick(writer.trades[index].items))
          table.row([
            unit.id, units[marker].id, name, basis, indicators[random.pick(answered)].id,
            decimal(hundredths: score), random.chance(25) ? writer.note("平时说明", situation) : nil,
          ])
          if !standing.isExact && random.chance(12) {
            let second = basis == "现场调研" ? "日常工作" : "现场调研"
            table.row([
              unit.id, units[marker].id, name, second, nil,
              decimal(hundredths: min(10_000, score + random.int(-4...4) * 50)), nil,
            ])
          }
        }
      }
    }
    return table.table
  }

  func leaderTable() -> SampleTable {
    var table = TableWriter("县领导评分", ["票号", "票类", "单位编号", "得分"])
    for ballot in 0..<Standing.leaderBallotCount {
      for (unit, standing) in zip(units, standings) {
        table.row(["L" + twoDigits(ballot + 1), nil, unit.id, decimal(hundredths: standing.leaders[ballot])])
      }
    }
    return table.table
  }

  func peerTable() -> SampleTable {
    var table = TableWriter("互评", ["评分单位", "单位编号", "得分"])
    for (rater, raterUnit) in units.enumerated() {
      for (rated, ratedUnit) in units.enumerated()
      where rated != rater && ratedUnit.category == raterUnit.category {
        let first = units.firstIndex { $0.category == ratedUnit.category } ?? 0
        let place = rater - first - (rater > rated ? 1 : 0)
        table.row([raterUnit.id, ratedUnit.id, decimal(hundredths: standings[rated].peers[place])])
      }
    }
    return table.table
  }

  func ballotTable() -> SampleTable {
    var table = TableWriter(
      "人员测评", ["单位编号", "票类", "发出票", "收回票", "优秀", "良好", "一般", "较差", "弃权", "废票"])
    for (index, unit) in units.enumerated() where !exempts(index) {
      let ballots = standings[index].ballots
      table.row(
        [unit.id, nil, "\(ballots.issued)", "\(ballots.returned)"] + ballots.marks.map { "\($0)" }
          + ["\(ballots.abstained)", "\(ballots.spoiled)"])
    }
    return table.table
  }

  func singleItemTable() -> SampleTable {
    var table = TableWriter("单项考核", ["单位编号", "单项", "等次", "依据"])
    let chosen = units.indices.filter { units[$0].order % 7 == 3 }
    for index in chosen {
      table.row([units[index].id, "平安建设", "先进", "县平安建设领导小组〔\(plan.year + 1)〕1号"])
    }
    return table.table
  }

  func adjustmentTable() -> SampleTable {
    var table = TableWriter(
      "加减分", ["编号", "单位编号", "类型", "事项编号", "事项", "等级", "分值", "依据", "日期", "认定", "不予认定原因"])
    for (place, adjustment) in adjustments.enumerated() {
      table.row([
        "J" + threeDigits(place + 1), units[adjustment.unit].id, adjustment.kind.rawValue, adjustment.matter,
        adjustment.fact, adjustment.level, adjustment.points.map { decimal(hundredths: $0) },
        adjustment.basis,
        adjustment.day.text, adjustment.refusal == nil ? "认定" : "不予认定", adjustment.refusal,
      ])
    }
    return table.table
  }
}
