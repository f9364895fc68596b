// Where a node stands in a Word document, as far as that is known before rendering. What isn't known (a macro
// prints wherever it is called) is read from the context register at run time, by the same bits.

package import BatonTemplate

/// A field of the context register.
package struct ContextField: Sendable, Hashable {
  package let shift: UInt32
  package let width: UInt32

  private init(shift: UInt32, width: UInt32) {
    self.shift = shift
    self.width = width
  }

  package var mask: UInt32 { ((1 << width) - 1) << shift }

  /// The bits of a value of the field.
  package func bits(_ value: Int) -> UInt32 {
    precondition(value >= 0 && value < 1 << width, "a value too large for its field")
    return UInt32(value) << shift
  }

  /// Between what a fragment prints: see ``PrintingLevel``.
  package static let level = ContextField(shift: 0, width: 2)
  /// The style of paragraphs without one of their own: an index of ``WordStyles/paragraphs``.
  package static let paragraphStyle = ContextField(shift: 20, width: 7)
  package static let bold = ContextField(shift: 8, width: 1)
  package static let italic = ContextField(shift: 9, width: 1)
  package static let underlined = ContextField(shift: 10, width: 1)
  package static let struck = ContextField(shift: 11, width: 1)
  /// 1 superscript, 2 subscript.
  package static let position = ContextField(shift: 12, width: 2)
  /// An index of ``WordStyles/characters`` plus one.
  package static let characterStyle = ContextField(shift: 14, width: 6)
  /// How many lists are open, at most nine.
  package static let listDepth = ContextField(shift: 2, width: 4)
  /// Whether the next paragraph carries its item's number.
  package static let numbered = ContextField(shift: 27, width: 1)
  /// Whether the page lies on its side.
  package static let landscape = ContextField(shift: 28, width: 1)
  /// Whether a cell is open.
  package static let inCell = ContextField(shift: 29, width: 1)

  /// What a run looks like.
  package static let runFields: [ContextField] = [
    .bold, .italic, .underlined, .struck, .position, .characterStyle,
  ]
}

/// What stands around a fragment.
package enum PrintingLevel: Int, Sendable {
  /// Paragraphs and tables.
  case flow
  /// Runs of one paragraph.
  case paragraph
  /// The characters of one run, or of an attribute.
  case text
}

/// The bits of the register that are known, and what they are.
package struct WordContext: Sendable, Hashable {
  package private(set) var mask: UInt32
  package private(set) var value: UInt32
  /// How many lists are open beyond those the register counts, where it alone knows those.
  package private(set) var addedLists = 0

  private init(mask: UInt32, value: UInt32) {
    self.mask = mask
    self.value = value
  }

  /// Nothing is known: the body of a macro.
  package static let unknown = WordContext(mask: 0, value: 0)
  /// Everything is known to be 0: a page of its own.
  package static let page = WordContext(mask: .max, value: 0)

  /// Everything is known from a register.
  package init(register: UInt32) { self.init(mask: .max, value: register) }

  /// The value of a field, or `nil` where only the register knows it.
  package subscript(field: ContextField) -> Int? {
    mask & field.mask == field.mask ? Int((value & field.mask) >> field.shift) : nil
  }

  package func setting(_ field: ContextField, _ newValue: Int) -> WordContext {
    var context = self
    context.mask |= field.mask
    context.value = value & ~field.mask | field.bits(newValue)
    return context
  }

  /// The most lists that Word nests.
  package static let deepestList = 9

  /// The context within one more list.
  package var inList: WordContext {
    if let depth = self[.listDepth] { return setting(.listDepth, min(depth + 1, Self.deepestList)) }
    var context = self
    context.addedLists += 1
    return context
  }

  package var withoutAddedLists: WordContext {
    var context = self
    context.addedLists = 0
    return context
  }

  package func setting(_ level: PrintingLevel) -> WordContext { setting(.level, level.rawValue) }

  /// What a fragment called here must find in the register.
  package var bits: ContextBits { ContextBits(mask: mask, value: value) }
}

/// The theme's styles by number, as the register holds them.
package struct WordStyles: Sendable {
  /// The style of plain paragraphs first: a register of 0 means it.
  package let paragraphs: [ParagraphStyle]
  package let characters: [CharacterStyle]
  /// The numbers of styles that containers give to their plain paragraphs.
  package let containers: [Int]

  package init(_ theme: Theme) {
    let plain = theme.paragraphStyle(for: "p")
    let paragraphs =
      theme.paragraphStyles.filter { $0 == plain } + theme.paragraphStyles.filter { $0 != plain }
    let cells: Set<String> = ["td", "th", "tr"]
    let others: Set<String> = [
      "p", "li", "header", "footer", "caption", "dt", "dd", "blockquote", "figure", "figcaption",
    ]
    self.paragraphs = paragraphs
    characters = theme.characterStyles
    containers = paragraphs.indices.filter { index in
      paragraphs[index].selectors.contains { selector in
        cells.contains(selector.element) || selector.className == nil && others.contains(selector.element)
      }
    }
    precondition(paragraphs.count <= 128 && characters.count < 64, "more styles than the register can name")
  }

  package func number(of style: ParagraphStyle) -> Int {
    guard let number = paragraphs.firstIndex(of: style) else {
      preconditionFailure("a style of another theme")
    }
    return number
  }
}
