// What a named style of the theme does to paragraphs, characters and tables.

/// What a style is applied to in a template: an element, or an element of a class.
package struct StyleSelector: Sendable, Hashable {
  package var element: String
  package var className: String?

  package init(element: String, className: String? = nil) {
    self.element = element
    self.className = className
  }

  /// `p.主送`, in the theme and in CSS alike.
  package var text: String { element + (className.map { "." + $0 } ?? "") }
}

/// A font as Word and the page know it.
package struct Font: Sendable, Hashable {
  package enum Family: String, Sendable, CaseIterable { case roman, swiss, modern, script, decorative, auto }

  /// The theme's word for it.
  package var key: String
  /// What Word and WPS call it.
  package var name: String
  package var alternativeName: String?
  /// Twenty hexadecimal digits.
  package var panose: String
  package var family: Family
  /// In order of preference; the last is a generic family.
  package var webFamilies: [String]
}

/// Where characters stand to the line.
package enum VerticalPosition: String, Sendable { case superscript, `subscript` }

/// Formats of characters; `nil` is inherited.
package struct CharacterFormat: Sendable, Hashable {
  package var font: Font?
  package var size: Length?
  package var isBold: Bool?
  package var isItalic: Bool?
  package var isUnderlined: Bool?
  package var isStruck: Bool?
  package var position: VerticalPosition?
  /// Six hexadecimal digits.
  package var color: String?
  package var spacing: Length?

  package init() {}
}

package enum Alignment: String, Sendable { case left, center, right, justified }

/// Formats of paragraphs; `nil` is inherited.
package struct ParagraphFormat: Sendable, Hashable {
  package var alignment: Alignment?
  package var firstLineIndent: Indent?
  package var hangingIndent: Indent?
  package var leftIndent: Indent?
  package var rightIndent: Indent?
  package var lineHeight: Length?
  package var spaceBefore: Length?
  package var spaceAfter: Length?
  package var keepsWithNext: Bool?
  /// No space between paragraphs of the style.
  package var joinsItsOwn: Bool?
  /// 1...9
  package var outlineLevel: Int?
  /// Six hexadecimal digits; of a cell, what is behind all of it.
  package var background: String?
  package var ruleAbove: Rule?
  package var ruleBelow: Rule?

  package init() {}
}

/// A line as wide as the paragraph.
package struct Rule: Sendable, Hashable {
  /// One line, or two of which the first or the second is the thicker one.
  package enum Kind: String, Sendable, CaseIterable {
    case single = "单线"
    case thickThin = "上粗下细"
    case thinThick = "上细下粗"
  }

  package var kind: Kind
  /// Of both lines together, with what is between them.
  package var width: Length
  /// From the text.
  package var distance: Length
  /// Six hexadecimal digits.
  package var color: String
}

/// A paragraph style with everything it inherits resolved beside what it says itself.
package struct ParagraphStyle: Sendable, Hashable {
  package var name: String
  package var wordName: String
  package var basis: String?
  package var selectors: [StyleSelector]
  /// What the style says itself.
  package var paragraph: ParagraphFormat
  package var character: CharacterFormat
  /// Itself over everything it is based on.
  package var resolvedParagraph: ParagraphFormat
  package var resolvedCharacter: CharacterFormat
  /// Whether the data choose the size, from 16 to 60 points.
  package var isSized: Bool

  /// The size its characters have: indents in characters count by it.
  package var size: Length { resolvedCharacter.size ?? .points(16) }
}

package struct CharacterStyle: Sendable, Hashable {
  package var name: String
  package var wordName: String
  package var selectors: [StyleSelector]
  package var format: CharacterFormat
}

package struct TableStyle: Sendable, Hashable {
  package var name: String
  package var wordName: String
  package var selectors: [StyleSelector]
  package var rules: Rules
  /// Left and right of a cell's text.
  package var cellMargin: Length

  /// The widths of a table's rules; `nil` where there is none.
  package struct Rules: Sendable, Hashable {
    package var top: Length?
    package var bottom: Length?
    package var betweenRows: Length?
    /// Left, right and between columns.
    package var upright: Length?
  }
}

extension CharacterFormat {
  /// This format where it says something, else the other.
  func over(_ base: CharacterFormat) -> CharacterFormat {
    var result = base
    result.font = font ?? base.font
    result.size = size ?? base.size
    result.isBold = isBold ?? base.isBold
    result.isItalic = isItalic ?? base.isItalic
    result.isUnderlined = isUnderlined ?? base.isUnderlined
    result.isStruck = isStruck ?? base.isStruck
    result.position = position ?? base.position
    result.color = color ?? base.color
    result.spacing = spacing ?? base.spacing
    return result
  }
}

extension ParagraphFormat {
  /// This format where it says something, else the other. A first-line and a hanging indent exclude each other.
  func over(_ base: ParagraphFormat) -> ParagraphFormat {
    var result = base
    result.alignment = alignment ?? base.alignment
    if firstLineIndent != nil || hangingIndent != nil {
      result.firstLineIndent = firstLineIndent
      result.hangingIndent = hangingIndent
    }
    result.leftIndent = leftIndent ?? base.leftIndent
    result.rightIndent = rightIndent ?? base.rightIndent
    result.lineHeight = lineHeight ?? base.lineHeight
    result.spaceBefore = spaceBefore ?? base.spaceBefore
    result.spaceAfter = spaceAfter ?? base.spaceAfter
    result.keepsWithNext = keepsWithNext ?? base.keepsWithNext
    result.joinsItsOwn = joinsItsOwn ?? base.joinsItsOwn
    result.outlineLevel = outlineLevel ?? base.outlineLevel
    result.background = background ?? base.background
    result.ruleAbove = ruleAbove ?? base.ruleAbove
    result.ruleBelow = ruleBelow ?? base.ruleBelow
    return result
  }
}
