// 突出问题, 经验做法, 研判 and 担当作为: what the assessment found out.

extension County {
  mutating func problemTable() -> SampleTable {
    var table = TableWriter(
      "突出问题",
      [
        "问题编号", "单位编号", "类别", "具体表现", "来源", "原因", "整改措施", "责任人", "完成时限", "整改状态", "销号日期",
        "上年问题编号",
      ])
    var random = random("突出问题")
    references = []
    let kinds = ["目标任务", "党的建设", "作风建设", "目标任务", "安全稳定", "政治建设", "目标任务", "廉政建设"]
    var number = 0
    for (index, unit) in units.enumerated() {
      let team = cadres(of: index).filter { cadres[$0].isTeamMember && cadres[$0].status == .onPost }
      let items = random.shuffled(writer.trades[index].items)
      for place in 0..<(index % 4 == 1 ? 2 : 3) {
        number += 1
        let written = problemNumbers?.next(of: unit.id)
        let kind = place == 0 ? "目标任务" : random.pick(kinds)
        let month = random.pick([3, 4, 6, 9])
        var situation = Writer.Situation(
          unit: index, item: items[place % items.count], pairing: random.below(60))
        situation.names["时限"] = deadlineText(month)
        let isClosed = random.chance(18)
        table.row([
          (written.map { "W\(plan.year)-" + threeDigits($0) } ?? "W" + threeDigits(number)), unit.id, kind,
          writer.write("\(kind)表现", situation),
          random.pick(["实地查看", "责任单位", "谈话", "测评", "实地查看、责任单位", "谈话、测评"]),
          writer.write("问题原因", situation), writer.write("整改措施", situation),
          cadres[random.pick(team)].name, monthEnd(month).text,
          isClosed ? "已销号" : "未销号",
          isClosed ? nextYear(2, random.int(1...15)).text : nil,
          number % 17 == 5 ? reference(random.int(1...220), of: index) : nil,
        ])
      }
    }
    return table.table
  }

  /// 上年问题编号, remembered for the year that it speaks of.
  private mutating func reference(_ number: Int, of unit: Int) -> String {
    var number = number
    // Two problems can't come from one; the newest year, which is kept, is as it was drawn.
    while plan.yearsAgo > 0, references.contains(where: { $0.number == number }) { number = number % 220 + 1 }
    references.append((unit, number))
    return "W\(plan.year - 1)-" + threeDigits(number)
  }

  /// What problems this year takes up from the year before.
  mutating func problemReferences() -> [(unit: Int, number: Int)] {
    _ = problemTable()
    return references
  }

  mutating func practiceTable() -> SampleTable {
    var table = TableWriter("经验做法", ["编号", "单位编号", "标题", "背景", "做法", "成效", "启示", "可推广"])
    var random = random("经验做法")
    let count = max(4, 40 * units.count / 87)
    let chosen = random.sample(units.indices.filter { standings[$0].depth < 0.75 }, count: count)
    for (place, unit) in chosen.enumerated() {
      let item = random.pick(writer.trades[unit].items)
      let situation = Writer.Situation(unit: unit, item: item)
      let methods = ["第一法", "第二法", "第三法"].map { writer.write($0, situation) }.joined(separator: "\n")
      table.row([
        "E" + twoDigits(place + 1), units[unit].id, writer.write("经验标题", situation),
        writer.write("经验背景", situation), methods, writer.write("经验成效", situation),
        writer.write("经验启示", situation), yesNo(place % 8 != 6),
      ])
    }
    return table.table
  }

  mutating func judgementTable() -> SampleTable {
    var table = TableWriter("研判", ["对象类型", "编号", "评价", "态势", "表现", "依据", "来源", "建议"])
    var random = random("研判表")
    for judgement in judgements {
      let sources = judgement.sources.joined(separator: "、")
      let verdict = judgement.isGood ? "好" : "差"
      switch judgement.subject {
      case .team(let unit):
        let situation = Writer.Situation(unit: unit, item: random.pick(writer.trades[unit].items))
        table.row([
          "班子", units[unit].id, verdict,
          judgement.isGood ? random.pick(["优良", "健康"]) : random.pick(["一般", "存在问题"]),
          writer.write("研判班子\(verdict)", situation), writer.write("研判班子\(verdict)依据", situation), sources,
          judgement.isGood ? "优先使用" : random.pick(["适时优化", "提醒", "诫勉"]),
        ])
      case .cadre(let cadre):
        let unit = cadres[cadre].unit
        let situation = Writer.Situation(unit: unit, item: random.pick(writer.trades[unit].items))
        table.row([
          "干部", cadres[cadre].id, verdict, nil, writer.write("研判干部\(verdict)", situation),
          writer.write("研判干部\(verdict)依据", situation), sources,
          judgement.isGood ? random.pick(["优先使用", "培养"]) : random.pick(["提醒", "诫勉", "调整"]),
        ])
      }
    }
    return table.table
  }

  mutating func commitmentTable() -> SampleTable {
    var table = TableWriter(
      "担当作为",
      [
        "人员编号", "台账号", "政治标准", "急难险重", "复杂问题", "乡村振兴", "主要事迹", "纪检意见", "入册日期", "动态",
      ])
    var random = random("担当作为表")
    for (place, commitment) in commitments.enumerated() {
      let unit = cadres[commitment.cadre].unit
      let situation = Writer.Situation(unit: unit, item: random.pick(writer.trades[unit].items))
      let isRemoved = commitment.change == .removed
      table.row([
        cadres[commitment.cadre].id, "D\(plan.year)-" + twoDigits(place + 1), "是",
        yesNo(!isRemoved || place % 2 == 0),
        yesNo(!isRemoved), "是", writer.write("担当事迹", situation), isRemoved ? nil : "无异议",
        commitment.enteredOn.text, commitment.change.rawValue,
      ])
    }
    return table.table
  }

  mutating func materialTable() -> SampleTable {
    var table = TableWriter("撰写材料", ["文书", "单位编号", "部分", "序号", "标题", "内容"])
    var random = random("撰写材料")
    for (index, unit) in units.enumerated() {
      let items = random.shuffled(writer.trades[index].items)
      func row(_ document: String, _ part: String, _ number: Int, _ content: String) {
        table.row([document, unit.id, part, "\(number)", nil, content])
      }
      for (place, part) in ["党建工作", "高质量发展", "年度目标任务", "新增内容", "班子运行", "队伍建设"].enumerated() {
        var situation = Writer.Situation(unit: index, item: items[place % items.count])
        row("目标任务完成情况报告", part, 1, writer.write("报告\(part)", situation))
        if part == "高质量发展" || part == "年度目标任务" {
          situation.item = items[(place + 2) % items.count]
          row("目标任务完成情况报告", part, 2, writer.write("报告\(part)", situation))
        }
      }
      for place in 0..<3 {
        let situation = Writer.Situation(
          unit: index, item: items[place % items.count], pairing: random.below(60))
        row("反馈意见书", "主要成绩", place + 1, writer.write("反馈成绩", situation))
      }
      for place in 0..<3 {
        let situation = Writer.Situation(
          unit: index, item: items[(place + 2) % items.count], pairing: random.below(60))
        row("反馈意见书", "整改要求", place + 1, writer.write("反馈要求", situation))
      }
    }
    for line in countyText.split(separator: "\n") {
      let fields = line.split(separator: "|").map(String.init)
      precondition(fields.count == 5, "a county text is bad: \(line)")
      table.row([fields[0], nil, fields[1], fields[2], fields[3], fields[4]])
    }
    return table.table
  }
}
