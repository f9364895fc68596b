// What kind of content a list of nodes is (TEMPLATES §3), as far as Word needs to know it.

/// Kinds of content.
package enum ContentKind: Sendable, Hashable {
  /// Prints nothing.
  case nothing
  case text
  case inline
  /// Only page breaks.
  case pageBreak
  case block
  case item, row, rowGroup, cell, column, caption
  /// A call whose kind is only known where it is defined.
  case unknown

  /// The least kind that holds both.
  package func union(_ other: ContentKind) -> ContentKind {
    if self == other || other == .nothing { return self }
    switch (self, other) {
    case (.nothing, _): return other
    case (.text, .inline), (.inline, .text): return .inline
    case (.text, .unknown), (.unknown, .text), (.inline, .unknown), (.unknown, .inline): return .inline
    case (.unknown, _): return other
    case (_, .unknown): return self
    case (.row, .rowGroup), (.rowGroup, .row): return .rowGroup
    default: return .block
    }
  }

  /// Whether it stands in a paragraph.
  package var isInline: Bool { self == .text || self == .inline }
}
