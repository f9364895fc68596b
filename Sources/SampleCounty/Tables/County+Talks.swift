// 谈话提纲 and 谈话: 3+2+2, asked of everybody in the team and of middle cadres.

extension County {
  static let talkPoints = [
    "党建工作", "高质量发展综合绩效", "年度目标任务落实", "班子整体运行", "干部队伍建设", "主要负责同志政治素质及现实表现",
    "科级干部综合表现",
  ]

  func outlineTable() -> SampleTable {
    var table = TableWriter("谈话提纲", ["要点", "序号", "建议问法", "追问"])
    for line in Self.outlineText.split(separator: "\n") {
      table.row(
        line.split(separator: "|", omittingEmptySubsequences: false).map { $0.isEmpty ? nil : String($0) })
    }
    return table.table
  }

  /// Who is talked to in a unit, and whom each of them recommends.
  private struct Talk {
    /// An index into the county's cadres; nil for 「中层」.
    let subject: Int?
    var recommended: [Int] = []
  }

  mutating func talkTable() -> SampleTable {
    var table = TableWriter(
      "谈话",
      [
        "谈话编号", "单位编号", "谈话对象", "要点", "内容", "涉及人员", "倾向", "推荐人员", "谈话人", "记录人", "日期", "起止时间",
        "地点",
      ])
    var random = random("谈话")
    var number = 0
    for (index, unit) in units.enumerated() {
      let talks = talks(of: index, random: &random)
      let speakers = assessors.filter { $0.group == unit.group && $0.duty != "联络员" }
      let recorder = assessors.first { $0.group == unit.group && $0.duty == "联络员" } ?? speakers[0]
      let pair = random.sample(speakers, count: 2).map(\.name).joined(separator: "、")
      let room = random.pick(["三楼会议室", "二楼小会议室", "党员活动室", "机关会议室", "谈话室", "支部活动室"])
      for (place, talk) in talks.enumerated() {
        number += 1
        let minutes = 8 * 60 + 30 + place * 35 + (place > 6 ? 60 : 0)
        for (point, name) in Self.talkPoints.enumerated() {
          let concern = concern(of: talk, at: place, point: point, in: index, random: &random)
          table.row([
            "T" + fourDigits(number), unit.id, talk.subject.map { cadres[$0].id } ?? "中层", name,
            talkContent(point: point, tendency: concern.tendency, unit: index, place: place, random: &random),
            list(concern.people), concern.tendency, list(talk.recommended), pair, recorder.name,
            visits[index].arrival.text, "\(clock(minutes))—\(clock(minutes + 30))", room,
          ])
        }
      }
    }
    return table.table
  }

  private func list(_ people: [Int]) -> String? {
    people.isEmpty ? nil : people.map { cadres[$0].id }.joined(separator: "、")
  }

  private func clock(_ minutes: Int) -> String { "\(twoDigits(minutes / 60)):\(twoDigits(minutes % 60))" }

  private func talks(of unit: Int, random: inout SplitMix) -> [Talk] {
    let team = cadres(of: unit).filter { cadres[$0].isTeamMember }
    var talks = team.map { Talk(subject: $0) }
    talks += (0..<max(2, 6 - team.count)).map { _ in Talk(subject: nil) }
    // Everybody on the register is recommended in three talks, never in their own.
    for commitment in commitments where cadres[commitment.cadre].unit == unit {
      let others = talks.indices.filter { talks[$0].subject != commitment.cadre }
      for place in random.sample(others, count: 3) { talks[place].recommended.append(commitment.cadre) }
    }
    let eligible = team.filter { cadres[$0].status == .onPost }
    for place in talks.indices where talks[place].recommended.isEmpty && random.chance(45) {
      let others = eligible.filter { $0 != talks[place].subject }
      if let other = others.isEmpty ? nil : random.pick(others) { talks[place].recommended = [other] }
    }
    return talks
  }

