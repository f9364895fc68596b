// The worked examples of the year's data description (核对例), as a year made by hand.

import BatonAssessment

/// A year of three units: a township, an office exempt from peers' scores, an office with a red line.
enum ScoringExample {
  static let rural = "T1"
  static let exempt = "D1"
  static let barred = "G1"

  /// The year, with more rows of the plan, or others in place of those with the same key.
  static func year(plan rows: [(PlanItem, String?, String, String)] = []) throws -> AssessmentYear {
    let facts = YearFacts([
      fact(.county, "例县"), fact(.countyShort, "例"), fact(.year, "2022"), fact(.host, "组织部"),
      fact(.periodStart, "2022-01-01"), fact(.periodEnd, "2022-12-31"), fact(.writtenOn, "2023-01-20"),
    ])
    guard let facts else { throw ExampleError() }
    var year = AssessmentYear(
      facts: facts,
      units: [
        unit(exempt, "县直单位", "党委部门", 1, exempt: [.peers]), unit(barred, "县直单位", "政府工作部门", 2),
        unit("G2", "县直单位", "政府工作部门", 3), unit(rural, "乡镇", "乡镇", 4),
      ])
    year.plan = Plan((rows + standard).enumerated().map { plan($1, number: $0 + 2) })
    year.completions = [(rural, "92.5"), (exempt, "91.2"), (barred, "96"), ("G2", "90")].enumerated().map {
      completion($1.0, $1.1, number: $0 + 2)
    }
    year.routineScores = routine
    year.leaderBallots =
      ballots(rural, ["95", "90", "88", "92", "60"], from: 2)
      + ballots(exempt, ["90", "92", "86", "88"], from: 7)
      + ballots(barred, ["95"], from: 11) + ballots("G2", ["90"], from: 12)
    year.peerScores =
      peers(rural, ["88", "90", "85", "92", "87", "91", "89", "86", "90", "70", "98"], by: rural, from: 2)
      + peers(barred, ["93"], by: exempt, from: 13) + peers("G2", ["80"], by: exempt, from: 14)
    year.staffBallots = [
      staff(rural, 30, 18, 6, 1, 2, 1, number: 2), staff(exempt, 2, 1, 0, 0, 0, 0, number: 3),
      staff(barred, 4, 1, 0, 0, 0, 0, number: 4), staff("G2", 4, 0, 0, 0, 0, 0, number: 5),
    ]
    year.adjustments = [
      adjustment(rural, .bonus, "M1", "国家级", number: 2), adjustment(rural, .bonus, "M1", "省级", number: 3),
      adjustment(rural, .bonus, "M2", "市级", number: 4), adjustment(rural, .deduction, "M3", "约谈", number: 5),
      adjustment(barred, .bonus, "M4", "省级", number: 6), adjustment(barred, .redLine, "M5", "H03", number: 7),
      adjustment(exempt, .redLine, "M6", "H03", recognition: .refused, number: 8),
    ]
    return year
  }

  struct ExampleError: Error {}

  private static let standard: [(PlanItem, String?, String, String)] =
    zip(Component.allCases, ["50", "20", "15", "5", "10"]).map { (.weights, "乡镇", $0.rawValue, $1) }
    + zip(Component.allCases, ["45", "20", "20", "5", "10"]).map { (.weights, "县直单位", $0.rawValue, $1) }
    + [(.fullScore, "乡镇", "指标", "100"), (.fullScore, "县直单位", "指标", "100")]
    + [(.staffScale, nil, "优秀", "100"), (.staffScale, nil, "良好", "85")]
    + [(.staffScale, nil, "一般", "60"), (.staffScale, nil, "较差", "30")]
    + [(.peerPools, "乡镇", "乡镇", "100"), (.peerPools, "县直单位", "县直单位", "100")]
    + ["县领导评分", "互评"].flatMap { [(.trimming, $0, "个数", "1"), (.trimming, $0, "起算票数", "5")] }
    + ["一季度", "二季度", "三季度", "四季度"].enumerated().map { (.periods, nil, $1, "\($0 + 1)") }
    + [
      (.bonusStandards, nil, "国家级", "3"), (.bonusStandards, nil, "省级", "2"),
      (.bonusStandards, nil, "市级", "1"),
    ]
    + [(.deductionStandards, nil, "约谈", "1.5"), (.redLines, nil, "H03", "否优")]
    + [(.caps, nil, "加分单项", "3"), (.caps, nil, "加分", "5"), (.caps, nil, "扣分", "5")]
    + [(.conventions, nil, "免评处理", "按其余权重折算"), (.conventions, nil, "平时缺期", "按已有期次")]

  // MARK: Rows

