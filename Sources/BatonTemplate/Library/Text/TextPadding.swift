// Filling texts up to a width, counted in code points.

package enum TextPadding {
  package enum Alignment: Sendable { case left, right, center }

  /// `ljust`, `rjust`, `center`; a text that is wide enough stays.
  package static func pad(
    _ text: String, to width: Int, with fill: Unicode.Scalar = " ", _ alignment: Alignment
  ) -> String {
    let missing = width - text.unicodeScalars.count
    guard missing > 0 else { return text }
    let left: Int
    switch alignment {
    case .left: left = 0
    case .right: left = missing
    // Python's rule for an odd rest: it goes left where the width is odd, too.
    case .center: left = missing / 2 + (missing & width & 1)
    }
    return repeated(fill, left) + text + repeated(fill, missing - left)
  }

  /// `zfill`: zeros behind the sign.
  package static func zfill(_ text: String, to width: Int) -> String {
    let missing = width - text.unicodeScalars.count
    guard missing > 0 else { return text }
    guard let first = text.unicodeScalars.first, first == "-" || first == "+" else {
      return repeated("0", missing) + text
    }
    return String(Character(first)) + repeated("0", missing) + String(text.unicodeScalars.dropFirst())
  }

  /// `expandtabs`: columns begin anew after each line break.
  package static func expandTabs(_ text: String, size: Int) -> String {
    var result = CodePoints()
    var column = 0
    for point in text.unicodeScalars {
      switch point {
      case "\t":
        guard size > 0 else { continue }
        let count = size - column % size
        result.append(contentsOf: repeatElement(" ", count: count))
        column += count
      case "\n", "\r":
        result.append(point)
        column = 0
      default:
        result.append(point)
        column += 1
      }
    }
    return String(result)
  }

  package static func repeated(_ point: Unicode.Scalar, _ count: Int) -> String {
    String(repeatElement(point, count: count))
  }
}
