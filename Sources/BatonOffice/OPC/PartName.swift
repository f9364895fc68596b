// Where a part lives in its package (ECMA-376-2 §6.2.2).

/// The absolute name of a part: `/word/document.xml`.
package struct PartName: Sendable, Hashable, ExpressibleByStringLiteral {
  /// With the leading slash.
  package let text: String

  /// A name from outside, or `nil` if it is no part name.
  ///
  /// Accepted: absolute, ASCII, no empty segment, no segment of dots only or ending with a dot.
  package init?(_ text: String) {
    guard text.utf8.first == UInt8(ascii: "/") else { return nil }
    for segment in text.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
      guard !segment.isEmpty, segment.last != ".", segment.utf8.allSatisfy(Self.isAllowed) else { return nil }
    }
    self.text = text
  }

  package init(stringLiteral value: String) {
    guard let name = PartName(value) else { preconditionFailure("not a part name: \(value)") }
    self = name
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "~"): true
    default: false
    }
  }
}

extension PartName {
  /// The name of its entry in a ZIP archive: without the leading slash.
  package var entryName: String { String(text.dropFirst()) }

  /// The folder that holds it, with slashes on both ends.
  package var folder: Substring { text[...(text.lastIndex(of: "/") ?? text.startIndex)] }

  /// The name of the part that holds its relationships (ECMA-376-2 §6.5.2).
  package var relationshipsName: PartName {
    let file = text[folder.endIndex...]
    return PartName(stringLiteral: "\(folder)_rels/\(file).rels")
  }

  /// How a part in `folder` refers to this one.
  package func reference(from folder: Substring) -> String {
    text.hasPrefix(folder) ? String(text.dropFirst(folder.count)) : text
  }
}
