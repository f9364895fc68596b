// 班子述职 and 个人述职: the four things made clear, and three advances with one shortfall.

extension County {
  mutating func teamDebriefTable() -> SampleTable {
    var table = TableWriter(
      "班子述职",
      [
        "单位编号", "部分", "序号", "内容", "指标", "得分", "范围", "位次", "参评数", "上年位次", "责任人", "完成时限",
      ])
    var random = random("班子述职")
    for (index, unit) in units.enumerated() {
      func row(_ part: String, _ number: Int, _ content: String, _ rest: [String?] = []) {
        let padding = [String?](repeating: nil, count: 8 - rest.count)
        table.row([unit.id, part, "\(number)", content] + rest + padding)
      }
      let items = random.shuffled(writer.trades[index].items)
      row("自查总结", 1, writer.write("自查总结", Writer.Situation(unit: index)))
      row("工作成效", 1, writer.write("党建成效段", Writer.Situation(unit: index, item: items[0])))
      for (place, item) in items.prefix(5).enumerated() {
        row("工作成效", place + 2, writer.write("成效段", Writer.Situation(unit: index, item: item)))
      }
      for (place, indicator) in rankedIndicators(of: index, random: &random).enumerated() {
        writeStanding(of: index, in: indicator, number: place + 1, row: row, random: &random)
      }
      let problems = (0..<random.int(3...4)).map { (items[$0 % items.count], random.below(60)) }
      for (place, problem) in problems.enumerated() {
        let situation = Writer.Situation(unit: index, item: problem.0, pairing: problem.1)
        row("问题不足", place + 1, writer.write("班子问题", situation))
      }
      let team = cadres(of: index).filter { cadres[$0].isTeamMember && cadres[$0].status == .onPost }
      for (place, problem) in problems.enumerated() {
        let month = random.pick([3, 6, 9, 12])
        var situation = Writer.Situation(unit: index, item: problem.0, pairing: problem.1)
        situation.names["时限"] = deadlineText(month)
        row(
          "整改方向", place + 1, writer.write("班子整改", situation),
          [nil, nil, nil, nil, nil, nil, cadres[team[place % team.count]].name, monthEnd(month).text])
      }
    }
    return table.table
  }

  /// The indicators a unit says how it stood in: its own, those with a figure.
  private func rankedIndicators(of unit: Int, random: inout SplitMix) -> [Indicator] {
    let own = indicators(of: unit).map { indicators[$0] }.filter { $0.scope == units[unit].id }
    return random.sample(own, count: random.int(2...3))
  }

  private mutating func writeStanding(
    of unit: Int, in indicator: Indicator, number: Int,
    row: (String, Int, String, [String?]) -> Void, random: inout SplitMix
  ) {
    let isTownship = units[unit].isTownship
    let range = isTownship ? random.pick(["全县", "全县", "全市"]) : random.pick(["全市", "全市", "全省"])
    let field = range == "全县" ? units.count(where: \.isTownship) : range == "全市" ? 14 : 117
    let depth = standings[unit].depth
    let rank = max(1, min(field, Int(Double(field) * (0.08 + 0.7 * depth)) + random.int(-1...1)))
    let former = max(1, min(field, rank + random.int(-2...3)))
    let score = 9900 - Int(depth * 1200) - random.int(0...150)
    var situation = Writer.Situation(
      unit: unit, item: writer.trades[unit].items.first { $0.measure.name == indicator.name })
    situation.names = [
      "指标": indicator.name, "范围": range, "位次": "\(rank)", "参评数": "\(field)", "上年位次": "\(former)",
    ]
    let rule = former > rank ? "位次上升" : former < rank ? "位次下降" : "位次持平"
    row(
      "成绩位次", number, writer.write(rule, situation),
      [indicator.name, decimal(hundredths: score), range, "\(rank)", "\(field)", "\(former)"])
  }

  mutating func cadreDebriefTable() -> SampleTable {
    var table = TableWriter("个人述职", ["人员编号", "部分", "序号", "标题", "内容"])
    var random = random("个人述职")
    for cadre in cadres where cadre.mustDebrief {
      let items = random.shuffled(writer.trades[cadre.unit].items)
      func row(_ part: String, _ number: Int, _ title: String?, _ content: String) {
        table.row([cadre.id, part, "\(number)", title, content])
      }
      var situation = Writer.Situation(unit: cadre.unit)
      // Who reports on himself blames himself.
      situation.names["谁人"] = "自己"
      row("政治表现", 1, writer.note("政治标题", situation), writer.write("政治表现", situation))
      for place in 0..<3 {
        situation.item = items[place]
        situation.pairing = random.below(60)
        row("进步工作", place + 1, writer.note("进步标题", situation), writer.write("进步段", situation))
      }
      situation.item = items[3 % items.count]
      row("改进工作", 1, writer.note("改进标题", situation), writer.write("改进段", situation))
      situation.item = nil
      situation.pairing = nil
      for (place, kind) in random.sample(["学习", "作风", "方法", "统筹"], count: random.int(2...3)).enumerated() {
        situation.item = items[(4 + place) % items.count]
        row("存在问题", place + 1, writer.note("\(kind)标题", situation), writer.write("\(kind)问题", situation))
      }
      situation.item = items[4 % items.count]
      row("廉洁自律", 1, nil, writer.write("廉洁自律", situation))
      row("下步打算", 1, nil, writer.write("下步打算", situation))
    }
    return table.table
  }
}
