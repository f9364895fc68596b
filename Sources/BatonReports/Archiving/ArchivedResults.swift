// results.json: what `results --json` gives, and beside it how each of it came about.

internal import BatonAssessment

/// The results of a year with their derivations.
///
/// Its keys are those of ``ResultsRecord`` and 「推导」: by 单位编号 and by 人员编号, each field's explanation. 位次 names
/// only what each unit is ranked by; how that came about stands under the unit's own 综合得分.
struct ArchivedResults: Encodable {
  private let results: ResultsRecord
  private let units: [String: [String: Explanation]]
  private let persons: [String: [String: Explanation]]

  init(_ results: YearResults, of year: AssessmentYear) {
    self.results = ResultsRecord(results, of: year)
    let explainer = Explainer(year, results)
    let unitExplainer = UnitExplainer(year, results)
    units = results.units.reduce(into: [:]) { units, result in
      var fields = [String: Explanation]()
      fields[UnitField.total.rawValue] = result.score.total.map(explainer.explanation)
      fields[UnitField.rank.rawValue] = unitExplainer.rank(of: result)?.withoutGrounds
      // A component without weight is in no total, but is shown.
      for (component, figure) in result.score.components {
        fields[component.rawValue] = explainer.explanation(of: figure)
      }
      for section in result.sections {
        fields[section.section.rawValue] = section.rate.map(explainer.explanation)
      }
      units[result.unitID] = fields
    }
    persons = (results.bonuses?.lines ?? []).reduce(into: [:]) { persons, line in
      persons[line.cadreID] = line.due.map { [CadreField.due.rawValue: explainer.explanation(of: $0)] }
    }
  }

  private enum CodingKeys: String, CodingKey { case derivations = "推导" }

  private enum Subjects: String, CodingKey {
    case units = "单位"
    case persons = "人员"
  }

  func encode(to encoder: any Encoder) throws {
    try results.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    var subjects = container.nestedContainer(keyedBy: Subjects.self, forKey: .derivations)
    try subjects.encode(units, forKey: .units)
    try subjects.encode(persons, forKey: .persons)
  }
}

extension Explanation {
  /// The step and what it takes directly: the values, not where they came from.
  fileprivate var withoutGrounds: Explanation {
    var step = self
    step.inputs = inputs.map { entrant in
      var entrant = entrant
      entrant.inputs = entrant.inputs.map { value in
        var value = value
        value.inputs = []
        return value
      }
      return entrant
    }
    return step
  }
}
