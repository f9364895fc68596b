// 板块得分率: how units did in each section, and who did better.

/// Rates of the sections, by unit.
struct SectionRates {
  /// The sections that a unit has points in; a rate that isn't known is `nil`.
  private typealias Rates = [(section: Indicator.Section, rate: Figure?)]
  private let rates: [String: Rates]

  init(_ units: [Unit], of year: AssessmentYear, _ gaps: Gaps) {
    var scopes = [String: [Indicator]]()
    for indicator in year.indicators {
      for scope in indicator.appliesTo { scopes[scope, default: []].append(indicator) }
    }
    let completions = Dictionary(grouping: year.completions, by: \.unitID)
    rates = units.reduce(into: [:]) { rates, unit in
      let ofCategory = scopes[unit.category] ?? []
      let known = Set(ofCategory.map(\.id))
      let indicators = ofCategory + (scopes[unit.id] ?? []).filter { !known.contains($0.id) }
      let isKnown = !gaps.cover(.component(.targets), of: unit.id)
      rates[unit.id] = Self.rates(indicators, isKnown ? completions[unit.id] ?? [] : [])
    }
  }

  private static func rates(_ indicators: [Indicator], _ completions: [Completion]) -> Rates {
    let rows = Dictionary(completions.map { ($0.indicatorID, $0) }) { first, _ in first }
    return Indicator.Section.allCases.compactMap { section in
      let members = indicators.filter { $0.section == section }
      let whole = Figure.sum(members.map { Figure($0.points, at: $0.row.cell("分值")) })
      guard whole.value > 0 else { return nil }
      let given = members.compactMap { indicator in
        rows[indicator.id].flatMap { row in row.score.map { Figure($0, at: row.row.cell("考核组评分")) } }
      }
      return (section, given.count == members.count ? Figure.sum(given) / whole : nil)
    }
  }

  /// The sections of each unit, ranked among the assessed units of its series.
  ///
  /// A section of which one rate isn't known has no ranks in that series.
  func sections(of units: [Unit], rankedBy comparison: Comparison, _ gaps: Gaps) -> [String: [SectionResult]]
  {
    var ranks = [String: [Indicator.Section: Int]]()
    for (_, members) in units.filter({ $0.participation == .assessed }).grouped(by: \.series) {
      for section in Indicator.Section.allCases where !gaps.coverAll(.ranking) {
        let having = members.compactMap { unit in
          rates[unit.id]?.first { $0.section == section }.map { (unit.id, $0.rate?.value) }
        }
        let values = having.compactMap(\.1)
        guard values.count == having.count else { continue }
        for (id, rank) in zip(having.map(\.0), comparison.ranks(of: values)) {
          ranks[id, default: [:]][section] = rank
        }
      }
    }
    return rates.reduce(into: [:]) { results, entry in
      results[entry.key] = entry.value.map { section, rate in
        SectionResult(
          section: section, rate: rate?.named(section.rawValue), rank: ranks[entry.key]?[section])
      }
    }
  }
}
