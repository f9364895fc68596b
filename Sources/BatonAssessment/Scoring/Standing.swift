// Who stands where: ranked by the value of comparison, ties broken as the plan says.

/// A unit's place among others.
public struct Standing: Sendable, Hashable {
  public let unitID: String
  /// From 1; equal units share it.
  public let rank: Int
  /// The total as it is compared: exact, or rounded once where the plan compares what is shown.
  public let comparison: Rational
}

/// How totals are compared (方案「口径·比较口径」「并列比较」「并列名次」).
public struct Comparison: Sendable {
  private let roundsFirst: Bool
  private let places: Int
  private let rounding: Rounding
  private let tieBreaks: [Component]
  private let isDense: Bool

  public init(_ plan: Plan) {
    roundsFirst = plan.row(.conventions, "比较口径")?.value == "修约后"
    places = plan.scorePlaces
    rounding = plan.scoreRounding
    let names = plan.row(.conventions, "并列比较")?.value ?? "无"
    tieBreaks = names.split(separator: "、").compactMap { Component(rawValue: String($0)) }
    isDense = plan.row(.conventions, "并列名次")?.value == "连号"
  }

  /// A figure as it is compared.
  public func value(_ figure: Figure) -> Rational {
    roundsFirst ? figure.value.rounded(places: places, rounding).rational : figure.value
  }

  /// Groups of units that are wholly equal, best first; units without a total are left out.
  public func tiers(_ scores: [UnitScore]) -> [[UnitScore]] {
    split(scores.filter { $0.total != nil }) { $0.total }
      .flatMap { broken($0, by: tieBreaks[...]) }
  }

  /// The standings of units, best first.
  ///
  /// - Complexity: O(*n* log *n*) in the units.
  public func standings(_ scores: [UnitScore]) -> [Standing] {
    var standings = [Standing]()
    for (index, tier) in tiers(scores).enumerated() {
      let rank = isDense ? index + 1 : standings.count + 1
      standings += tier.map { score in
        Standing(unitID: score.unitID, rank: rank, comparison: score.total.map(value) ?? .zero)
      }
    }
    return standings
  }

  /// Ranks of exact values, the highest first, in the order given; equal values share a rank.
  func ranks(of values: [Rational]) -> [Int] {
    let ranked = isDense ? Array(Set(values)) : values
    let sorted = ranked.sorted(by: >)
    return values.map { value in (sorted.firstIndex(of: value) ?? 0) + 1 }
  }

  /// A component that one of the tied lacks is passed over for all of them.
  private func broken(_ tied: [UnitScore], by components: ArraySlice<Component>) -> [[UnitScore]] {
    guard tied.count > 1, let component = components.first else { return [tied] }
    let rest = components.dropFirst()
    guard tied.allSatisfy({ $0.components[component] != nil }) else { return broken(tied, by: rest) }
    return split(tied) { $0.components[component] }.flatMap { broken($0, by: rest) }
  }

  /// Groups of equal figures, highest first.
  private func split(_ scores: [UnitScore], by figure: (UnitScore) -> Figure?) -> [[UnitScore]] {
    scores.grouped { figure($0).map(value) ?? .zero }.sorted { $0.key > $1.key }.map(\.values)
  }
}
