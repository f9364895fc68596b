// The exact decimal expansion of a binary float: what `%.2f`, `%e`, `round` and `{:.3g}` stand on.
// A double is mantissa × 2^exponent, so every rounding to decimal digits can be decided without error.

internal import BigInt

/// A finite, non-negative double taken apart.
package struct BinaryDigits: Sendable {
  private let mantissa: UInt64
  private let exponent: Int

  /// - Precondition: `value` is finite; its sign is ignored.
  package init(_ value: Double) {
    precondition(value.isFinite, "infinities and NaN have no digits")
    let raw = Int((value.bitPattern >> 52) & 0x7FF)
    let fraction = value.bitPattern & ((1 << 52) - 1)
    mantissa = raw == 0 ? fraction : fraction | (1 << 52)
    exponent = max(raw, 1) - 1075
  }

  /// The digits of value × 10^places, rounded half to even to an integer.
  ///
  ///     BinaryDigits(2.675).scaled(by: 2)   // "267": the double lies below 2.675
  package func scaled(by places: Int) -> String {
    if let text = scaledSmall(by: places) { return text }
    guard mantissa != 0, places >= -Self.longestWhole else { return "0" }
    // Beyond its last digit a double has only zeros.
    guard places > Self.longestFraction else { return scaledLarge(by: places) }
    let zeros = places - Self.longestFraction
    return scaledLarge(by: Self.longestFraction) + String(repeating: "0", count: zeros)
  }

  /// The smallest double is 2^-1074, the largest lies below 10^309.
  private static let (longestFraction, longestWhole) = (1074, 310)

  /// Nearly every figure of a report: 128 bits are enough.
  private func scaledSmall(by places: Int) -> String? {
    guard (0...22).contains(places), (-120...0).contains(exponent) else { return nil }
    var power: UInt128 = 1
    for _ in 0..<places { power *= 10 }
    let (product, overflow) = UInt128(mantissa).multipliedReportingOverflow(by: power)
    guard !overflow else { return nil }
    let shift = UInt128(-exponent)
    guard shift > 0 else { return String(product) }
    var quotient = product >> shift
    let rest = product & ((1 << shift) - 1)
    let half: UInt128 = 1 << (shift - 1)
    if rest > half || (rest == half && quotient & 1 == 1) { quotient += 1 }
    return String(quotient)
  }

  private func scaledLarge(by places: Int) -> String {
    var numerator = BigUInt(mantissa)
    var denominator = BigUInt(1)
    if exponent >= 0 { numerator <<= exponent } else { denominator <<= -exponent }
    if places >= 0 {
      numerator *= BigUInt(10).power(places)
    } else {
      denominator *= BigUInt(10).power(-places)
    }
    var (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    rest <<= 1
    if rest > denominator || (rest == denominator && quotient & 1 == 1) { quotient += 1 }
    return String(quotient)
  }

  /// The leading digits in scientific notation: `digits` has exactly `count`, the point stands after the first.
  package func scientific(count: Int) -> (digits: String, exponent: Int) {
    guard mantissa != 0 else { return (String(repeating: "0", count: count), 0) }
    var power = leadingPower
    while true {
      let digits = scaled(by: count - 1 - power)
      if digits.utf8.count == count { return (digits, power) }
      power += digits.utf8.count > count ? 1 : -1
    }
  }

  /// An estimate of floor(log10(value)), off by at most one.
  private var leadingPower: Int {
    let bits = 64 - mantissa.leadingZeroBitCount + exponent
    return Int((Double(bits - 1) * 0.301_029_995_663_981_2).rounded(.down))
  }
}

extension BinaryDigits {
  /// A finite double as a fraction in lowest terms.
  static func ratio(of value: Double) -> (numerator: BigInt, denominator: BigInt) {
    let parts = BinaryDigits(value)
    guard parts.mantissa != 0 else { return (0, 1) }
    let zeros = parts.mantissa.trailingZeroBitCount
    let odd = BigInt(parts.mantissa >> UInt64(zeros))
    let signed = value < 0 ? -odd : odd
    let exponent = parts.exponent + zeros
    return exponent >= 0 ? (signed << exponent, 1) : (signed, BigInt(1) << -exponent)
  }
}
