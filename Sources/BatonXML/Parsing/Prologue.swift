// What may stand before the root and is not XML content: a byte order mark, the XML declaration and the
// document type of a page.

public import BatonDiagnostics

/// The XML declaration and the plain `<!DOCTYPE html>` at the head of a text.
public struct Prologue: Sendable, Hashable {
  /// `<?xml … ?>`
  public private(set) var declaration: SourceRange?
  /// `<!DOCTYPE html>`, in any case; no other document type is understood.
  public private(set) var doctype: SourceRange?
  /// Another document type stands here: none is accepted.
  private(set) var declaresOther = false

  public init(of bytes: [UInt8]) {
    var index = 0
    if Self.has("<?xml", at: 0, in: bytes), bytes.count > 5, Self.isSpace(bytes[5]),
      let end = Self.end(of: "?>", from: 5, in: bytes)
    {
      declaration = SourceRange(0, end)
      index = end
    }
    while index < bytes.count {
      if Self.isSpace(bytes[index]) {
        index += 1
      } else if Self.has("<!--", at: index, in: bytes),
        let end = Self.end(of: "-->", from: index + 4, in: bytes)
      {
        index = end
      } else {
        break
      }
    }
    guard bytes.starts(with: "<!", at: index),
      Self.has("<!DOCTYPE", at: index, in: bytes, ignoringCase: true),
      let end = Self.end(of: ">", from: index, in: bytes)
    else { return }
    let words = bytes[(index + 9)..<(end - 1)].split(whereSeparator: Self.isSpace)
    if words.count == 1, String(decoding: words[0], as: UTF8.self).lowercased() == "html" {
      doctype = SourceRange(index, end)
    } else {
      declaresOther = true
    }
  }

  /// The text with the prologue blanked, byte for byte.
  func blanked(in bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for case let range? in [declaration, doctype] {
      for index in Int(range.start)..<Int(range.end) { bytes[index] = UInt8(ascii: " ") }
    }
    return bytes
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

  private static func has(
    _ word: StaticString, at index: Int, in bytes: [UInt8], ignoringCase: Bool = false
  ) -> Bool {
    if !ignoringCase { return bytes.starts(with: word, at: index) }
    let word = Array("\(word)".utf8)
    guard index + word.count <= bytes.count else { return false }
    return zip(bytes[index...], word).allSatisfy { $0 | 0x20 == $1 | 0x20 }
  }

  /// The offset after the next occurrence.
  private static func end(of word: String, from index: Int, in bytes: [UInt8]) -> Int? {
    bytes.firstIndex(of: Array(word.utf8), from: index).map { $0 + word.utf8.count }
  }
}

extension [UInt8] {
  /// Where a sequence of bytes occurs next.
  func firstIndex(of word: [UInt8], from start: Int) -> Int? {
    guard let first = word.first, start <= count - word.count else { return nil }
    for index in start...(count - word.count) where self[index] == first {
      if self[index..<(index + word.count)].elementsEqual(word) { return index }
    }
    return nil
  }
}
