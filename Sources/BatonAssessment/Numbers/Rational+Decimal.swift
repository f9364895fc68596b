// Fractions that terminate, as the decimals that people would write.

import BigInt

extension Rational {
  /// The shortest decimal of exactly this value: `1.2`, `-0.05`, `3`; `nil` if it doesn't terminate.
  public var plainDecimal: String? {
    var rest = denominator
    var scale = 0
    for factor in [BigInt(2), 5] {
      var power = 0
      while rest % factor == 0 {
        rest /= factor
        power += 1
      }
      scale = max(scale, power)
    }
    guard rest == 1 else { return nil }
    return rounded(places: scale, .truncate).description
  }
}
