// Numbers as text, written where they are needed.

extension ByteBuffer {
  /// Appends an integer in decimal.
  mutating func append(_ value: Int) {
    if value >= 0, value < 10 { return append(0x30 + UInt8(value)) }
    reserve(24)
    var rest = value.magnitude
    var length = value < 0 ? 1 : 0
    var probe = rest
    repeat {
      length += 1
      probe /= 10
    } while probe > 0
    if value < 0 { end.storeBytes(of: UInt8(ascii: "-"), as: UInt8.self) }
    var position = length
    repeat {
      position -= 1
      (end + position).storeBytes(of: 0x30 + UInt8(rest % 10), as: UInt8.self)
      rest /= 10
    } while rest > 0
    advance(length)
  }

  private static let powers: InlineArray<7, Double> = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000]

  /// Appends a number with up to 6 places, rounded half to even on its exact binary value: Python's `%.kf`.
  ///
  /// For |x|·10^k < 2^52 the fraction of the scaled product is exact; near a half the residue of the product
  /// decides. Anything larger takes the general way.
  mutating func appendFixed(_ value: Double, places: Int) {
    let scale = Self.powers[places]
    let magnitude = value.magnitude
    guard magnitude < 0x1p46 / (scale / 100), value.isFinite else {
      return append(FloatText.fixed(value, places: places))
    }
    let scaled = magnitude * scale
    var whole = scaled.rounded(.towardZero)
    let fraction = scaled - whole
    if (fraction - 0.5).magnitude < 1.0 / 32 {
      // `scaled` was rounded; the exact product is `scaled + residue`.
      let residue = (-scaled).addingProduct(magnitude, scale)
      let distance = (fraction - 0.5) + residue
      if distance > 0 || (distance == 0 && whole.truncatingRemainder(dividingBy: 2) == 1) { whole += 1 }
    } else if fraction > 0.5 {
      whole += 1
    }
    if value.sign == .minus { append(UInt8(ascii: "-")) }
    let digits = Int(whole)
    let divisor = Int(scale)
    append(digits / divisor)
    guard places > 0 else { return }
    append(UInt8(ascii: "."))
    var rest = digits % divisor
    reserve(8)
    for position in stride(from: places - 1, through: 0, by: -1) {
      (end + position).storeBytes(of: 0x30 + UInt8(rest % 10), as: UInt8.self)
      rest /= 10
    }
    advance(places)
  }
}
