// How far a target was reached. The rate is only shown; it makes no points by itself.

extension Completion {
  /// The completion rate, 1 for all of it; `nil` for qualitative targets and where it can't be computed.
  ///
  /// Where less is better, all is reached at or below the target, else the target is divided by the value.
  public func rate(against indicator: Indicator) -> Rational? {
    guard case .number(let reached) = value, let target = indicator.targetNumber?.rational else { return nil }
    let value = reached.rational
    switch indicator.direction {
    case .qualitative: return nil
    case .higherIsBetter: return target == .zero ? nil : value / target
    case .lowerIsBetter: return value <= target ? 1 : target / value
    }
  }

  /// Whether the target is met: at least the whole of it, or 「完成」.
  public func isDone(against indicator: Indicator) -> Bool {
    switch value {
    case .done(let isDone): isDone
    case .number: rate(against: indicator).map { $0 >= 1 } ?? false
    }
  }
}
