// `round` on floats and integers as Python does it: half to even, on the exact value.

package import BigInt

package enum PythonRounding {
  /// `round(value, digits)`: the float nearest to the value rounded half to even at a decimal place.
  ///
  /// Negative digits round to tens, hundreds … What becomes too large for a float is a ``Fault`` (`overflow`).
  package static func round(_ value: Double, digits: Int) throws(Fault) -> Double {
    guard value.isFinite, value != 0 else { return value }
    // Beyond these a double has no digits left to drop, or none left at all.
    if digits > 323 { return value }
    if digits < -308 { return value.sign == .minus ? -0.0 : 0.0 }
    let scaled = BinaryDigits(value).scaled(by: digits)
    guard let result = Double(scaled + "e" + String(-digits)), result.isFinite else {
      throw Fault(.overflow, "「\(FloatText.shortest(value))」舍入后超出浮点数范围")
    }
    return value.sign == .minus ? -result : result
  }

  /// `round(value, digits)` of an integer: only negative digits change it.
  package static func round(_ value: BigInt, digits: Int) -> BigInt {
    guard digits < 0 else { return value }
    let power = BigInt(10).power(-digits)
    let (quotient, rest) = value.magnitude.quotientAndRemainder(dividingBy: power.magnitude)
    let twice = rest << 1
    let isUp = twice > power.magnitude || (twice == power.magnitude && quotient & 1 == 1)
    let rounded = BigInt((isUp ? quotient + 1 : quotient) * power.magnitude)
    return value.sign == .minus ? -rounded : rounded
  }
}