  private static func row(_ sheet: String, _ headings: [String], _ number: Int) -> RowAddress {
    let columns = Dictionary(uniqueKeysWithValues: headings.enumerated().map { ($1, $0) })
    return RowAddress(table: TableAddress(file: "例", sheet: sheet, columns: columns), number: number)
  }

  private static func fact(_ item: YearFact.Item, _ content: String) -> YearFact {
    YearFact(item: item, content: content, row: row("年度", ["项目", "内容"], 2))
  }

  private static func plan(_ entry: (PlanItem, String?, String, String), number: Int) -> PlanRow {
    PlanRow(
      item: entry.0, scope: entry.1, name: entry.2, value: entry.3, clause: nil, note: nil,
      row: row("方案", ["项目", "适用", "名称", "数值"], number))
  }

  private static func unit(
    _ id: String, _ category: String, _ series: String, _ order: Int, exempt: [Component] = []
  ) -> Unit {
    Unit(
      id: id, name: id, shortName: id, category: category, series: series, order: order, groupNumber: 1,
      participation: .assessed, leaderCount: nil, nonLeaderCount: nil, institutionStaffCount: nil,
      quotaGroup: nil, exemptComponents: exempt, exemptionBasis: nil, teamGrade: nil, confirmedGrade: nil,
      confirmationBasis: nil, row: row("单位", ["单位编号"], order + 1))
  }

  private static func decimal(_ text: String) -> ExactDecimal { ExactDecimal(text) ?? ExactDecimal(-1) }

  private static func completion(_ unit: String, _ score: String, number: Int) -> Completion {
    Completion(
      unitID: unit, indicatorID: "I", value: .done(true), score: decimal(score), method: .documents,
      evidence: "台账", date: nil, deductionReason: nil, row: row("指标完成", ["单位编号", "考核组评分"], number))
  }

  private static var routine: [RoutineScore] {
    let rows: [(String, String, String, RoutineScore.Basis, String)] = [
      (rural, "N", "一季度", .dailyWork, "90"), (rural, "N", "一季度", .fieldSurvey, "80"),
      (rural, "N", "二季度", .dailyWork, "92"), (rural, "N", "三季度", .dailyWork, "88"),
      (rural, "N", "四季度", .dailyWork, "94"), (rural, "W", "四季度", .dailyWork, "85"),
      (exempt, "N", "一季度", .dailyWork, "88"), (barred, "N", "一季度", .dailyWork, "94"),
      ("G2", "N", "一季度", .dailyWork, "90"),
    ]
    return rows.enumerated().map { index, entry in
      RoutineScore(
        unitID: entry.0, raterID: entry.1, period: entry.2, basis: entry.3, indicatorID: nil,
        score: decimal(entry.4), note: nil, row: row("平时分数", ["单位编号", "得分"], index + 2))
    }
  }

  private static func ballots(_ unit: String, _ scores: [String], from first: Int) -> [LeaderBallot] {
    scores.enumerated().map { index, score in
      LeaderBallot(
        ballotID: "L\(index)", kind: nil, unitID: unit, score: decimal(score),
        row: row("县领导评分", ["票号", "得分"], first + index))
    }
  }

  private static func peers(_ unit: String, _ scores: [String], by rater: String, from first: Int)
    -> [PeerScore]
  {
    scores.enumerated().map { index, score in
      PeerScore(
        raterID: rater, unitID: unit, score: decimal(score), row: row("互评", ["评分单位", "得分"], first + index))
    }
  }

  private static func staff(
    _ unit: String, _ excellent: Int, _ good: Int, _ fair: Int, _ poor: Int, _ abstained: Int, _ invalid: Int,
    number: Int
  ) -> StaffBallot {
    let all = excellent + good + fair + poor + abstained + invalid
    return StaffBallot(
      unitID: unit, kind: nil, issued: all, returned: all, excellent: excellent, good: good, fair: fair,
      poor: poor, abstained: abstained, invalid: invalid,
      row: row("人员测评", ["单位编号", "优秀", "良好", "一般", "较差"], number))
  }

  private static func adjustment(
    _ unit: String, _ kind: Adjustment.Kind, _ matter: String, _ level: String,
    recognition: Adjustment.Recognition = .recognized, number: Int
  ) -> Adjustment {
    Adjustment(
      id: "\(number)", unitID: unit, kind: kind, matterID: matter, matter: "事项", level: level, points: nil,
      basis: "文号", date: date, recognition: recognition,
      refusalReason: nil, row: row("加减分", ["编号", "分值"], number))
  }

  private static var date: CalendarDate {
    guard let date = CalendarDate("2022-06-01") else { preconditionFailure("a day of the calendar") }
    return date
  }
}
