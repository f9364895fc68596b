// Where markup among the data is printed (TEMPLATES §8), for dialects that make something of its elements.

import BatonDiagnostics

/// What is known of the place of an output, should its value turn out to be markup.
package struct MarkupPlace: Sendable, Hashable {
  package enum Position: Sendable, Hashable {
    /// Among other characters.
    case line
    /// Alone in a paragraph, which blocks replace.
    case paragraph
  }

  package let position: Position
  /// What is known of the context of what is printed.
  package let context: ContextBits

  package init(_ position: Position, _ context: ContextBits) {
    self.position = position
    self.context = context
  }
}

/// How a dialect prints markup among the data.
package struct MarkupPrinting: Sendable {
  /// The markup without elements, where it may stand there, and whether it replaces the paragraph around it.
  package typealias Lowered = (nodes: [TemplateNode], replacesParagraph: Bool)

  /// Lowers markup for a place and for a context that is known as a whole; `nil` where it may not stand there.
  package var lower: @Sendable (MarkupValue, MarkupPlace.Position, _ context: UInt32) -> Lowered?
  /// What every paragraph begins with, and nothing else.
  package var paragraphStart: String

  package init(
    paragraphStart: String,
    lower: @escaping @Sendable (MarkupValue, MarkupPlace.Position, _ context: UInt32) -> Lowered?
  ) {
    self.paragraphStart = paragraphStart
    self.lower = lower
  }
}
