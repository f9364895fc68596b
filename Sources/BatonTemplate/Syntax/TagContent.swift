// What stands inside a tag, and how to get from it back to the file. In XML a tag's text has had its entity
// references resolved, so a byte of it may stand for several in the source.

package import BatonDiagnostics

/// The inside of one tag, decoded.
package struct TagContent: Sendable {
  package let source: Source
  /// UTF-8 with nothing escaped; the content stands between ``start`` and ``end``.
  package let bytes: [UInt8]
  package let start: Int
  package let end: Int
  private let offsets: Offsets

  private enum Offsets: Sendable {
    /// The bytes are the source's own.
    case same
    /// For each byte, and for the end, where it stands in the source.
    case mapped([UInt32])
  }

  /// A stretch of a source that holds its characters as they are.
  package init(_ source: Source, _ range: SourceRange) {
    self.source = source
    bytes = source.bytes
    start = Int(range.start)
    end = Int(range.end)
    offsets = .same
  }

  /// Decoded bytes with the place of each in the source: one offset a byte, and one for the end.
  package init(_ source: Source, decoded: [UInt8], sourceOffsets: [UInt32]) {
    precondition(sourceOffsets.count == decoded.count + 1, "each byte has its place, and so has the end")
    self.source = source
    bytes = decoded
    start = 0
    end = decoded.count
    offsets = .mapped(sourceOffsets)
  }

  /// The content without its first bytes.
  func dropping(_ count: Int) -> TagContent {
    count == 0 ? self : TagContent(source, bytes, start: start + count, end: end, offsets)
  }

  private init(_ source: Source, _ bytes: [UInt8], start: Int, end: Int, _ offsets: Offsets) {
    self.source = source
    self.bytes = bytes
    self.start = start
    self.end = end
    self.offsets = offsets
  }

  /// The place in the source of a range of the content.
  package func sourceRange(_ start: Int, _ end: Int) -> SourceRange {
    switch offsets {
    case .same: SourceRange(start, end)
    case .mapped(let map): SourceRange(Int(map[start]), Int(map[max(start, end)]))
    }
  }
}
