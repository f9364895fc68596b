// Exact fractions: means such as 798/9 do not terminate, and a finite decimal would make false ties.

public import BigInt

/// An exact rational number in lowest terms.
public struct Rational: Sendable, Hashable {
  public let numerator: BigInt
  /// Always positive.
  public let denominator: BigInt

  public init(_ numerator: BigInt, over denominator: BigInt) {
    precondition(denominator != 0, "a fraction over zero")
    let divisor = numerator.greatestCommonDivisor(with: denominator)
    let sign: BigInt = denominator.sign == .minus ? -1 : 1
    self.numerator = sign * numerator / divisor
    self.denominator = sign * denominator / divisor
  }

  public init(_ integer: Int) {
    numerator = BigInt(integer)
    denominator = 1
  }

  public init(_ numerator: Int, over denominator: Int) {
    self.init(BigInt(numerator), over: BigInt(denominator))
  }

  public static let zero = Rational(0)

  public var isNegative: Bool { numerator.sign == .minus }
  public var magnitude: Rational { isNegative ? -self : self }
  public var isInteger: Bool { denominator == 1 }
}

extension Rational {
  public static func + (left: Rational, right: Rational) -> Rational {
    Rational(
      left.numerator * right.denominator + right.numerator * left.denominator,
      over: left.denominator * right.denominator)
  }

  public static func - (left: Rational, right: Rational) -> Rational { left + -right }

  public static prefix func - (value: Rational) -> Rational {
    Rational(-value.numerator, over: value.denominator)
  }

  public static func * (left: Rational, right: Rational) -> Rational {
    Rational(left.numerator * right.numerator, over: left.denominator * right.denominator)
  }

  /// - Precondition: the divisor is not zero.
  public static func / (left: Rational, right: Rational) -> Rational {
    Rational(left.numerator * right.denominator, over: left.denominator * right.numerator)
  }

  public static func += (left: inout Rational, right: Rational) { left = left + right }
}

extension Rational: Comparable {
  public static func < (left: Rational, right: Rational) -> Bool {
    left.numerator * right.denominator < right.numerator * left.denominator
  }
}

extension Rational: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) { self.init(value) }
}

extension Rational: CustomStringConvertible {
  /// `266/3`, or `90` for an integer.
  public var description: String { isInteger ? "\(numerator)" : "\(numerator)/\(denominator)" }
}

extension Sequence<Rational> {
  public func sum() -> Rational { reduce(.zero, +) }
}

extension Collection<Rational> {
  /// The mean, or `nil` of nothing.
  public func mean() -> Rational? { isEmpty ? nil : sum() / Rational(count) }
}
