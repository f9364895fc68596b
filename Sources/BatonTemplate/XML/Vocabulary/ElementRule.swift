// What is known of an element: a row of a dialect's table.

/// How an element behaves in a template.
package struct ElementRule: Sendable {
  /// What it counts as where it stands.
  package var kind: Kind
  /// What may stand in it.
  package var content: Content
  /// What it is called in diagnostics.
  package var label: String { "\(fixedLabel)" }
  private let fixedLabel: StaticString
  /// Blocks that begin or end inside cut it in two; all others cover it (TEMPLATES §4).
  package var isCuttable = false
  /// Which `block-cuts-…` it is when a block cuts it.
  package var cut = Cut.section
  /// What becomes of it when nothing was printed in it.
  package var whenEmpty = WhenEmpty.stays
  /// White space in it is kept.
  package var isPreformatted = false
  /// Never has content: `<br>`.
  package var isVoid = false
  /// It is as if it were not there when it holds nothing: a run.
  package var isNothingWhenEmpty = false
  /// The author never sees its name: diagnostics call it by its label.
  package var isCalledByLabel = false
  /// The body, a header, a note, a text box: statements end in the one they begin in.
  package var isStory = false

  package enum Content: Sendable, Hashable {
    /// Inline content, in one paragraph.
    case paragraph
    /// Inline content of the paragraph around.
    case inline
    /// Blocks, or inline content that is then one paragraph.
    case flow
    /// Only these kinds.
    case only(KindSet)
    /// Characters, copied as they are.
    case characters
    /// No content.
    case none
    /// Anything, unchecked.
    case any
  }

  package enum Cut: String, Sendable { case cell, row, item, table, section, field }

  package enum WhenEmpty: Sendable {
    /// It stays, whatever is printed in it.
    case stays
    /// It vanishes if it consists of tags only and they printed nothing.
    case vanishesIfOnlyTags
    /// It vanishes if nothing was printed in it.
    case vanishes
  }

  package init(_ kind: Kind, _ content: Content, _ label: StaticString) {
    self.kind = kind
    self.content = content
    fixedLabel = label
  }

  /// An element of no known vocabulary.
  package static let unknown = ElementRule(.any, .any, "元素")

  /// Whether a kind may stand directly in it; `block` in a paragraph is decided elsewhere.
  package func accepts(_ kind: Kind) -> Bool {
    if kind == .nothing || kind == .any { return true }
    switch content {
    case .paragraph, .inline: return kind == .text || kind == .inline
    case .flow: return kind == .text || kind == .inline || kind == .block
    case .only(let kinds): return kinds.contains(kind)
    case .characters: return kind == .text
    case .none: return false
    case .any: return true
    }
  }

  /// What diagnostics call an element of this rule.
  func shownName(of name: String) -> String { isCalledByLabel ? label : "<\(name)>" }
}
