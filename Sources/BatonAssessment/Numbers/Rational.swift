// Exact fractions: means such as 798/9 do not terminate, and a finite decimal would make false ties.

public import BigInt

/// An exact rational number in lowest terms.
///
/// Nearly all fractions of a year fit machine words and cost no more than two divisions; what doesn't fit is kept
/// as big integers, and comes back to words as soon as it fits again.
public struct Rational: Sendable, Hashable {
  /// In lowest terms, the denominator positive; small whenever both fit.
  private enum Form: Sendable, Hashable {
    case small(Int, Int)
    indirect case large(BigInt, BigInt)
  }

  private let form: Form

  private init(_ form: Form) { self.form = form }

  public init(_ numerator: BigInt, over denominator: BigInt) {
    precondition(denominator != 0, "a fraction over zero")
    let divisor = numerator.greatestCommonDivisor(with: denominator)
    let sign: BigInt = denominator.sign == .minus ? -1 : 1
    let (upper, lower) = (sign * numerator / divisor, sign * denominator / divisor)
    if let upper = Int(exactly: upper), let lower = Int(exactly: lower), upper != .min {
      self.init(.small(upper, lower))
    } else {
      self.init(.large(upper, lower))
    }
  }

  public init(_ integer: Int) {
    self.init(integer, over: 1)
  }

  public init(_ numerator: Int, over denominator: Int) {
    guard numerator != .min, denominator != .min else {
      self.init(BigInt(numerator), over: BigInt(denominator))
      return
    }
    precondition(denominator != 0, "a fraction over zero")
    let divisor = Self.greatestCommonDivisor(abs(numerator), abs(denominator))
    let sign = denominator < 0 ? -1 : 1
    self.init(.small(sign * numerator / divisor, sign * denominator / divisor))
  }

  /// Of numbers that are not negative, the second not 0.
  private static func greatestCommonDivisor(_ left: Int, _ right: Int) -> Int {
    var (left, right) = (left, right)
    while left != 0 { (left, right) = (right % left, left) }
    return right
  }

  public static let zero = Rational(0)

  public var numerator: BigInt {
    switch form {
    case .small(let numerator, _): BigInt(numerator)
    case .large(let numerator, _): numerator
    }
  }

  /// Always positive.
  public var denominator: BigInt {
    switch form {
    case .small(_, let denominator): BigInt(denominator)
    case .large(_, let denominator): denominator
    }
  }

  /// Both parts, where they fit machine words.
  var words: (numerator: Int, denominator: Int)? {
    if case .small(let numerator, let denominator) = form { (numerator, denominator) } else { nil }
  }

  public var isNegative: Bool {
    switch form {
    case .small(let numerator, _): numerator < 0
    case .large(let numerator, _): numerator.sign == .minus
    }
  }

  public var magnitude: Rational { isNegative ? -self : self }

  public var isInteger: Bool {
    switch form {
    case .small(_, let denominator): denominator == 1
    case .large(_, let denominator): denominator == 1
    }
  }
}

extension Rational {
  public static func + (left: Rational, right: Rational) -> Rational {
    if let (a, b) = left.words, let (c, d) = right.words {
      if b == d, case let (sum, overflow) = a.addingReportingOverflow(c), !overflow {
        return Rational(sum, over: b)
      }
      let (first, firstOverflows) = a.multipliedReportingOverflow(by: d)
      let (second, secondOverflows) = c.multipliedReportingOverflow(by: b)
      let (sum, sumOverflows) = first.addingReportingOverflow(second)
      let (lower, lowerOverflows) = b.multipliedReportingOverflow(by: d)
      if !firstOverflows, !secondOverflows, !sumOverflows, !lowerOverflows {
        return Rational(sum, over: lower)
      }
    }
    return Rational(
      left.numerator * right.denominator + right.numerator * left.denominator,
      over: left.denominator * right.denominator)
  }

  public static func - (left: Rational, right: Rational) -> Rational { left + -right }

  public static prefix func - (value: Rational) -> Rational {
    if let (numerator, denominator) = value.words { return Rational(-numerator, over: denominator) }
    return Rational(-value.numerator, over: value.denominator)
  }

  public static func * (left: Rational, right: Rational) -> Rational {
    if let (a, b) = left.words, let (c, d) = right.words, let product = quotient(a, c, b, d) {
      return product
    }
    return Rational(left.numerator * right.numerator, over: left.denominator * right.denominator)
  }

  /// - Precondition: the divisor is not zero.
  public static func / (left: Rational, right: Rational) -> Rational {
    if let (a, b) = left.words, let (c, d) = right.words, let quotient = quotient(a, d, b, c) {
      return quotient
    }
    return Rational(left.numerator * right.denominator, over: left.denominator * right.numerator)
  }

  /// The product of two numbers over that of two others; `nil` if one doesn't fit.
  private static func quotient(_ a: Int, _ b: Int, _ c: Int, _ d: Int) -> Rational? {
    let (upper, upperOverflows) = a.multipliedReportingOverflow(by: b)
    let (lower, lowerOverflows) = c.multipliedReportingOverflow(by: d)
    return upperOverflows || lowerOverflows ? nil : Rational(upper, over: lower)
  }

  public static func += (left: inout Rational, right: Rational) { left = left + right }
}

extension Rational: Comparable {
  public static func < (left: Rational, right: Rational) -> Bool {
    if let (a, b) = left.words, let (c, d) = right.words {
      let (first, firstOverflows) = a.multipliedReportingOverflow(by: d)
      let (second, secondOverflows) = c.multipliedReportingOverflow(by: b)
      if !firstOverflows, !secondOverflows { return first < second }
    }
    return left.numerator * right.denominator < right.numerator * left.denominator
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
