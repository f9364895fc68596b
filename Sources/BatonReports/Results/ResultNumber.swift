// How `results --json` writes numbers: exactly, and as they are shown.

internal import BatonAssessment

/// A number that was computed: `{"exact":"266/3","shown":"88.67"}`.
struct ResultNumber: Encodable, Sendable {
  let exact: String
  let shown: String

  private init(_ value: Rational, _ shown: String) {
    exact = value.description
    self.shown = shown
  }

  /// Points, rounded as the plan rounds scores.
  init(score value: Rational, _ plan: Plan) {
    self.init(value, value.rounded(places: plan.scorePlaces, plan.scoreRounding).description)
  }

  /// Money, rounded as the plan rounds it.
  init(money value: Rational, _ plan: Plan) {
    self.init(value, value.rounded(places: plan.moneyPlaces, plan.moneyRounding).description)
  }

  /// A rate, shown as a percentage with as many places as scores.
  init(rate value: Rational, _ plan: Plan) {
    self.init(value, (value * 100).rounded(places: plan.scorePlaces, plan.scoreRounding).description + "%")
  }

  /// A coefficient, shown as the shortest decimal.
  init(coefficient value: Rational) { self.init(value, value.plainDecimal ?? value.description) }
}

/// A number that the norm writes whole (「基数」); should it not be whole, it is written as any other.
enum ResultCount: Encodable, Sendable {
  case whole(Int)
  case other(ResultNumber)

  init(_ value: Rational, otherwise: (Rational) -> ResultNumber) {
    self =
      value.isInteger
      ? Int(value.description).map(ResultCount.whole) ?? .other(otherwise(value)) : .other(otherwise(value))
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .whole(let count): try container.encode(count)
    case .other(let number): try container.encode(number)
    }
  }
}
