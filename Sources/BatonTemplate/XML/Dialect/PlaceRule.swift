// What a value becomes where it stands (TEMPLATES §6), as data: the renderer makes tables of it.

/// The rule of one place: replacements, and what may not be printed there.
package struct PlaceRule: Sendable, Hashable {
  /// A character of ASCII and what is printed for it.
  package struct Replacement: Sendable, Hashable {
    package let byte: UInt8
    package let text: String

    package init(_ character: Unicode.Scalar, _ text: String) {
      precondition(character.isASCII, "only ASCII is replaced")
      byte = UInt8(truncatingIfNeeded: character.value)
      self.text = text
    }
  }

  /// What the whole value must be.
  package enum Check: Sendable, Hashable {
    case none
    /// Harmless: see ``URLScheme``. Else `bad-url`.
    case url
    /// An integer (no text) from 1 to a bound. Else `bad-number`.
    case integer(upTo: Int)
  }

  package var replacements: [Replacement]
  /// Printed for LF, CR LF and CR; `nil` keeps them.
  package var lineBreak: String?
  /// U+0000–0008, 000B, 000C, 000E–001F, FFFE and FFFF are `invalid-character`.
  package var refusesControlCharacters: Bool
  package var check: Check

  package init(
    _ replacements: [Replacement], lineBreak: String? = nil, refusesControlCharacters: Bool = true,
    check: Check = .none
  ) {
    self.replacements = replacements
    self.lineBreak = lineBreak
    self.refusesControlCharacters = refusesControlCharacters
    self.check = check
  }

  /// `&`, `<`, `>`, `"` and `'` as markupsafe writes them.
  package static let markup = [
    Replacement("&", "&amp;"), Replacement("<", "&lt;"), Replacement(">", "&gt;"), Replacement("\"", "&#34;"),
    Replacement("'", "&#39;"),
  ]

  /// Characters kept but for markup's: text templates under autoescape, `title`, `pre`.
  package static let preserved = PlaceRule(markup)
  /// A quoted attribute.
  package static let attribute = PlaceRule(
    markup + [Replacement("\t", "&#9;")], lineBreak: "&#10;")
}
