// Where a tag ends. Strings may hold what looks like the end, and brackets hold back a `}}`; a reference
// like `&quot;` counts as its character.

import BatonDiagnostics
import BatonXML

/// A walk over one tag's inside.
struct TagEndScan {
  let bytes: [UInt8]
  var index: Int
  let kind: FoundTag.Kind
  /// Where an XML tag stands in the inside, if one does.
  private(set) var markup: SourceRange?
  /// Whether a `-` or `+` belongs to the closing delimiter.
  private(set) var closesWithSign = false
  private var brackets = 0

  init(bytes: [UInt8], index: Int, kind: FoundTag.Kind) {
    self.bytes = bytes
    self.index = index
    self.kind = kind
  }

  /// The offset after the closing delimiter, or `nil` where there is none.
  mutating func run() -> Int? {
    if kind == .comment { return endOfComment() }
    let first = kind == .output ? UInt8(ascii: "}") : UInt8(ascii: "%")
    while index + 1 < bytes.count {
      let byte = bytes[index]
      if byte == first, bytes[index + 1] == UInt8(ascii: "}"), brackets == 0 {
        closesWithSign = isSign(bytes[index - 1], for: kind)
        return index + 2
      }
      // Most bytes are letters: they mean nothing here.
      guard Self.matters(byte) else {
        index += 1
        continue
      }
      let (character, length) = character(at: index)
      switch character {
      case "\"", "'": skipString(character, length)
      case "(", "[", "{":
        brackets += 1
        index += length
      case ")", "]", "}":
        brackets = max(0, brackets - 1)
        index += length
      default:
        noteMarkup()
        index += length
      }
    }
    return nil
  }

  private static func matters(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "<"),
      UInt8(ascii: "/"):
      true
    default: false
    }
  }

  private mutating func endOfComment() -> Int? {
    while index + 1 < bytes.count {
      if bytes[index] == UInt8(ascii: "#"), bytes[index + 1] == UInt8(ascii: "}") {
        closesWithSign = isSign(bytes[index - 1], for: kind)
        return index + 2
      }
      index += 1
    }
    return nil
  }

  private mutating func skipString(_ quote: Unicode.Scalar, _ length: Int) {
    index += length
    while index < bytes.count {
      let (character, length) = character(at: index)
      index += length
      if character == "\\", index < bytes.count {
        index += self.character(at: index).length
      } else if character == quote {
        return
      }
    }
  }

  /// `</` and `/>` are in no expression.
  private mutating func noteMarkup() {
    guard markup == nil, index + 1 < bytes.count else { return }
    let pair = (bytes[index], bytes[index + 1])
    if pair == (UInt8(ascii: "<"), UInt8(ascii: "/")) || pair == (UInt8(ascii: "/"), UInt8(ascii: ">")) {
      markup = SourceRange(index, index + 2)
    }
  }

  /// A character of the tag (bytes beyond ASCII stand for themselves) and how many bytes it is written in.
  private func character(at index: Int) -> (Unicode.Scalar, length: Int) {
    if bytes[index] == UInt8(ascii: "&"), let reference = CharacterReference(at: index, in: bytes[...]) {
      return (reference.scalar, reference.end - index)
    }
    return (Unicode.Scalar(bytes[index]), 1)
  }

  private func isSign(_ byte: UInt8, for kind: FoundTag.Kind) -> Bool {
    byte == UInt8(ascii: "-") || (byte == UInt8(ascii: "+") && kind != .output)
  }
}
