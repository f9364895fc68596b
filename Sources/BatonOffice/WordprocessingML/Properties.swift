// Property elements in the order that Word insists on, though the schema of `w:rPr` does not.

extension Markup {
  /// `w:rPr` with its children in Word's order, or `nil` without any.
  package static func runProperties(_ children: [Markup?]) -> Markup? {
    properties("w:rPr", children, order: runPropertyOrder)
  }

  /// `w:pPr` with its children in the schema's order, or `nil` without any.
  package static func paragraphProperties(_ children: [Markup?]) -> Markup? {
    properties("w:pPr", children, order: paragraphPropertyOrder)
  }

  /// An element with only `w:val`.
  package static func value(_ name: String, _ value: String) -> Markup { Markup(name, ["w:val": value]) }

  /// A plain background of six hexadecimal digits (ECMA-376-1 §17.3.5).
  package static func shading(_ color: String) -> Markup {
    Markup("w:shd", ["w:val": "clear", "w:color": "auto", "w:fill": color])
  }

  /// A switch: on without `w:val`, off with 0.
  package static func toggle(_ name: String, _ isOn: Bool) -> Markup {
    isOn ? Markup(name) : value(name, "0")
  }

  private static func properties(_ name: String, _ children: [Markup?], order: [String]) -> Markup? {
    let present = children.compactMap(\.self)
    if present.isEmpty { return nil }
    let ranked = present.map { child in
      guard let rank = order.firstIndex(of: child.name) else {
        preconditionFailure("\(child.name) has no place in \(name)")
      }
      return (rank: rank, child: child)
    }
    // Each element occurs once, so ranks differ and the sort needs no stability.
    return Markup(name, [:], ranked.sorted { $0.rank < $1.rank }.map(\.child))
  }

  /// ECMA-376-1 §17.3.2.28, as Word writes it.
  private static let runPropertyOrder = [
    "w:rStyle", "w:rFonts", "w:b", "w:bCs", "w:i", "w:iCs", "w:strike", "w:color", "w:spacing", "w:kern",
    "w:sz",
    "w:szCs", "w:u", "w:vertAlign", "w:lang",
  ]

  /// ECMA-376-1 §17.3.1.26.
  private static let paragraphPropertyOrder = [
    "w:pStyle", "w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:widowControl", "w:numPr", "w:pBdr",
    "w:shd", "w:tabs", "w:kinsoku", "w:overflowPunct", "w:autoSpaceDE", "w:autoSpaceDN", "w:snapToGrid",
    "w:spacing", "w:ind",
    "w:contextualSpacing", "w:jc", "w:outlineLvl", "w:rPr", "w:sectPr",
  ]
}
