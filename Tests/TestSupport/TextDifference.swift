// Where two texts first part, shown so that a person sees it without a diff tool.

/// The first line in which two texts differ, with the lines before it.
package struct TextDifference: Sendable, Hashable, CustomStringConvertible {
  /// 1-based.
  package let line: Int
  package let description: String

  /// - Returns: `nil` if the texts are equal, scalar by scalar (canonical equivalence is not enough).
  package init?(expected: String, actual: String) {
    let wanted = Self.lines(of: expected)
    let found = Self.lines(of: actual)
    let shared = zip(wanted, found).prefix { $0.elementsEqual($1) }.count
    if shared == wanted.count, shared == found.count { return nil }
    line = shared + 1
    var shown = wanted[max(0, shared - 2)..<shared].map { "    \(Self.visible($0))" }
    shown.append("  - " + (shared < wanted.count ? Self.visible(wanted[shared]) : "(end of text)"))
    shown.append("  + " + (shared < found.count ? Self.visible(found[shared]) : "(end of text)"))
    description = "line \(line) differs (- expected, + actual)\n" + shown.joined(separator: "\n")
  }

  private static func lines(of text: String) -> [Substring.UnicodeScalarView] {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// Trailing spaces, tabs and carriage returns as symbols: they are what one overlooks.
  private static func visible(_ line: Substring.UnicodeScalarView) -> String {
    let trailing = line.reversed().prefix { $0 == " " || $0 == "\t" || $0 == "\r" }.count
    var text = String(String.UnicodeScalarView(line.dropLast(trailing)))
    for scalar in line.suffix(trailing) {
      text += scalar == " " ? "·" : scalar == "\t" ? "⇥" : "␍"
    }
    return text
  }
}
