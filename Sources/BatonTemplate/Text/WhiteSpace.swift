// White space in bytes: what `-` strips around tags.

extension [UInt8] {
  /// The white-space character that begins at an index: its length, or 0.
  func whiteSpaceLength(at index: Int, before end: Int) -> Int {
    guard index < end else { return 0 }
    let byte = self[index]
    if byte < 0x80 { return (0x09...0x0D).contains(byte) || (0x1C...0x20).contains(byte) ? 1 : 0 }
    let length = byte >= 0xE0 ? 3 : 2
    guard index + length <= end, let scalar = scalar(at: index, length: length) else { return 0 }
    return scalar.isPythonSpace ? length : 0
  }

  /// The length of the white-space character that ends at an index, or 0.
  func whiteSpaceLength(endingAt index: Int, after start: Int) -> Int {
    guard index > start else { return 0 }
    if self[index - 1] < 0x80 { return whiteSpaceLength(at: index - 1, before: index) }
    for length in [2, 3] where index - length >= start && self[index - length] >= 0xC0 {
      return whiteSpaceLength(at: index - length, before: index) == length ? length : 0
    }
    return 0
  }

  private func scalar(at index: Int, length: Int) -> Unicode.Scalar? {
    let lead = UInt32(self[index])
    if length == 2 { return Unicode.Scalar((lead & 0x1F) << 6 | UInt32(self[index + 1] & 0x3F)) }
    guard lead < 0xF0 else { return nil }
    return Unicode.Scalar(
      (lead & 0x0F) << 12 | UInt32(self[index + 1] & 0x3F) << 6 | UInt32(self[index + 2] & 0x3F))
  }
}
