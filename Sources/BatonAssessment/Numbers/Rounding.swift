// Rounding once, at the end, from the exact value.

import BigInt

/// How a figure is rounded for printing (方案「口径·分数修约」).
public enum Rounding: String, Sendable, Hashable, CaseIterable {
  /// Halves away from zero.
  case halfUp = "四舍五入"
  /// Halves to the even digit. Source: GB/T 8170-2008 §3.2.
  case halfEven = "四舍六入五成双"
  /// What is over is dropped.
  case truncate = "去尾"
}

extension Rational {
  /// The nearest decimal of so many places, as the rule says; a negative value as its magnitude, signed.
  ///
  ///     Rational(798, over: 9).rounded(places: 2, .halfUp)   // 88.67
  public func rounded(places: Int, _ rounding: Rounding) -> ExactDecimal {
    let scaled = magnitude.numerator * BigInt(10).power(places)
    var (digits, rest) = scaled.quotientAndRemainder(dividingBy: denominator)
    let twice = rest * 2
    let roundsUp =
      switch rounding {
      case .halfUp: twice >= denominator
      case .halfEven: twice > denominator || (twice == denominator && digits % 2 == 1)
      case .truncate: false
      }
    if roundsUp { digits += 1 }
    return ExactDecimal(unscaled: isNegative ? -digits : digits, scale: places)
  }
}
