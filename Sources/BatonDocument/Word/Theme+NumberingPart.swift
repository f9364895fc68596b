// `word/numbering.xml` from the theme: one abstract definition for each kind of list. Each printed list adds an
// instance of its own behind them.

package import BatonOffice

/// The kinds of lists that a template can write.
package enum ListKind: Int, Sendable, CaseIterable {
  case ordered, chinese, unordered

  /// What `w:abstractNumId` refers to.
  package var abstractID: Int { rawValue }
}

extension Theme {
  package func format(of kind: ListKind) -> ListFormat {
    switch kind {
    case .ordered: lists.ordered
    case .chinese: lists.chinese
    case .unordered: lists.unordered
    }
  }

  /// The abstract definitions, nine levels each.
  package var abstractNumbering: [Markup] {
    ListKind.allCases.map { kind in
      let levels = (0..<9).map { level(format(of: kind).label(level: $0), at: $0) }
      return Markup(
        "w:abstractNum", ["w:abstractNumId": "\(kind.abstractID)"],
        [Markup.value("w:multiLevelType", "multilevel")] + levels)
    }
  }

  /// The indent of an item's text at a level: first line and the rest.
  package func itemIndent(level: Int) -> Markup {
    Markup(
      "w:ind",
      [
        "w:leftChars": "0", "w:left": "\(lists.indent.twips * level)", "w:firstLineChars": "0",
        "w:firstLine": "\(lists.indent.twips)",
      ])
  }

  private func level(_ label: ListLabel, at level: Int) -> Markup {
    let text = label.prefix + (label.numeral == .bullet ? "" : "%\(level + 1)") + label.suffix
    let properties = [
      Markup.value("w:start", "1"), Markup.value("w:numFmt", label.numeral.numberFormat),
      Markup.value("w:suff", label.isFollowedBySpace ? "space" : "nothing"),
      Markup.value("w:lvlText", text), Markup.value("w:lvlJc", "left"),
      Markup("w:pPr", [:], [itemIndent(level: level)]),
    ]
    let hint = Markup("w:rPr", [:], [Markup("w:rFonts", ["w:hint": "eastAsia"])])
    return Markup("w:lvl", ["w:ilvl": "\(level)"], properties + [hint])
  }
}

extension ListLabel {
  /// A label that ends in full-width punctuation makes its own gap.
  var isFollowedBySpace: Bool {
    guard let last = (suffix.isEmpty && numeral == .bullet ? prefix : suffix).unicodeScalars.last else {
      return true
    }
    return last.value < 0x80 || numeral == .bullet
  }
}

extension ListLabel.Numeral {
  /// ECMA-376-1 §17.18.59
  fileprivate var numberFormat: String {
    switch self {
    case .decimal: "decimal"
    case .chinese: "chineseCountingThousand"
    case .circled: "decimalEnclosedCircle"
    case .bullet: "bullet"
    }
  }
}
