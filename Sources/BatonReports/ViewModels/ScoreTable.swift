// 得分明细与排名表: every unit's components, total, rank and grade, series by series, and what was added and taken
// off. Single ballots and what single raters gave are not in it, nor is any person.

import BatonAssessment
public import BatonTemplate

/// The county's table of scores, for the county committee and the assessment office.
public struct ScoreTable: ViewModel {
  public let title: String
  let host: String
  let date: CalendarDate
  /// 「建议」 before a meeting has confirmed the grades.
  let suggestion: String
  /// The name of the best grade.
  let bestGrade: String
  let seriesList: [Series]
  let adjustments: [AdjustmentRow]
  /// 得分说明 of each unit.
  let statements: [ScoreStatement]

  struct Series: Encodable, Sendable {
    let name: String
    let participants: Int
    /// How many units may have the best grade; none where the quota is another pool's.
    @OrNone var quota: Int?
    let summary: ScoreSummary
    let rows: [Row]
    /// Whether figures that look alike are ranked apart by further places.
    let isRankedFurther: Bool

    static let shape: DataShape = .record([
      "名称": .text, "参评数": .integer, "名额": .optional(.integer), "概况": ScoreSummary.shape,
      "各单位": .list(of: Row.shape), "按更多位比较": .bool,
    ])

    enum CodingKeys: String, CodingKey {
      case name = "名称"
      case participants = "参评数"
      case quota = "名额"
      case summary = "概况"
      case rows = "各单位"
      case isRankedFurther = "按更多位比较"
    }
  }

  struct Row: Encodable, Sendable {
    @OrNone var rank: Int?
    let unitShortName: String
    @OrNone var targets: Figure?
    @OrNone var routine: Figure?
    @OrNone var leaders: Figure?
    @OrNone var peers: Figure?
    @OrNone var staff: Figure?
    @OrNone var base: Figure?
    @OrNone var bonus: Figure?
    @OrNone var deduction: Figure?
    @OrNone var total: Figure?
    let crossesRedLine: Bool
    @OrNone var grade: String?
    let sources: Sources

    static let shape: DataShape = .record([
      "位次": .optional(.integer), "单位简称": .text, "目标任务": .optional(.number), "平时分数": .optional(.number),
      "县领导评分": .optional(.number), "互评": .optional(.number), "人员测评": .optional(.number),
      "基础分": .optional(.number), "加分": .optional(.number), "扣分": .optional(.number),
      "综合得分": .optional(.number),
      "触及红线": .bool, "等次": .optional(.text), "出处": Sources.shape,
    ])

    enum CodingKeys: String, CodingKey {
      case rank = "位次"
      case unitShortName = "单位简称"
      case targets = "目标任务"
      case routine = "平时分数"
      case leaders = "县领导评分"
      case peers = "互评"
      case staff = "人员测评"
      case base = "基础分"
      case bonus = "加分"
      case deduction = "扣分"
      case total = "综合得分"
      case crossesRedLine = "触及红线"
      case grade = "等次"
      case sources = "出处"
    }
  }

  /// Where the figures of a row come from, empty for those it hasn't got; only the page says so.
  struct Sources: Encodable, Sendable {
    let targets: String
    let routine: String
    let leaders: String
    let peers: String
    let staff: String
    let base: String
    let bonus: String
    let deduction: String
    let total: String

    static let shape: DataShape = .record([
      "目标任务": .text, "平时分数": .text, "县领导评分": .text,
      "互评": .text, "人员测评": .text, "基础分": .text, "加分": .text,
      "扣分": .text, "综合得分": .text,
    ])

    enum CodingKeys: String, CodingKey {
      case targets = "目标任务"
      case routine = "平时分数"
      case leaders = "县领导评分"
      case peers = "互评"
      case staff = "人员测评"
      case base = "基础分"
      case bonus = "加分"
      case deduction = "扣分"
      case total = "综合得分"
    }
  }

  enum CodingKeys: String, CodingKey {
    case title = "题名"
    case host = "主办单位"
    case date = "成文日期"
    case suggestion = "建议"
    case bestGrade = "首等"
    case seriesList = "各序列"
    case adjustments = "加减分"
    case statements = "得分说明"
  }

  public static let shape: DataShape.Fields = [
    "题名": .text,
    "主办单位": .text,
    "成文日期": .date,
    "建议": .text,
    "首等": .text,
    "各序列": .list(of: Series.shape),
    "得分说明": .list(of: ScoreStatement.shape), "加减分": .list(of: AdjustmentRow.shape),
  ]
}

extension ScoreTable {
  init(in snapshot: YearSnapshot) {
    let year = snapshot.year
    title = "\(year.facts.county)\(year.facts.year)年度考核得分明细与排名表"
    host = year.facts.host
    date = year.facts.writtenOn
    suggestion = snapshot.suggestionMark
    bestGrade = snapshot.bestGrade
    seriesList = snapshot.outcome.series.map { Series($0.name, $0.units, in: snapshot) }
    adjustments = AdjustmentRow.all(in: year)
    statements = snapshot.statements
  }
}

extension ScoreTable.Series {
  fileprivate init(_ name: String, _ units: [UnitOutcome], in snapshot: YearSnapshot) {
    self.init(
      name: name, participants: units.count { $0.rank != nil },
      quota: snapshot.outcome.quota(of: name),
      summary: ScoreSummary(of: units, in: snapshot),
      rows: units.map { ScoreTable.Row($0, in: snapshot) }, isRankedFurther: snapshot.isRankedFurther(units))
  }
}

extension ScoreTable.Row {
  fileprivate init(_ outcome: UnitOutcome, in snapshot: YearSnapshot) {
    func shown(_ component: Component) -> Figure? {
      outcome.score.components[component].map { snapshot.shown($0.value) }
    }
    self.init(
      rank: outcome.rank, unitShortName: outcome.unit.shortName, targets: shown(.targets),
      routine: shown(.routine), leaders: shown(.leaders), peers: shown(.peers), staff: shown(.staff),
      base: outcome.score.base.map { snapshot.shown($0.value) },
      bonus: outcome.score.bonus.map { snapshot.shown($0.value) },
      deduction: outcome.score.deduction.map { snapshot.shown($0.value) },
      total: snapshot.total(of: outcome.unit),
      crossesRedLine: outcome.score.barsBestGrade, grade: outcome.grade,
      sources: ScoreTable.Sources(outcome.score, in: snapshot))
  }
}

extension ScoreTable.Sources {
  fileprivate init(_ score: UnitScore, in snapshot: YearSnapshot) {
    func source(_ component: Component) -> String {
      snapshot.source(of: score.components[component], named: component.rawValue)
    }
    self.init(
      targets: source(.targets), routine: source(.routine), leaders: source(.leaders), peers: source(.peers),
      staff: source(.staff), base: snapshot.source(of: score.base, named: "基础分"),
      bonus: snapshot.source(of: score.bonus, named: "加分"),
      deduction: snapshot.source(of: score.deduction, named: "扣分"),
      total: snapshot.source(of: score.total, named: "综合得分"))
  }
}
