// A template that was not written as XML text but in a word processor: its front end joins what belongs together
// and hands over a tree whose tags still stand where they were typed.

package import BatonDiagnostics

/// A node of a template as its front end found it.
package indirect enum WrittenNode: Sendable {
  /// The children are beside the element, whose own are empty.
  case element(TemplateNode.Element, [WrittenNode])
  case text(TemplateNode.Text)
  case tag(WrittenTag)
}

/// A tag with its place in the source.
package struct WrittenTag: Sendable {
  package enum Kind: Sendable {
    case output, statement
    /// A comment that ends where it began.
    case comment
    /// The two ends of a comment that spans elements.
    case commentStart, commentEnd
  }

  package var kind: Kind
  package var range: SourceRange
  /// Between the delimiters, their signs and the level.
  package var content: SourceRange
  /// The name of the element that the tag stands for (docxtpl's `{%tr`), where one is given.
  package var level: String?
  package var trimsBefore: Bool
  package var trimsAfter: Bool

  package init(
    _ kind: Kind, range: SourceRange, content: SourceRange, level: String? = nil, trimsBefore: Bool = false,
    trimsAfter: Bool = false
  ) {
    self.kind = kind
    self.range = range
    self.content = content
    self.level = level
    self.trimsBefore = trimsBefore
    self.trimsAfter = trimsAfter
  }
}
