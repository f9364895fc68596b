// 得分说明: an annex that says term by term how a total came about. For the unit itself what others gave stops at how
// many ballots there were, how many were dropped and what their mean is; for the county's own use cells are named too.

import BatonAssessment
internal import BatonTemplate

/// How a unit's total came about, a row a term.
struct ScoreStatement: Encodable, Sendable {
  let unitShortName: String
  let rows: [Row]

  /// Who reads it.
  enum Reader {
    case unit, office
  }

  struct Row: Encodable, Sendable {
    let term: String
    /// In percent; of components alone.
    @OrNone var weight: Figure?
    /// None where the unit is exempt.
    @OrNone var score: Figure?
    let note: String

    static let shape: DataShape = .record([
      "项目": .text, "权重": .optional(.number), "得分": .optional(.number), "说明": .text,
    ])

    enum CodingKeys: String, CodingKey {
      case term = "项目"
      case weight = "权重"
      case score = "得分"
      case note = "说明"
    }
  }

  static let shape: DataShape = .record(["单位简称": .text, "各项": .list(of: Row.shape)])

  enum CodingKeys: String, CodingKey {
    case unitShortName = "单位简称"
    case rows = "各项"
  }
}

extension ScoreStatement {
  /// `nil` where the total can't be known.
  init?(of outcome: UnitOutcome, for reader: Reader, in snapshot: YearSnapshot) {
    let score = outcome.score
    guard let total = score.total, let base = score.base, let bonus = score.bonus,
      let deduction = score.deduction
    else { return nil }
    let components = Component.allCases.compactMap { Self.row(of: $0, outcome, snapshot) }
    let notes = ScoreNotes(snapshot)
    let isConverted = !outcome.unit.exemptComponents.isEmpty
    let sums = [
      Row(
        term: "基础分", weight: nil, score: snapshot.shown(base.value),
        note: isConverted ? "有免评分项，\(snapshot.year.plan.row(.conventions, "免评处理")?.value ?? "")" : "各分项按权重加权"),
      Row(term: "加分", weight: nil, score: snapshot.shown(bonus.value), note: notes.matters(of: bonus)),
      Row(
        term: "扣分", weight: nil, score: snapshot.shown(deduction.value), note: notes.matters(of: deduction)),
      Row(term: "综合得分", weight: nil, score: snapshot.shown(total.value), note: "基础分＋加分－扣分"),
    ]
    let figures: [BatonAssessment.Figure?] = [nil, bonus, deduction, nil]
    let listed = components.map { row in row.1.map { (row.0, $0) } ?? (row.0, nil) } + zip(sums, figures)
    unitShortName = outcome.unit.shortName
    rows = listed.map { row, figure in
      guard reader == .office, let figure, case let cells = FigureSource.ranges(of: figure.cells),
        !cells.isEmpty
      else { return row }
      return Row(term: row.term, weight: row.weight, score: row.score, note: "\(row.note)（\(cells)）")
    }
  }

  /// A component that counts or is shown; one whose ballots are too few to be told of is not.
  private static func row(
    of component: Component, _ outcome: UnitOutcome, _ snapshot: YearSnapshot
  ) -> (Row, BatonAssessment.Figure?)? {
    guard component != .staff || !outcome.result.hidesStaffComponent else { return nil }
    let (unit, plan) = (outcome.unit, snapshot.year.plan)
    let weight = plan.number(.weights, component.rawValue, for: unit.category).map { Figure($0) }
    guard !unit.exemptComponents.contains(component) else {
      return (Row(term: component.rawValue, weight: weight, score: nil, note: "免评"), nil)
    }
    return outcome.score.components[component].map { figure in
      let note = ScoreNotes(snapshot).note(on: component, figure, of: outcome)
      return (
        Row(term: component.rawValue, weight: weight, score: snapshot.shown(figure.value), note: note), figure
      )
    }
  }
}

/// What is said of each term.
private struct ScoreNotes {
  private let snapshot: YearSnapshot

  init(_ snapshot: YearSnapshot) { self.snapshot = snapshot }

  func note(on component: Component, _ figure: BatonAssessment.Figure, of outcome: UnitOutcome) -> String {
    switch component {
    case .targets: "考核组评分合计按满分折成百分制"
    case .routine: "\(Set(figure.cells).count) 次给分，去 0 次，平均 \(shown(figure.value)) 分"
    case .staff: "\(outcome.result.countedBallots) 票，去 0 票，平均 \(shown(figure.value)) 分"
    case .leaders, .peers: ballots(of: figure, kind: nil).joined(separator: "；")
    }
  }

  /// 「32 票，去 2 票，平均 90.00 分」, for each kind of ballots or pool of raters.
  private func ballots(of figure: BatonAssessment.Figure, kind: String?) -> [String] {
    func note(_ count: Int, dropped: Int) -> [String] {
      ["\(kind ?? "")\(count) 票，去 \(dropped) 票，平均 \(shown(figure.value)) 分"]
    }
    switch figure.derivation {
    case .trimmedMean(let ballots, let trimming):
      return note(ballots.count, dropped: ballots.count - trimming.kept(ballots).count)
    case .mean(let ballots): return note(ballots.count, dropped: 0)
    case .named(.ballots(let kind), let inner): return self.ballots(of: inner, kind: kind)
    case .named(_, let inner): return self.ballots(of: inner, kind: kind)
    default: return figure.derivation.inputs.flatMap { self.ballots(of: $0, kind: kind) }
    }
  }

  /// How many matters a sum of bonuses or deductions is of, and whether the cap holds it down.
  func matters(of sum: BatonAssessment.Figure) -> String {
    let matters = Self.matters(below: sum)
    guard !matters.isEmpty else { return "无" }
    let whole = matters.map(\.value).sum()
    return "\(matters.count) 项" + (whole > sum.value ? "，合计 \(shown(whole)) 分，按封顶计" : "")
  }

  private static func matters(below figure: BatonAssessment.Figure) -> [BatonAssessment.Figure] {
    if case .named(.matter, _) = figure.derivation { return [figure] }
    return figure.derivation.inputs.flatMap(matters)
  }

  private func shown(_ value: Rational) -> String { snapshot.shown(value).text }
}

extension YearSnapshot {
  /// 得分说明 of every unit whose total is known, by 机构序, for the county's own use.
  var statements: [ScoreStatement] {
    outcome.units.compactMap { ScoreStatement(of: $0, for: .office, in: self) }
  }
}
