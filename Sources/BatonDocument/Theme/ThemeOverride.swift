// A county's own theme: the values that differ, in a file of their own, laid over the program's theme.

internal import BatonDiagnostics
internal import Yams

/// The county's file, read as if it stood behind the theme, so that a line number says which file it is in.
struct ThemeOverride {
  let source: Source
  private let firstLine: Int

  init(_ source: Source, behind theme: Source) {
    self.source = source
    firstLine = theme.bytes.count { $0 == UInt8(ascii: "\n") } + 1
  }

  /// The county's text behind as many empty lines as the theme has.
  var text: String {
    String(repeating: "\n", count: firstLine) + String(decoding: source.bytes, as: UTF8.self)
  }

  /// The place of a mark in the county's file, or `nil` for one in the theme.
  func place(of mark: Mark, length: Int) -> Diagnostic.Place? {
    guard mark.line > firstLine else { return nil }
    return .range(source, source.range(at: mark, length: length, linesBefore: firstLine))
  }
}

extension Node {
  /// The node with another's values in place of its own, mapping by mapping; lists are replaced whole.
  func replacing(by other: Node) -> Node {
    guard case .mapping(var mapping) = self, case .mapping(let replacements) = other else { return other }
    for (key, value) in replacements {
      mapping[key] = mapping[key].map { $0.replacing(by: value) } ?? value
    }
    return .mapping(mapping)
  }
}
