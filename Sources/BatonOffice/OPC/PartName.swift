// Where a part lives in its package (ECMA-376-2 §6.2.2).

/// The absolute name of a part: `/word/document.xml`.
package struct PartName: Sendable, Hashable, ExpressibleByStringLiteral {
  /// With the leading slash.
  package let text: String

  /// A name from outside, or `nil` if it is no part name.
  ///
  /// Accepted: absolute, characters of a URI or beyond ASCII, no empty segment, none of dots only or ending
  /// with a dot.
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
    case 0x80...: true
    case let byte: punctuation.contains(byte)
    }
  }

  /// RFC 3986 `pchar`, and the brackets and spaces that writers leave unescaped.
  private static let punctuation = Set(".-_~!$&'()*+,;=:@%[]{} ".utf8)
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

  /// The part that a relationships part belongs to: `/` for the package's own, `nil` for any other part.
  var relationshipsSource: String? {
    guard folder.hasSuffix("/_rels/"), text.hasSuffix(".rels") else { return nil }
    let file = text[folder.endIndex...].dropLast(".rels".count)
    return "\(folder.dropLast("_rels/".count))\(file)"
  }

  /// The part that a relationship of `source` refers to; `nil` where the reference names none.
  static func resolved(_ reference: String, from source: String) -> PartName? {
    let path = reference.prefix { $0 != "#" && $0 != "?" }
    guard !path.isEmpty, !path.contains(":") else { return nil }
    var segments =
      path.hasPrefix("/")
      ? []
      : source.split(separator: "/", omittingEmptySubsequences: false).dropFirst().dropLast().map(String.init)
    for segment in path.split(separator: "/") where segment != "." {
      if segment == ".." {
        guard segments.popLast() != nil else { return nil }
      } else {
        segments.append(String(segment))
      }
    }
    return PartName("/" + segments.joined(separator: "/"))
  }
}
