// Blanks around a cell's text mean nothing.

extension String {
  /// The text without outer white space, full-width spaces included.
  var trimmed: String {
    if isTight { return self }
    guard let start = firstIndex(where: { !$0.isWhitespace }),
      let end = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[start...end])
  }

  /// Whether bytes alone show that there is something, and no white space at either end: true of nearly every cell.
  ///
  /// Visible ASCII is no white space, nor is what begins with E4 or more in UTF-8: Chinese characters among it.
  var isTight: Bool {
    guard let first = utf8.first, let last = utf8.last, first.isVisible || first >= 0xE4 else { return false }
    return last.isVisible || utf8.suffix(3).first.map { $0 >= 0xE4 } ?? false
  }
}

extension UInt8 {
  fileprivate var isVisible: Bool { (0x21...0x7E).contains(self) }
}
