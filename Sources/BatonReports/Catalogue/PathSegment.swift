// Names of units and people become names of folders and files; file systems are less patient than people.

/// One name in a path, fit for Linux, Windows and macOS.
struct PathSegment: Sendable, Hashable {
  let text: String

  /// Replaces what a file system refuses by its full-width look-alike, and cuts names that are too long.
  init(_ name: String) {
    var text = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "/", "\\", ":", "*", "?", "\"", "<", ">", "|":
        text.unicodeScalars.append(Unicode.Scalar(scalar.value + 0xFEE0) ?? "＿")
      case _ where scalar.properties.generalCategory == .control: text.append("＿")
      case _ where Self.isInvisible(scalar): continue
      default: text.unicodeScalars.append(scalar)
      }
    }
    text = Self.cut(Self.trimmed(text), to: Self.byteLimit)
    self.text = text.isEmpty ? "＿" : text
  }

  /// A file name holds 255 bytes; some are kept for a number that tells two apart, and for the extension.
  private static let byteLimit = 200

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .format
  }

  /// Windows drops dots and spaces at the end of a name; a dot at the start hides it.
  private static func trimmed(_ text: String) -> String {
    var rest = text[...]
    while let last = rest.last, last == "." || last.isWhitespace { rest.removeLast() }
    while let first = rest.first, first == "." || first.isWhitespace { rest.removeFirst() }
    return String(rest)
  }

  private static func cut(_ text: String, to byteCount: Int) -> String {
    guard text.utf8.count > byteCount else { return text }
    var kept = ""
    for character in text {
      guard kept.utf8.count + character.utf8.count <= byteCount else { break }
      kept.append(character)
    }
    return trimmed(kept)
  }
}
