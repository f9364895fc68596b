// 年度 and 发文, 分发, 单位沿革: the year's particulars and what is issued in it.

extension County {
  /// The one character documents are numbered under: 安 for 安岭县.
  private var initial: String { String(plan.countyName.prefix(1)) }

  func yearTable() -> SampleTable {
    var table = TableWriter("年度", ["项目", "内容"])
    let rows: [(String, String)] = [
      ("县名", plan.countyName), ("县名简称", initial), ("年度", "\(plan.year)"),
      ("主办单位", "中共\(plan.countyName)委组织部"), ("发文机关标志", "中共\(plan.countyName)委组织部文件"),
      ("考核方案名称", "\(plan.countyName)\(plan.year)年度目标责任考核办法"),
      ("考核方案文号", "\(initial)发〔\(plan.year)〕6号"), ("考核期起", day(1, 1).text), ("考核期止", day(12, 31).text),
      ("成文日期", nextYear(2, 20).text), ("联系人", settledName("联系人")), ("联系电话", "0000-1234567"),
      ("内部标注", "内部资料 注意保管"), ("考核领导机构", "\(plan.countyName)年度目标责任考核领导小组"),
      ("审定会议", "县委常委会第6次会议"), ("审定日期", nextYear(2, 17).text),
      ("奖金办法名称", "\(plan.countyName)年度考核奖发放办法（试行）"), ("奖金办法文号", "\(initial)办发〔\(plan.year)〕14号"),
      ("动员培训日期", day(12, 28).orNextWorkday.text), ("动员培训内容", "考核内容、考核过程、完成质量"),
      ("县领导发出票数", "34"), ("公示开始日期", nextYear(2, 21).text), ("公示结束日期", nextYear(2, 27).text),
      ("公示工作日数", "5"), ("整改方案报送日期", nextYear(3, 20).text), ("整改结果报送日期", nextYear(6, 20).text),
      ("全宗号", "0012"), ("全宗名称", "中共\(plan.countyName)委组织部"), ("门类代码", "WS"),
      ("归档年度", "\(plan.year + 1)"), ("起始件号", "1"),
    ]
    for (item, content) in rows { table.row([item, content]) }
    return table.table
  }

  /// Somebody of the organization department: who signs, who answers the telephone.
  private func settledName(_ role: String) -> String {
    let people = cadres.filter { units[$0.unit].office.key == "组织部" && $0.status == .onPost }
    return role == "签发人" ? people[0].name : people[people.count - 1].name
  }

  func issuanceTable() -> SampleTable {
    var table = TableWriter(
      "发文",
      [
        "文书", "单位编号", "发文字号", "签发人", "主送", "抄送", "印发机关", "印发日期", "份数", "密级", "保密期限", "定密依据",
        "定密责任人", "知悉范围", "授权文号",
      ])
    let office = "中共\(plan.countyName)委组织部办公室"
    let next = plan.year + 1
    func row(
      _ document: String, unit: String? = nil, number: String, signer: String? = nil, to: String,
      copies: String?,
      count: Int
    ) {
      table.row([
        document, unit, number, signer, to, copies, office, nextYear(2, 20).text, "\(count)", nil, nil, nil,
        nil, nil,
        nil,
      ])
    }
    row(
      "考核结果通报", number: "\(initial)组发〔\(next)〕8号", to: "各乡镇党委、人民政府，县直各单位",
      copies: "县委办公室、县政府办公室，县考核领导小组成员单位", count: 120)
    row(
      "全县考核情况报告", number: "\(initial)组报〔\(next)〕3号", signer: settledName("签发人"), to: "县委", copies: nil,
      count: 12)
    for (index, unit) in units.enumerated() {
      let recipient = unit.isTownship ? "\(unit.fullName)党委" : "\(unit.fullName)领导班子"
      row(
        "反馈意见书", unit: unit.id, number: "\(initial)组函〔\(next)〕\(21 + index)号", to: recipient, copies: nil,
        count: 2)
    }
    return table.table
  }

  func distributionTable() -> SampleTable {
    var table = TableWriter("分发", ["文书", "份号", "领取人", "职务"])
    var random = random("分发")
    let leaders = ["县委书记", "县委副书记、县长", "县委专职副书记", "县委常委、组织部部长", "县委常委、纪委书记", "组织部常务副部长", "考核办主任"]
    var names = Names(seed: plan.seed &+ 1, reserved: cadres.map(\.name) + assessors.map(\.name))
    for (place, post) in leaders.enumerated() {
      table.row(["两头名单", "\(place + 1)", names.person(isWoman: random.chance(20)), post])
    }
    for (place, post) in ["考核办主任", "考核办副主任", "考核办干事", "干部档案室管理员"].enumerated() {
      table.row(["谈话记录", "\(place + 1)", names.person(isWoman: random.chance(30)), post])
    }
    return table.table
  }

  func historyTable() -> SampleTable {
    var table = TableWriter("单位沿革", ["年度", "原单位编号", "原单位名称", "变更", "现单位编号", "生效日期", "依据"])
    for change in UnitChange.of(plan) {
      guard let unit = units.first(where: { $0.office.key == change.key }) else { continue }
      table.row([
        "\(plan.year)", change.formerID, change.formerName, change.kind.rawValue, unit.id,
        day(change.month, 1).orNextWorkday.text, "\(initial)编发〔\(plan.year)〕\(change.month)号",
      ])
    }
    return table.table
  }
}
