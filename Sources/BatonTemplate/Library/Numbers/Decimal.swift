// Exact decimal numbers: scores, money, percentages. They never pass through a binary float.

public import BigInt

/// An exact decimal number: coefficient × 10^-places, the places kept as written (`1.50` stays `1.50`).
///
/// Two decimals are equal when their values are, whatever their places.
public struct Decimal: Sendable {
  /// All digits, with the sign.
  public let coefficient: BigInt
  /// Digits after the point, at least 0.
  public let places: Int

  /// `coefficient` · 10⁻ᵖˡᵃᶜᵉˢ: 12345 with two places is 123.45.
  public init(coefficient: BigInt, places: Int) {
    precondition(places >= 0, "a decimal has no negative places")
    self.coefficient = coefficient
    self.places = places
  }

  /// A whole number, without places.
  public init(_ value: Int) {
    self.init(coefficient: BigInt(value), places: 0)
  }

  /// A whole number of any size, without places.
  public init(_ value: BigInt) {
    self.init(coefficient: value, places: 0)
  }

  /// Nothing, without places.
  public static let zero = Decimal(0)

  /// Less than zero.
  public var isNegative: Bool { coefficient.sign == .minus }
  /// Zero, with however many places.
  public var isZero: Bool { coefficient.isZero }
  /// The number without its sign.
  public var magnitude: Decimal { Decimal(coefficient: BigInt(coefficient.magnitude), places: places) }

  /// Whether there is nothing after the point but zeros.
  public var isInteger: Bool { normalized.places == 0 }

  /// The same value without trailing zeros after the point.
  public var normalized: Decimal {
    var digits = coefficient
    var places = places
    while places > 0 {
      let (quotient, rest) = digits.quotientAndRemainder(dividingBy: 10)
      guard rest.isZero else { break }
      digits = quotient
      places -= 1
    }
    return Decimal(coefficient: digits, places: places)
  }

  /// The coefficient at a number of places that is not smaller than the own.
  func coefficient(at places: Int) -> BigInt {
    places == self.places ? coefficient : coefficient * Self.power(places - self.places)
  }

  static func power(_ exponent: Int) -> BigInt { BigInt(10).power(exponent) }
}

extension Decimal: Comparable {
  /// Numbers are compared by value: 1.50 is 1.5.
  public static func == (left: Decimal, right: Decimal) -> Bool {
    let places = max(left.places, right.places)
    return left.coefficient(at: places) == right.coefficient(at: places)
  }

  /// The order of the values.
  public static func < (left: Decimal, right: Decimal) -> Bool {
    let places = max(left.places, right.places)
    return left.coefficient(at: places) < right.coefficient(at: places)
  }
}

extension Decimal: Hashable {
  /// Equal values, with however many places, have one hash.
  public func hash(into hasher: inout Hasher) {
    let normalized = normalized
    hasher.combine(normalized.coefficient)
    hasher.combine(normalized.places)
  }
}
