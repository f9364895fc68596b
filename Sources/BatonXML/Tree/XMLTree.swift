// XML as an immutable value: every node knows the bytes it was written in.

public import BatonDiagnostics

/// A parsed XML text.
///
/// Ranges are byte offsets into `source`. Characters are not copied: ``characters(of:)`` decodes them when
/// they are wanted.
public struct XMLTree: Sendable {
  /// Whether a text has one root or is a piece of a document.
  public enum Form: Sendable, Hashable {
    /// One root element.
    case document
    /// Any top-level nodes; a declaration and `<!DOCTYPE html>` may come first.
    case fragment
  }

  public let source: Source
  /// The top-level nodes.
  public let children: [Node]

  /// The first top-level element.
  public var root: Element? {
    for case .element(let element) in children { return element }
    return nil
  }

  init(source: Source, children: [Node]) {
    self.source = source
    self.children = children
  }

  public indirect enum Node: Sendable {
    case element(Element)
    case text(Text)
    case comment(SourceRange)
    case instruction(target: String, SourceRange)

    public var range: SourceRange {
      switch self {
      case .element(let element): element.range
      case .text(let text): text.range
      case .comment(let range), .instruction(_, let range): range
      }
    }
  }

  public struct Element: Sendable {
    /// As written, with its prefix.
    public let name: String
    /// The namespace's name; empty for none.
    public let namespace: String
    /// Without namespace declarations.
    public let attributes: [Attribute]
    /// The prefixes declared here.
    public let declarations: [Declaration]
    public let children: [Node]
    public let startTagRange: SourceRange
    /// `nil` for `<a/>`.
    public let endTagRange: SourceRange?

    public var range: SourceRange { endTagRange.map { startTagRange.through($0) } ?? startTagRange }
    /// The element's name in its start tag.
    public var nameRange: SourceRange {
      SourceRange(startTagRange.start + 1, startTagRange.start + 1 + UInt32(name.utf8.count))
    }
    public var localName: String { QualifiedName.local(name) }
  }

  public struct Attribute: Sendable {
    /// As written, with its prefix.
    public let name: String
    /// Empty for a name without prefix.
    public let namespace: String
    public let nameRange: SourceRange
    /// Between the quotes.
    public let value: Text

    public var range: SourceRange { SourceRange(nameRange.start, value.range.end + 1) }
    public var localName: String { QualifiedName.local(name) }
  }

  /// `xmlns:prefix="…"`; the prefix is empty for the default namespace.
  public struct Declaration: Sendable, Hashable {
    public let prefix: String
    public let namespace: String
  }

  /// Character data as it stands in the source.
  public struct Text: Sendable, Hashable {
    /// Without the delimiters of a CDATA section.
    public let range: SourceRange
    /// In a CDATA section: no references.
    public let isLiteral: Bool

    public init(range: SourceRange, isLiteral: Bool) {
      self.range = range
      self.isLiteral = isLiteral
    }
  }

  /// The characters that a text or an attribute value stands for.
  public func characters(of text: Text) -> String {
    if text.isLiteral || !source.bytes.holdsReference(in: text.range) { return source.text(in: text.range) }
    return DecodedText(of: source.bytes, in: text.range).string
  }

  /// The value of an attribute by its written name.
  public func value(of name: String, in element: Element) -> String? {
    element.attributes.first { $0.name == name }.map { characters(of: $0.value) }
  }
}

enum QualifiedName {
  /// The part after the colon.
  static func local(_ name: String) -> String {
    name.utf8.firstIndex(of: UInt8(ascii: ":")).map { String(name[name.utf8.index(after: $0)...]) } ?? name
  }

  static func prefix(_ name: String) -> String {
    name.utf8.firstIndex(of: UInt8(ascii: ":")).map { String(name[..<$0]) } ?? ""
  }
}
