// How a float is written: `str()` as Python's, and the fixed, scientific and general forms of formats.

package import BigInt

package enum FloatText {
  /// The shortest text that reads back as the same float: `0.1`, `1e+22`, `1.0`, `inf`, `nan`.
  package static func shortest(_ value: Double) -> String {
    guard value.isFinite else { return nonFinite(value) }
    let (digits, exponent) = shortestDigits(value)
    let sign = value.sign == .minus ? "-" : ""
    guard (-4..<16).contains(exponent) else {
      let fraction = digits.count > 1 ? "." + String(decoding: digits.dropFirst(), as: UTF8.self) : ""
      return sign + String(decoding: digits.prefix(1), as: UTF8.self) + fraction + exponentText(exponent)
    }
    return sign + plain(digits, exponent: exponent, minimumFraction: 1)
  }

  /// The float nearest to an integer; infinite where it is too large. (BigInt's own conversion cuts off.)
  package static func nearest(to value: BigInt) -> Double {
    Double(value.description) ?? .infinity
  }

  /// `%.{places}f`, exact and half to even, without a sign.
  package static func fixed(_ value: Double, places: Int) -> String {
    guard value.isFinite else { return nonFinite(value.magnitude) }
    var digits = BinaryDigits(value).scaled(by: places)
    guard places > 0 else { return digits }
    let missing = places + 1 - digits.utf8.count
    if missing > 0 { digits = String(repeating: "0", count: missing) + digits }
    let point = digits.utf8.index(digits.endIndex, offsetBy: -places)
    return String(digits[..<point]) + "." + String(digits[point...])
  }

  /// `%.{places}e`, without a sign.
  package static func scientific(_ value: Double, places: Int, keepsPoint: Bool = false) -> String {
    guard value.isFinite else { return nonFinite(value.magnitude) }
    let (digits, exponent) = BinaryDigits(value).scientific(count: places + 1)
    return String(digits.prefix(1)) + (places > 0 || keepsPoint ? "." : "") + String(digits.dropFirst())
      + exponentText(exponent)
  }

  /// `%.{precision}g`, without a sign: fixed where the exponent is small, trailing zeros dropped unless kept.
  ///
  /// With `pointsAlways` at least one digit follows the point (the format without a type).
  package static func general(
    _ value: Double, precision: Int, keepsZeros: Bool = false, pointsAlways: Bool = false
  ) -> String {
    guard value.isFinite else { return nonFinite(value.magnitude) }
    let precision = max(precision, 1)
    let (all, exponent) = BinaryDigits(value).scientific(count: precision)
    var digits = Array(all.utf8)
    if !keepsZeros {
      while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
    }
    // Without a type, one digit fewer fits before the exponent form: 1234567890.0 to ten digits is 1.23…e+09.
    let limit = pointsAlways ? precision - 1 : precision
    guard exponent >= -4, exponent < limit else {
      let point = digits.count > 1 || keepsZeros ? "." : ""
      return String(decoding: digits.prefix(1), as: UTF8.self) + point
        + String(decoding: digits.dropFirst(), as: UTF8.self) + exponentText(exponent)
    }
    let text = plain(digits, exponent: exponent, minimumFraction: pointsAlways ? 1 : 0)
    return keepsZeros && !text.utf8.contains(UInt8(ascii: ".")) ? text + "." : text
  }

  /// The shortest digits that read back, and the power of ten of the first.
  package static func shortestDigits(_ value: Double) -> (digits: [UInt8], exponent: Int) {
    var digits: [UInt8] = []
    var exponent = 0
    var pointAt: Int?
    var rest = value.magnitude.description.utf8[...]
    if let mark = rest.firstIndex(of: UInt8(ascii: "e")) {
      exponent = Int(String(rest[rest.index(after: mark)...]) ?? "") ?? 0
      rest = rest[..<mark]
    }
    for byte in rest {
      if byte == UInt8(ascii: ".") { pointAt = digits.count } else { digits.append(byte) }
    }
    exponent += (pointAt ?? digits.count) - 1
    while digits.count > 1, digits.first == UInt8(ascii: "0") {
      digits.removeFirst()
      exponent -= 1
    }
    while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
    return digits == [UInt8(ascii: "0")] ? (digits, 0) : (digits, exponent)
  }

  /// Digits with the point where the exponent puts it.
  private static func plain(_ digits: [UInt8], exponent: Int, minimumFraction: Int) -> String {
    let zero = UInt8(ascii: "0")
    var whole: [UInt8]
    var fraction: [UInt8]
    if exponent < 0 {
      whole = [zero]
      fraction = [UInt8](repeating: zero, count: -exponent - 1) + digits
    } else {
      whole = Array(digits.prefix(exponent + 1))
      whole += [UInt8](repeating: zero, count: exponent + 1 - whole.count)
      fraction = Array(digits.dropFirst(exponent + 1))
    }
    while fraction.count < minimumFraction { fraction.append(zero) }
    if !fraction.isEmpty { whole.append(UInt8(ascii: ".")) }
    return String(decoding: whole + fraction, as: UTF8.self)
  }

  /// `e+22`, `e-07`: a sign and at least two digits.
  private static func exponentText(_ exponent: Int) -> String {
    let digits = String(exponent.magnitude)
    return (exponent < 0 ? "e-" : "e+") + (digits.utf8.count < 2 ? "0" : "") + digits
  }

  private static func nonFinite(_ value: Double) -> String {
    value.isNaN ? "nan" : value < 0 ? "-inf" : "inf"
  }
}
