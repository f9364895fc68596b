// A number as a table writes it: read digit by digit, so that 0.1 is a tenth.

public import BigInt

/// An exact decimal: `unscaled × 10^−scale`.
///
/// It keeps how it was written (`12.50` stays so); compare and compute by ``rational``.
public struct ExactDecimal: Sendable, Hashable {
  public let unscaled: BigInt
  /// The count of digits after the point, 0 or more.
  public let scale: Int

  public init(unscaled: BigInt, scale: Int = 0) {
    precondition(scale >= 0, "a decimal with a negative scale")
    self.unscaled = unscaled
    self.scale = scale
  }

  public init(_ integer: Int) { self.init(unscaled: BigInt(integer)) }

  /// Reads an optional sign, ASCII digits and at most one point with digits on both sides.
  ///
  /// - Returns: `nil` for anything else: full-width digits, grouping, exponents, units.
  public init?(_ text: String) {
    // Nearly every number of a table fits into a word.
    var word = 0
    var count = 0
    var scale: Int?
    var body = text[...]
    let isNegative = body.hasPrefix("-")
    if isNegative || body.hasPrefix("+") { body = body.dropFirst() }
    for byte in body.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        word = word &* 10 &+ Int(byte - UInt8(ascii: "0"))
        count += 1
        scale? += 1
      case UInt8(ascii: ".") where scale == nil && count > 0: scale = 0
      default: return nil
      }
    }
    guard scale != 0, count > 0,
      let unscaled = count <= 18 ? BigInt(word) : BigInt(String(body.filter { $0 != "." }))
    else { return nil }
    self.init(unscaled: isNegative ? -unscaled : unscaled, scale: scale ?? 0)
  }

  /// The exact value.
  public var rational: Rational {
    guard scale <= 15, let words = Int(exactly: unscaled) else {
      return Rational(unscaled, over: BigInt(10).power(scale))
    }
    return Rational(words, over: (0..<scale).reduce(1) { power, _ in power * 10 })
  }

  public var isNegative: Bool { unscaled.sign == .minus }
  public var isZero: Bool { unscaled.isZero }
}

extension ExactDecimal: CustomStringConvertible {
  /// Plain decimal notation, as written.
  public var description: String {
    let digits = String(unscaled.magnitude)
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
    let point = padded.index(padded.endIndex, offsetBy: -scale)
    let fraction = scale == 0 ? "" : "." + padded[point...]
    return (isNegative ? "-" : "") + padded[..<point] + fraction
  }
}
