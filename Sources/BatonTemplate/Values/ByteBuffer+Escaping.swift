// Escaping fused with copying: eight bytes at a time, and only bytes that need it are looked at alone.

extension ByteBuffer {
  /// Appends bytes with `& < > " '` as markupsafe writes them.
  ///
  /// The source must have eight readable bytes behind its end, as every arena has.
  mutating func appendEscaped(_ source: UnsafeRawPointer, _ length: Int) {
    reserve(length + 8)
    var index = 0
    while index < length {
      let remaining = length - index
      let word = source.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if remaining >= 8 {
        if !Self.holdsSpecial(word) {
          end.storeBytes(of: word, as: UInt64.self)
          advance(8)
          index += 8
          continue
        }
      } else if !Self.holdsSpecial(word | (~0 << UInt64(remaining * 8))) {
        end.storeBytes(of: word, as: UInt64.self)
        advance(remaining)
        return
      }
      let stop = index + min(8, remaining)
      while index < stop {
        let byte = source.load(fromByteOffset: index, as: UInt8.self)
        appendEscaped(byte, remaining: length - index)
        index += 1
      }
    }
  }

  mutating func appendEscaped(_ text: String) {
    // A string has no padding, so it goes byte by byte; hot values never come this way.
    for byte in text.utf8 { appendEscaped(byte, remaining: 0) }
  }

  private mutating func appendEscaped(_ byte: UInt8, remaining: Int) {
    reserve(remaining + 16)
    switch byte {
    case 0x26: append("&amp;" as StaticString)
    case 0x3C: append("&lt;" as StaticString)
    case 0x3E: append("&gt;" as StaticString)
    case 0x22: append("&#34;" as StaticString)
    case 0x27: append("&#39;" as StaticString)
    default: append(byte)
    }
  }

  /// Whether one of the eight bytes is `& < > " '`.
  @inline(__always)
  static func holdsSpecial(_ word: UInt64) -> Bool {
    let high: UInt64 = 0x8080_8080_8080_8080
    if word & high == high { return false }
    let angles = zeroBytes((word | 0x0202_0202_0202_0202) ^ 0x3E3E_3E3E_3E3E_3E3E)
    let ampersands = zeroBytes((word | 0x0101_0101_0101_0101) ^ 0x2727_2727_2727_2727)
    let quotes = zeroBytes(word ^ 0x2222_2222_2222_2222)
    return (angles | ampersands | quotes) & high != 0
  }

  @inline(__always)
  private static func zeroBytes(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word
  }
}
