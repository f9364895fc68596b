// Comparing numbers of different kinds without rounding any of them.

import BigInt

/// `coefficient × 10^exponent10 × 2^exponent2`, for comparison only.
struct ExactNumber: Comparable {
  private let numerator: BigInt
  private let denominator: BigInt

  init(_ integer: BigInt) {
    numerator = integer
    denominator = 1
  }

  /// The exact value of a finite double.
  init(_ double: Double) {
    precondition(double.isFinite, "only finite numbers have an exact value")
    let significand = BigInt(double.significandBitPattern | (double.isNormal ? 1 << 52 : 0))
    let exponent = (double.isNormal ? Int(double.exponentBitPattern) : 1) - 1075
    let signed = double < 0 ? -significand : significand
    numerator = exponent > 0 ? signed << exponent : signed
    denominator = exponent < 0 ? BigInt(1) << -exponent : 1
  }

  /// Decimal text: a sign, digits, perhaps a point and digits.
  init(text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let fraction = parts.count > 1 ? parts[1] : ""
    numerator = BigInt(parts[0] + fraction) ?? 0
    denominator = BigInt(10).power(fraction.utf8.count)
  }

  /// The nearest double, for hashing.
  var approximate: Double { Double(numerator) / Double(denominator) }

  static func == (left: Self, right: Self) -> Bool {
    left.numerator * right.denominator == right.numerator * left.denominator
  }

  static func < (left: Self, right: Self) -> Bool {
    left.numerator * right.denominator < right.numerator * left.denominator
  }
}
