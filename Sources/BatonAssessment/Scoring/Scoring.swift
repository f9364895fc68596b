// 计分: from the year's tables to every unit's score, exactly.

/// The scores of a year.
///
///     let scores = Scoring(year).scores      // one for each unit that takes part, by 机构序
///
/// Nothing is rounded here; see ``Rational/rounded(places:_:)`` for where a figure is shown.
/// Source: 年度数据「计分」.
public struct Scoring: Sendable {
  /// One for each unit that takes part, by 机构序.
  public let scores: [UnitScore]
  /// Units some of whose ballots were too few for trimming, by component.
  public let shortOfBallots: [Component: [String]]
  private let positions: [String: Int]

  /// Scores a year; what depends on its gaps is left out.
  public init(_ year: AssessmentYear, gaps: Gaps = Gaps()) {
    let scorer = ComponentScorer(year, gaps)
    let adjustments = AdjustmentScorer(year, gaps)
    let units = year.units.filter(\.takesPart)
    let components = units.map { unit in
      Component.allCases.reduce(into: [Component: Figure]()) { figures, component in
        guard !unit.exemptComponents.contains(component) else { return }
        figures[component] = scorer.score(component, of: unit)
      }
    }
    shortOfBallots = [Component.leaders, .peers].reduce(into: [:]) { short, component in
      let unitIDs = zip(units, components).filter { unit, figures in
        figures[component] != nil && scorer.isShort(component, of: unit)
      }.map(\.0.id)
      if !unitIDs.isEmpty { short[component] = unitIDs }
    }
    let takesMean = year.plan.row(.conventions, "免评处理")?.value == "取序列平均"
    let substitutes = takesMean ? Self.seriesMeans(units, components, gaps) : [:]
    scores = zip(units, components).map { unit, components in
      let base =
        gaps.cover(.base, of: unit.id)
        ? nil
        : takesMean
          ? Self.substituted(unit, components, substitutes[unit.series] ?? [:], year.plan)
          : Self.converted(unit, components, year.plan)
      return UnitScore(
        unitID: unit.id, components: components, base: base?.named("基础分"),
        bonus: adjustments.total(.bonus, of: unit),
        deduction: adjustments.total(.deduction, of: unit), barsBestGrade: adjustments.barsBestGrade(of: unit)
      )
    }
    positions = Dictionary(units.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }

  public func score(of unitID: String) -> UnitScore? { positions[unitID].map { scores[$0] } }

  /// The mean of each component over the assessed units of a series that are not exempt from it.
  ///
  /// There is none where the data of one of them can't be relied on.
  private static func seriesMeans(
    _ units: [Unit], _ components: [[Component: Figure]], _ gaps: Gaps
  ) -> [String: [Component: Figure]] {
    let assessed = zip(units, components).filter { $0.0.participation == .assessed }
    return Dictionary(grouping: assessed, by: \.0.series).mapValues { members in
      Component.allCases.reduce(into: [:]) { means, component in
        guard !members.contains(where: { gaps.cover(.component(component), of: $0.0.id) }) else { return }
        means[component] = Figure.mean(
          members.compactMap { unit, figures in figures[component]?.named(.unit(unit.id)) })
      }
    }
  }

  /// 按其余权重折算: Σ 权重 × 分项 ÷ Σ 权重, over what the unit is not exempt from.
  private static func converted(_ unit: Unit, _ components: [Component: Figure], _ plan: Plan) -> Figure? {
    var products = [Figure]()
    var weights = [Figure]()
    for component in Component.allCases where !unit.exemptComponents.contains(component) {
      guard let weight = plan.figure(.weights, component.rawValue, for: unit.category) else { return nil }
      guard weight.value > 0 else { continue }
      guard let figure = components[component] else { return nil }
      products.append(weight * figure)
      weights.append(weight)
    }
    return weights.isEmpty ? nil : Figure.sum(products) / Figure.sum(weights)
  }

  /// 取序列平均: Σ 权重 ×（分项或代入值）÷ 100.
  private static func substituted(
    _ unit: Unit, _ components: [Component: Figure], _ substitutes: [Component: Figure], _ plan: Plan
  ) -> Figure? {
    var products = [Figure]()
    for component in Component.allCases {
      guard let weight = plan.figure(.weights, component.rawValue, for: unit.category) else { return nil }
      guard weight.value > 0 else { continue }
      let substitute = unit.exemptComponents.contains(component) ? substitutes[component] : nil
      guard let figure = components[component] ?? substitute?.named(component.rawValue) else { return nil }
      products.append(weight * figure)
    }
    return products.isEmpty ? nil : Figure.sum(products) / .constant(100)
  }
}
