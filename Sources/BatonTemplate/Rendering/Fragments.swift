// Strings and fragments (TEMPLATES §8): what a capture printed is a string where it printed no element, else a
// piece of markup whose text is what counts.

import BatonDiagnostics
import BatonXML

extension Machine {
  /// The characters that were printed since a place of the output, or `nil` where an element was printed; the
  /// line breaks of values are no elements.
  func charactersPrinted(since start: Int) -> String? {
    let lineBreak = Array((rules[Int(OutputPlace.text.rawValue)].lineBreak ?? "").utf8)
    return out.withBytes { bytes in
      var characters: [UInt8] = []
      var rest = bytes[start...]
      while let tag = rest.firstIndex(of: UInt8(ascii: "<")) {
        guard !lineBreak.isEmpty, rest[tag...].starts(with: lineBreak) else { return nil }
        characters += rest[..<tag]
        characters.append(UInt8(ascii: "\n"))
        rest = rest[(tag + lineBreak.count)...]
      }
      return (characters + rest).referencesResolved
    }
  }

  /// Whether a string is markup that an XML template printed.
  @inline(__always)
  func isFragment(_ node: Node) -> Bool { node.flags.contains(.rendered) && environment.dialect.isStructured }

  /// The characters of a fragment, its markup left out.
  func fragmentCharacters(of node: Node) -> String {
    var characters: [UInt8] = []
    var isInTag = false
    for byte in rawBytes(node) {
      // `>` is escaped in text and attributes alike.
      switch byte {
      case UInt8(ascii: "<"): isInTag = true
      case UInt8(ascii: ">"): isInTag = false
      default: if !isInTag { characters.append(byte) }
      }
    }
    return characters.referencesResolved
  }
}

extension [UInt8] {
  /// The characters that UTF-8 with character references stands for.
  var referencesResolved: String { DecodedText(of: self, in: SourceRange(0, count)).string }
}
