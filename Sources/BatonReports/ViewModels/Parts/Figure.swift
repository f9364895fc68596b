// A number of a document: exact, as the table wrote it or as it was computed and rounded once.

import BatonAssessment
import BatonTemplate

/// An exact decimal that templates print and compute with.
public struct Figure: Encodable, Sendable, Hashable {
  let value: ExactDecimal

  init(_ value: ExactDecimal) {
    self.value = value
  }

  /// A share of a whole in percent, rounded once as the plan says.
  init(percentage share: Rational, by plan: Plan) {
    value = (share * 100).rounded(places: plan.scorePlaces, plan.scoreRounding)
  }

  /// A score, rounded once as the plan says.
  init(score: Rational, by plan: Plan) {
    value = score.rounded(places: plan.scorePlaces, plan.scoreRounding)
  }

  /// A decimal that needs no rounding; `nil` if its places never end.
  init?(terminating value: Rational) {
    for places in 0...12 {
      let decimal = value.rounded(places: places, .truncate)
      if decimal.rational == value {
        self.init(decimal)
        return
      }
    }
    return nil
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(Decimal(coefficient: value.unscaled, places: value.scale))
  }
}
