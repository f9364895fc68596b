// Reading and writing decimals: what is read is written again digit for digit.

internal import BigInt

extension Decimal: CustomStringConvertible {
  /// Digits that a text may have: enough for any figure, and a bound on the work.
  package static let digitLimit = 4_000

  /// Reads `-12.50`, `+3`, `.5`, `1.5e3`; ASCII digits only, no separators, no spaces.
  public init?(_ text: String) {
    var rest = text.utf8[...]
    guard rest.count <= Self.digitLimit else { return nil }
    var exponent = 0
    if let mark = rest.firstIndex(where: { $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") }) {
      guard let power = Int(String(rest[rest.index(after: mark)...]) ?? ""),
        abs(power) <= Self.digitLimit
      else { return nil }
      exponent = power
      rest = rest[..<mark]
    }
    var isNegative = false
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      rest.removeFirst()
    }
    var digits: [UInt8] = []
    var places: Int?
    for byte in rest {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits.append(byte)
        places = places.map { $0 + 1 }
      case UInt8(ascii: ".") where places == nil: places = 0
      default: return nil
      }
    }
    guard !digits.isEmpty, var coefficient = BigInt(String(decoding: digits, as: UTF8.self)) else {
      return nil
    }
    if isNegative { coefficient.negate() }
    let scale = (places ?? 0) - exponent
    self.init(
      coefficient: scale < 0 ? coefficient * Self.power(-scale) : coefficient, places: max(scale, 0))
  }

  /// The float's shortest decimal text, read exactly: 0.1 is 0.1. `nil` for infinities and NaN.
  ///
  /// This is a deliberate step from a binary figure to a decimal one; nothing takes it by itself.
  public init?(shortest value: Double) {
    guard value.isFinite else { return nil }
    self.init(FloatText.shortest(value))
  }

  /// `-12.50`: a point, never an exponent, no separators.
  public var description: String {
    (isNegative ? "-" : "") + magnitudeText
  }

  /// The digits without the sign.
  var magnitudeText: String {
    var digits = String(coefficient.magnitude)
    guard places > 0 else { return digits }
    let missing = places + 1 - digits.utf8.count
    if missing > 0 { digits = String(repeating: "0", count: missing) + digits }
    let point = digits.utf8.index(digits.endIndex, offsetBy: -places)
    return String(digits[..<point]) + "." + String(digits[point...])
  }

  /// The nearest float; for drawing and for comparison with floats' texts, never for figures.
  package var approximation: Double { Double(description) ?? (isNegative ? -.infinity : .infinity) }
}
