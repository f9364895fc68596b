// Bytes as text (RFC 4648 §4).

extension [UInt8] {
  /// The bytes in base64, in one line or in lines of a length that four divides.
  package func base64(lineLength: Int = .max) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var output: [UInt8] = []
    let length = (count + 2) / 3 * 4
    output.reserveCapacity(length + length / lineLength)
    var column = 0
    for start in stride(from: 0, to: count, by: 3) {
      if column == lineLength {
        output.append(UInt8(ascii: "\n"))
        column = 0
      }
      let size = Swift.min(count - start, 3)
      var bits = UInt32(self[start]) << 16
      if size > 1 { bits |= UInt32(self[start + 1]) << 8 }
      if size > 2 { bits |= UInt32(self[start + 2]) }
      for place in 0..<4 {
        let digit = digits[Int(bits >> UInt32(18 - 6 * place)) & 63]
        output.append(place <= size ? digit : UInt8(ascii: "="))
      }
      column += 4
    }
    return String(decoding: output, as: UTF8.self)
  }
}
