// Where the lines of an official document stand, counted in characters: what Word and the page are both told.

/// How wide text is on the grid of characters.
package enum LineFitting {
  /// The width of a text in halves of a character: Latin letters, digits and ASCII marks are half as wide as Chinese.
  package static func halves(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 2) }
  }

  /// The sizes of a head, in points.
  package static let headlineSizes = 16...60

  /// 发文机关标志: the size in points at which a text fills a line (GB/T 9704-2012 §7.2.4 leaves the size to the
  /// agency).
  ///
  /// - Parameters:
  ///   - text: The name on the document's head.
  ///   - width: The width of the line, in points; 156 mm are 442.
  ///   - largest: The largest size.
  /// - Returns: One of ``headlineSizes``; at the smallest, a very long name takes a second line.
  package static func headlineSize(_ text: String, width: Int, largest: Int) -> Int {
    let fitting = width * 2 / max(1, halves(text))
    return max(headlineSizes.lowerBound, min(fitting, largest, headlineSizes.upperBound))
  }
}

/// 署名 and 成文日期: how far from the right edge they end, in hundredths of a character (GB/T 9704-2012 §7.3.5).
package struct ClosingLines {
  package let signatureIndent: Int
  package let dateIndent: Int

  /// - Parameters:
  ///   - signature: The agency that signs.
  ///   - date: The date as it is printed.
  ///   - isSealed: Whether a seal is put on them.
  package init(signature: String, date: String, isSealed: Bool) {
    let signature = LineFitting.halves(signature)
    let date = LineFitting.halves(date)
    if isSealed {
      // §7.3.5.1: the date ends four characters from the edge, the signature is centred on it.
      dateIndent = 400
      signatureIndent = max(0, 400 - (signature - date) * 25)
    } else if signature >= date {
      // §7.3.5.2: the date begins two characters to the right of the signature.
      signatureIndent = 200
      dateIndent = (signature - date) * 50
    } else {
      // A date longer than the signature ends two characters from the edge and pushes the signature to the left.
      dateIndent = 200
      signatureIndent = 400 + (date - signature) * 50
    }
  }
}
