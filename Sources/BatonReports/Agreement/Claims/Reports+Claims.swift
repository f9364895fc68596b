// What a unit's report on its targets and its debriefs must say.

import BatonAssessment

extension CompletionReport: Claiming {
  private static let headings = ["序号", "指标名称", "目标值", "完成值", "完成率（%）", "分值", "考核组评分"]

  var claims: Claims {
    var claims = Claims()
    claims.says("对\(unitName)\(yearNumber)年度目标任务完成情况进行了考核。")
    // As the author of the report, on a line of its own.
    if let groupNumber { claims.says("\n\(hanNumeral: groupNumber)考核组\n") }
    if let visit {
      if let groupNumber { claims.says("，\(hanNumeral: groupNumber)考核组于") }
      claims.says(
        "听取汇报\(visit.briefings)次，查阅资料\(visit.documentsRead)份，实地查看\(visit.sitesSeen)处，个别谈话\(talkCount)人")
    } else {
      claims.says("个别谈话\(talkCount)人")
    }
    if let ballots { claims.says("民主测评发出测评票\(ballots.issued)张、收回\(ballots.returned)张") }
    claims.says("\(yearNumber)年，该单位共承担考核指标\(total.tasks)项，完成\(total.done)项")
    if let rate = total.rate { claims.says("项，完成率\(rate)%。") }
    for section in sections where section.tally.tasks > 0 {
      claims.says("共\(section.tally.tasks)项任务，完成\(section.tally.done)项，完成率\(section.tally.rate)%。")
    }
    if let score { claims.add(score, of: unitShortName) }
    claims.says("表1　\(unitShortName)\(yearNumber)年度考核指标完成情况")
    claims.numbering(of: Self.headings, rows.count)
    claims.column("目标值", of: Self.headings, rows.map(\.targetText))
    claims.column("完成值", of: Self.headings, rows.map(\.reachedText))
    claims.column("完成率（%）", of: Self.headings, rows.map { $0.rate.text(or: "—") })
    claims.column("分值", of: Self.headings, rows.map(\.points.text))
    claims.column("考核组评分", of: Self.headings, rows.map { $0.score.text(or: missingText) })
    return claims
  }
}

extension CompletionRow {
  fileprivate var targetText: String { target.map { $0.text + (measure ?? "") } ?? "—" }

  fileprivate var reachedText: String {
    switch reached {
    case nil: missingText
    case .figure(let figure): figure.text + (measure ?? "")
    case .word(let word): word + (measure ?? "")
    }
  }
}

extension Claims {
  /// A unit's own score, as its documents tell it.
  fileprivate mutating func add(_ score: ScoreNote, of unit: String) {
    says(
      """
      该单位综合得分\(score.total, is: "\(unit).综合得分")分，其中基础分\(score.base, is: "\(unit).基础分")分，\
      加分\(score.bonus, is: "\(unit).加分")分，扣分\(score.deduction, is: "\(unit).扣分")分。
      """)
    for component in score.components {
      says("\(component.name)\(component.score, is: "\(unit).\(component.name)")分")
    }
    if let rank = score.rank {
      says(
        """
        在\(score.series)序列\(score.participants, is: "\(score.series).参评数")个参评单位中列第\
        \(rank, is: "\(unit).位次")位，
        """)
    }
    says("等次为\(score.grade ?? missingText)。")
    for section in score.sections {
      says("\(section.name)\(section.rate)%")
      if let rank = section.rank { says("%（列第\(rank)位）") }
    }
  }
}

extension TeamDebriefReport: Claiming {
  private static let headings = ["指标", "得分", "位次／参评数", "上年位次", "升降"]

  var claims: Claims {
    var claims = Claims()
    guard !standings.isEmpty else { return claims }
    claims.says("\(yearNumber)年度主要工作成绩位次")
    claims.column("得分", of: Self.headings, standings.map { $0.score.text(or: "—") })
    claims.column(
      "位次／参评数", of: Self.headings,
      standings.map { "\($0.rank.text(or: missingText))／\($0.participants.text(or: missingText))" })
    claims.column("上年位次", of: Self.headings, standings.map { $0.lastRank.text(or: "—") })
    claims.column("升降", of: Self.headings, standings.map(\.movement))
    return claims
  }
}

extension TeamDebriefReport.Standing {
  fileprivate var movement: String {
    guard let rank, let lastRank else { return "—" }
    return rank < lastRank ? "升\(lastRank - rank)位" : rank > lastRank ? "降\(rank - lastRank)位" : "持平"
  }
}

extension Statement.Interpolation {
  /// A small number as Chinese counts it: 第六, 第十二.
  mutating func appendInterpolation(hanNumeral number: Int) {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    guard (1...99).contains(number) else { return }
    let tens = number < 10 ? "" : (number < 20 ? "" : digits[number / 10]) + "十"
    pieces.append(.figure("第\(tens)\(digits[number % 10])", field: nil))
  }
}