  /// Whom a point is about, and how it speaks of them.
  private func concern(
    of talk: Talk, at place: Int, point: Int, in unit: Int, random: inout SplitMix
  ) -> (people: [Int], tendency: String?) {
    let members = cadres(of: unit).filter { cadres[$0].isSectionLevel && $0 != talk.subject }
    switch point {
    case 5:
      let principals = members.filter { cadres[$0].isPrincipal }
      return (principals, principals.isEmpty ? nil : random.chance(88) ? "正面" : "中性")
    case 6:
      let judged = judgements.compactMap { judgement -> (Int, Bool)? in
        guard case .cadre(let cadre) = judgement.subject, members.contains(cadre) else { return nil }
        return (cadre, judgement.isGood)
      }
      if !judged.isEmpty, place % 2 == 0 || place == 1 {
        let (cadre, isGood) = judged[place / 2 % judged.count]
        return ([cadre], isGood ? "正面" : "负面")
      }
      let other = members.filter { !cadres[$0].isPrincipal && cadres[$0].isCounted }
      return other.isEmpty ? ([], nil) : ([random.pick(other)], random.chance(70) ? "正面" : "中性")
    default:
      return ([], nil)
    }
  }

  private mutating func talkContent(
    point: Int, tendency: String?, unit: Int, place: Int, random: inout SplitMix
  ) -> String {
    // A point not touched upon is written down as such; that happens, but seldom.
    if unit % 29 == 11 && place == 2 && point == 4 { return "未涉及" }
    var situation = Writer.Situation(unit: unit, item: random.pick(writer.trades[unit].items))
    situation.pairing = random.below(60)
    let rule =
      switch point {
      case 5: tendency == "正面" || tendency == nil ? "谈主要负责" : "谈主要负责不足"
      case 6: tendency == "负面" ? "谈科级不足" : tendency == "正面" ? "谈科级" : "谈科级平实"
      default: ["谈党建", "谈高质量", "谈目标", "谈运行", "谈队伍"][point]
      }
    return writer.write(rule, situation)
  }

  /// point | number | question | what to ask on
  private static let outlineText = """
    党建工作|1|请谈谈单位今年抓党建主要做了哪几件事，效果如何？|哪一件做得最实，依据是什么？
    党建工作|2|全面从严治党主体责任是怎样分解和检查的？|您本人承担哪几项，落实到什么程度？
    高质量发展综合绩效|1|单位的高质量发展指标完成得怎样，在全市、全县处在什么位置？|与上年相比是升是降，原因在哪里？
    高质量发展综合绩效|2|哪些指标是靠硬仗拿下来的，哪些还有差距？|差距由谁负责，打算何时补上？
    年度目标任务落实|1|年初下达的目标任务完成了多少，没完成的是哪些？|没完成的原因是主观的还是客观的？
    年度目标任务落实|2|县委县政府交办的重点工作和民生实事推进得怎样？|群众怎么评价，有没有走形式的情况？
    班子整体运行|1|班子执行民主集中制、开展批评和自我批评的情况怎样？|“三重一大”事项是怎样决策的，有没有不同意见？
    班子整体运行|2|班子成员之间分工是否合理，配合是否顺畅？|有没有推诿扯皮或者内耗的情况？
    干部队伍建设|1|干部队伍的结构、作风和能力能否适应工作需要？|年轻干部培养有哪些具体安排？
    干部队伍建设|2|选人用人、日常管理监督上还有哪些不足？|请举一两个具体的例子。
    主要负责同志政治素质及现实表现|1|请从政治素质、担当作为、廉洁自律等方面评价主要负责同志。|最突出的优点和最需要改进的地方各是什么？
    科级干部综合表现|1|请评价班子其他成员和科级干部的表现。|谁在急难险重任务中表现突出，谁还有差距？
    科级干部综合表现|2|您推荐哪一至两名同志作为担当作为干部，理由是什么？|有哪些事实可以说明？
    """
}
