// 去极值: the highest and the lowest ballots don't count where there are enough of them.

/// How extremes are dropped (方案「去极值」).
public struct Trimming: Sendable, Hashable {
  /// 「个数」: how many at each end.
  public let count: Int
  /// 「起算票数」: from how many ballots on.
  public let threshold: Int

  public init(count: Int, threshold: Int) {
    precondition(threshold > count * 2, "trimming would leave nothing")
    self.count = count
    self.threshold = threshold
  }

  /// The rule of a component, or `nil` if the plan has none that holds.
  public init?(_ plan: Plan, for component: Component) {
    func whole(_ name: String) -> Int? {
      plan.number(.trimming, name, for: component.rawValue).flatMap { Int($0.description) }
    }
    guard let count = whole("个数"), let threshold = whole("起算票数"), threshold > count * 2 else { return nil }
    self.init(count: count, threshold: threshold)
  }

  /// The mean of ballots in the order of the table; of equal ones the later is dropped first.
  ///
  /// - Returns: `nil` if there is no ballot.
  public func mean(_ ballots: [Figure]) -> Figure? {
    guard count > 0, ballots.count >= threshold else { return Figure.mean(ballots) }
    let order = ballots.indices
    let highest = order.sorted { (ballots[$0].value, $0) > (ballots[$1].value, $1) }.prefix(count)
    let rest = order.filter { !highest.contains($0) }
    let lowest = rest.sorted { left, right in
      ballots[left].value == ballots[right].value ? left > right : ballots[left].value < ballots[right].value
    }.prefix(count)
    let dropped = Set(highest).union(lowest)
    return Figure.mean(
      of: order.filter { !dropped.contains($0) }.map { ballots[$0] },
      without: dropped.sorted().map { ballots[$0] })
  }
}
