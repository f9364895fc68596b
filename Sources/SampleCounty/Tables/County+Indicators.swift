// 指标, 指标完成 and 实地考核: what was set, what was reached, and what the assessors made of it.

extension County {
  func indicatorTable() -> SampleTable {
    var table = TableWriter(
      "指标",
      [
        "指标编号", "适用", "板块", "小类", "指标名称", "方向", "目标值", "计量单位", "分值", "评分标准", "责任单位", "民生", "新增",
        "担当维度",
      ])
    for indicator in indicators {
      table.row([
        indicator.id, indicator.scope, indicator.section, indicator.minor, indicator.name,
        indicator.direction.rawValue, indicator.target.map { "\($0)" }, indicator.measureUnit,
        decimal(hundredths: indicator.weight), indicator.criterion,
        indicator.responsible.map { units[$0].id }.joined(separator: "、"), yesNo(indicator.isLivelihood),
        yesNo(indicator.isNew), indicator.dimension,
      ])
    }
    return table.table
  }

  mutating func completionTable() -> SampleTable {
    var table = TableWriter(
      "指标完成", ["单位编号", "指标编号", "完成值", "考核组评分", "方式", "佐证", "日期", "扣分原因"])
    var random = random("指标完成")
    for (index, unit) in units.enumerated() {
      let applicable = indicators(of: index)
      let deductions = deductions(of: index, over: applicable, random: &random)
      for (place, deduction) in zip(applicable, deductions) {
        let indicator = indicators[place]
        let reached = reached(indicator, isShort: deduction * 5 > indicator.weight, random: &random)
        let situation = Writer.Situation(unit: index, item: random.pick(writer.trades[index].items))
        table.row([
          unit.id, indicator.id, reached, decimal(hundredths: indicator.weight - deduction),
          random.pick(["实地查看", "查阅资料", "查阅资料", "听取汇报"]), writer.note("佐证", situation),
          visits[index].arrival.text, deduction > 0 ? writer.note("扣分原因", situation) : nil,
        ])
      }
    }
    return table.table
  }

  /// Takes the unit's lost points off its indicators: never more than two fifths off one.
  private func deductions(of unit: Int, over applicable: [Int], random: inout SplitMix) -> [Int] {
    var left = 10_000 - standings[unit].objective
    var deductions = applicable.map { _ in 0 }
    while left > 0 {
      let place = random.below(applicable.count)
      let room = indicators[applicable[place]].weight * 2 / 5 - deductions[place]
      let step = min(left, room, random.int(2...12) * 10)
      guard step > 0 else { continue }
      deductions[place] += step
      left -= step
    }
    return deductions
  }

  private func reached(_ indicator: Indicator, isShort: Bool, random: inout SplitMix) -> String {
    guard let target = indicator.target else { return isShort ? "未完成" : "完成" }
    switch indicator.direction {
    case .qualitative: return isShort ? "未完成" : "完成"
    case .smaller:
      let excess = isShort ? random.int(2...18) : -random.int(0...12)
      return decimal(hundredths: target * (100 + excess))
    case .larger:
      let share = isShort ? random.int(82...98) : random.int(100...112)
      let value = target * share
      // What is counted by hundredths stops at a hundred.
      let isPercent = indicator.measureUnit == "%"
      return decimal(hundredths: isPercent ? min(value, 10_000) : value / 100 * 100)
    }
  }

  func visitTable() -> SampleTable {
    var table = TableWriter("实地考核", ["单位编号", "进驻日期", "离开日期", "听取汇报次数", "查阅资料份数", "实地查看处数"])
    for (unit, visit) in zip(units, visits) {
      table.row([
        unit.id, visit.arrival.text, visit.departure.text, "\(visit.reportCount)", "\(visit.documentCount)",
        "\(visit.placeCount)",
      ])
    }
    return table.table
  }
}
