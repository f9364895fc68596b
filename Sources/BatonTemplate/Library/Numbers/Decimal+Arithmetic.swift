// Exact arithmetic. Sums, differences and products always are; a quotient only if it ends.

internal import BigInt

extension Decimal {
  /// The exact sum, with the places of the operand that has more.
  public static func + (left: Decimal, right: Decimal) -> Decimal {
    let places = max(left.places, right.places)
    return Decimal(
      coefficient: left.coefficient(at: places) + right.coefficient(at: places), places: places)
  }

  /// The exact difference, with the places of the operand that has more.
  public static func - (left: Decimal, right: Decimal) -> Decimal { left + -right }

  /// The number with the other sign.
  public static prefix func - (value: Decimal) -> Decimal {
    Decimal(coefficient: -value.coefficient, places: value.places)
  }

  /// The exact product, with the places of both.
  public static func * (left: Decimal, right: Decimal) -> Decimal {
    Decimal(coefficient: left.coefficient * right.coefficient, places: left.places + right.places)
  }

  /// The quotient, if it has an end; `nil` if it has none (1 ÷ 3) or the divisor is zero.
  public func divided(exactlyBy divisor: Decimal) -> Decimal? {
    guard !divisor.isZero else { return nil }
    var numerator = coefficient * Self.power(divisor.places)
    var denominator = divisor.coefficient * Self.power(places)
    if denominator.sign == .minus {
      numerator.negate()
      denominator.negate()
    }
    let common = numerator.greatestCommonDivisor(with: denominator)
    numerator /= common
    denominator /= common
    var twos = 0
    var fives = 0
    while denominator.isMultiple(of: 2) {
      denominator /= 2
      twos += 1
    }
    while denominator.isMultiple(of: 5) {
      denominator /= 5
      fives += 1
    }
    guard denominator == 1 else { return nil }
    let places = max(twos, fives)
    let factor = BigInt(2).power(places - twos) * BigInt(5).power(places - fives)
    return Decimal(coefficient: numerator * factor, places: places)
  }

  /// The quotient rounded to a number of places; `nil` if the divisor is zero.
  public func divided(by divisor: Decimal, places: Int, rounding: Rounding) -> Decimal? {
    guard !divisor.isZero else { return nil }
    let numerator = coefficient * Self.power(divisor.places + places)
    let denominator = divisor.coefficient * Self.power(self.places)
    return Decimal(coefficient: rounding.quotient(numerator, denominator), places: places)
  }

  /// The largest integer not above the quotient, as Jinja's `//`; `nil` if the divisor is zero.
  public func floorDivided(by divisor: Decimal) -> Decimal? {
    divided(by: divisor, places: 0, rounding: .floor)
  }

  /// What `//` leaves, with the divisor's sign, as Jinja's `%`; `nil` if the divisor is zero.
  public func modulo(_ divisor: Decimal) -> Decimal? {
    floorDivided(by: divisor).map { self - $0 * divisor }
  }
}
