// From the derivation of a figure to its explanation, with the plan's rows and what may not be told left out.

import BatonAssessment

/// Explains figures of a year.
struct Explainer {
  private let year: AssessmentYear
  private let planRows: [CellAddress: PlanRow]
  /// Cells of staff ballots so few that nothing but the component's value may be told.
  private let hidden: Set<CellAddress>

  init(_ year: AssessmentYear, _ results: YearResults) {
    self.year = year
    let units = Set(results.units.filter(\.hidesStaffComponent).map(\.unitID))
    hidden = Set(year.staffBallots.filter { units.contains($0.unitID) }.map { $0.row.cell("优秀") })
    planRows = Dictionary(year.plan.rows.map { ($0.valueCell, $0) }) { first, _ in first }
  }

  func explanation(of figure: BatonAssessment.Figure) -> Explanation {
    func step(_ operation: Explanation.Operation, _ inputs: [BatonAssessment.Figure] = []) -> Explanation {
      Explanation(operation, figure.value, inputs: inputs.map(explanation))
    }
    switch figure.derivation {
    case .cell(let cell):
      var leaf = step(.cell)
      leaf.cells = [cell]
      leaf.planRow = planRows[cell]
      return leaf
    case .count(let cells):
      var leaf = step(.count)
      leaf.cells = cells
      return leaf
    case .constant: return step(.constant)
    case .sum(let terms): return step(.sum, terms)
    case .mean(let terms): return step(.mean, terms)
    case .greatest(let terms): return step(.greatest, terms)
    case .difference(let left, let right): return step(.difference, [left, right])
    case .product(let left, let right): return step(.product, [left, right])
    case .quotient(let left, let right): return step(.quotient, [left, right])
    case .least(let left, let right): return step(.least, [left, right])
    case .trimmedMean(let ballots, let trimming):
      var mean = step(.trimmedMean, ballots + [trimming.count, trimming.threshold])
      mean.inputs[ballots.count].name = "个数"
      mean.inputs[ballots.count + 1].name = "起算票数"
      let kept = Set(trimming.kept(ballots))
      for index in ballots.indices { mean.inputs[index].isDropped = !kept.contains(index) }
      return mean
    case .rounded(let value, let places, let rounding):
      var rounded = step(.rounded, [value])
      rounded.rounding = Explanation.RoundingStep(places: places, rule: rounding)
      return rounded
    case .chosen(let value, let cells):
      var chosen = explanation(of: value)
      chosen.reasons += cells
      return chosen
    case .named(let name, let value):
      var named = mayTell(value, named: name) ? explanation(of: value) : step(.withheld)
      named.name = [title(of: name), named.name].compactMap(\.self).joined(separator: "·")
      return named
    }
  }

  private func mayTell(_ figure: BatonAssessment.Figure, named name: FigureName) -> Bool {
    name != .term(Component.staff.rawValue) || hidden.isEmpty || hidden.isDisjoint(with: figure.cells)
  }

  private func title(of name: FigureName) -> String {
    switch name {
    case .term(let term): term
    case .unit(let id): year.unit(id)?.shortName ?? id
    case .period(let period): period
    case .matter(let matter): "事项 \(matter)"
    case .cadre(let id): id
    case .ballots(let kind): kind
    }
  }
}
