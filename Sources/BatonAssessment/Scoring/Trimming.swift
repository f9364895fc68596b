// 去极值: the highest and the lowest ballots don't count where there are enough of them.

/// How extremes are dropped (方案「去极值」).
public struct Trimming: Sendable, Hashable {
  /// 「个数」: how many at each end.
  public let count: Figure
  /// 「起算票数」: from how many ballots on.
  public let threshold: Figure

  /// - Precondition: something is left of the fewest ballots that are trimmed.
  public init(count: Figure, threshold: Figure) {
    precondition(threshold.value > count.value * 2, "trimming would leave nothing")
    self.count = count
    self.threshold = threshold
  }

  /// The rule of a component, or `nil` if the plan has none that holds.
  public init?(_ plan: Plan, for component: Component) {
    guard let count = plan.figure(.trimming, "个数", for: component.rawValue),
      let threshold = plan.figure(.trimming, "起算票数", for: component.rawValue),
      threshold.value > count.value * 2
    else { return nil }
    self.init(count: count, threshold: threshold)
  }

  /// Whether so many ballots are too few to be trimmed, though the plan would trim them.
  public func isShort(_ ballots: Int) -> Bool {
    count.value > 0 && ballots > 0 && Rational(ballots) < threshold.value
  }

  /// The positions of ballots that count, in order; of equal ballots the later is dropped first.
  public func kept(_ ballots: [Figure]) -> [Int] {
    Self.kept(ballots.map(\.value), dropping: count.value, from: threshold.value)
  }

  static func kept(_ ballots: [Rational], dropping count: Rational, from threshold: Rational) -> [Int] {
    let order = Array(ballots.indices)
    guard count.isInteger, count > 0, Rational(ballots.count) >= threshold,
      let ends = Int(count.numerator.description), ends * 2 < ballots.count
    else { return order }
    let highest = order.sorted { (ballots[$0], $0) > (ballots[$1], $1) }.prefix(ends)
    let rest = order.filter { !highest.contains($0) }
    let lowest = rest.sorted { left, right in
      ballots[left] == ballots[right] ? left > right : ballots[left] < ballots[right]
    }.prefix(ends)
    return rest.filter { !lowest.contains($0) }
  }
}
