// A text that a person wrote and can edit: a template, a theme, a table.

/// A named text, decoded to UTF-8, that places point into.
public struct Source: Sendable, Hashable {
  /// What the reader calls it: a path as given, or the name a loader knows.
  public let name: String
  /// The whole text as UTF-8.
  public let bytes: [UInt8]
  /// What stands in it, where it is the transcript of a document that people see otherwise: each line is then
  /// one of the document's paragraphs. Empty for a text.
  public let stories: [Story]

  /// A piece of a document that counts its paragraphs by itself: the body, a header, the notes.
  public struct Story: Sendable, Hashable {
    /// What the reader calls it, in Chinese; empty for the body.
    public let label: String
    /// The line of the transcript where it begins or goes on.
    public let firstLine: Int
    /// Which of its paragraphs stands there.
    public let firstParagraph: Int

    /// A story that begins, or goes on, at a line of the transcript.
    public init(label: String, firstLine: Int, firstParagraph: Int = 1) {
      self.label = label
      self.firstLine = firstLine
      self.firstParagraph = firstParagraph
    }
  }

  /// A text as bytes of UTF-8, or a transcript with its stories.
  public init(name: String, bytes: [UInt8], stories: [Story] = []) {
    self.name = name
    self.bytes = bytes
    self.stories = stories
  }

  /// The story that a line of a transcript belongs to, and which of its paragraphs the line is.
  func paragraph(onLine line: Int) -> (story: Story, number: Int)? {
    stories.last { $0.firstLine <= line }.map { ($0, line - $0.firstLine + $0.firstParagraph) }
  }

  /// A text.
  public init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The text in a range, invalid UTF-8 repaired.
  public func text(in range: SourceRange) -> String {
    String(decoding: bytes[Int(range.start)..<Int(range.end)], as: UTF8.self)
  }

  /// The line and column of a byte offset.
  ///
  /// - Returns: `line` and `column` count from 1, `column` in UTF-8 bytes.
  /// - Complexity: O(*n*) in the bytes before the offset: computed only when a person reads it.
  public func position(of offset: UInt32) -> (line: Int, column: Int) {
    var line = 1
    var lineStart = 0
    let end = min(Int(offset), bytes.count)
    for index in 0..<end where bytes[index] == UInt8(ascii: "\n") {
      line += 1
      lineStart = index + 1
    }
    return (line, end - lineStart + 1)
  }

  /// The text of a line (1-based), without its line break.
  public func line(_ number: Int) -> String {
    var current = 1
    var start = 0
    while current < number, let next = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      start = next + 1
      current += 1
    }
    var end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}

/// A half-open range of UTF-8 offsets in a ``Source``.
public struct SourceRange: Sendable, Hashable, BitwiseCopyable {
  /// The first byte.
  public var start: UInt32
  /// The byte behind the last.
  public var end: UInt32

  /// From the first byte to the one behind the last.
  public init(_ start: UInt32, _ end: UInt32) {
    precondition(start <= end, "a range ends before it starts")
    self.start = start
    self.end = end
  }

  /// From the first byte to the one behind the last.
  public init(_ start: Int, _ end: Int) {
    self.init(UInt32(start), UInt32(end))
  }

  /// The range from the start of this one to the end of another.
  public func through(_ other: SourceRange) -> SourceRange {
    SourceRange(start, max(end, other.end))
  }
}
