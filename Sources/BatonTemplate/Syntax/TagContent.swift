// What stands inside a tag, and how to get from it back to the file. In XML a tag's text has had its entity
// references resolved, so a byte of it may stand for several in the source.

package import BatonDiagnostics

/// The inside of one tag, decoded.
package struct TagContent: Sendable {
  package let source: Source
  /// UTF-8 with nothing escaped.
  package let bytes: [UInt8]
  private let offsets: Offsets

  private enum Offsets: Sendable {
    case shifted(by: Int)
    /// For each byte, and for the end, where it stands in the source.
    case mapped([UInt32])
  }

  /// A stretch of a source that holds its characters as they are.
  package init(_ source: Source, _ range: SourceRange) {
    self.source = source
    bytes = Array(source.bytes[Int(range.start)..<Int(range.end)])
    offsets = .shifted(by: Int(range.start))
  }

  /// Decoded bytes with the place of each in the source: one offset a byte, and one for the end.
  package init(_ source: Source, decoded: [UInt8], sourceOffsets: [UInt32]) {
    precondition(sourceOffsets.count == decoded.count + 1, "each byte has its place, and so has the end")
    self.source = source
    bytes = decoded
    offsets = .mapped(sourceOffsets)
  }

  /// The place in the source of a range of the content.
  package func sourceRange(_ start: Int, _ end: Int) -> SourceRange {
    switch offsets {
    case .shifted(let shift): SourceRange(start + shift, end + shift)
    case .mapped(let map): SourceRange(Int(map[start]), Int(map[max(start, end)]))
    }
  }
}
