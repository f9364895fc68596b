// Blanks around a cell's text mean nothing.

extension String {
  /// The text without outer white space, full-width spaces included.
  var trimmed: String {
    guard let start = firstIndex(where: { !$0.isWhitespace }),
      let end = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[start...end])
  }
}
