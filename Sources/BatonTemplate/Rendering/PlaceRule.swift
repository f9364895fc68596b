// What becomes of a value's characters where it stands (TEMPLATES §6). A dialect has one rule a place.

/// The rule of one ``OutputPlace``.
package struct PlaceRule: Sendable {
  package enum Check: Sendable {
    case any
    /// A harmless URL: see ``URLScheme``.
    case url
    /// An integer in a range: text is refused, however it looks.
    case integer(ClosedRange<Int>)
  }

  /// What a fragment may hold that is printed there.
  package enum Fragments: Sendable { case characters, inline, blocks }

  package let check: Check
  package let fragments: Fragments
  /// Whether control characters are refused: XML cannot hold them.
  package let refusesControls: Bool
  /// What a line break becomes (CRLF and CR count as one); `nil` where it stays.
  package let lineBreak: String?
  /// For each ASCII byte where its replacement stands in `bytes`, and how long it is; 0 for none.
  private let starts: [UInt16]
  private let lengths: [UInt8]
  private let bytes: [UInt8]

  /// A rule by what single characters, line breaks (LF, CRLF and CR; `nil` writes LF) and tabs (`nil` keeps
  /// them) become.
  package init(
    _ replacements: [(character: Unicode.Scalar, text: String)], lineBreak: String? = nil, tab: String? = nil,
    refusesControls: Bool = true, check: Check = .any, fragments: Fragments = .characters
  ) {
    var starts = [UInt16](repeating: 0, count: 128)
    var lengths = [UInt8](repeating: 0, count: 128)
    var bytes: [UInt8] = []
    func add(_ character: UInt32, _ text: String) {
      precondition(character < 128, "only ASCII characters are replaced")
      starts[Int(character)] = UInt16(bytes.count)
      lengths[Int(character)] = UInt8(text.utf8.count)
      bytes += Array(text.utf8)
    }
    for (character, text) in replacements { add(character.value, text) }
    add(0x0A, lineBreak ?? "\n")
    if let tab { add(0x09, tab) }
    self.check = check
    self.fragments = fragments
    self.refusesControls = refusesControls
    self.lineBreak = lineBreak
    self.starts = starts
    self.lengths = lengths
    self.bytes = bytes
  }

  /// Characters escaped between tags and in attributes, as markupsafe writes them.
  package static let markupCharacters: [(character: Unicode.Scalar, text: String)] = [
    ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&#34;"), ("'", "&#39;"),
  ]

  /// Appends a text by the rule.
  ///
  /// - Returns: The control character that was met, if it is refused.
  func append(_ source: UnsafeRawPointer, _ length: Int, to output: inout ByteBuffer) -> UInt8? {
    output.reserve(length + 8)
    var index = 0
    while index < length {
      let remaining = length - index
      let word = source.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let masked = remaining >= 8 ? word : word | (~0 << UInt64(remaining * 8))
      if !ByteBuffer.holdsSpecial(masked), !Self.holdsControl(masked) {
        let written = min(8, remaining)
        output.end.storeBytes(of: word, as: UInt64.self)
        output.advance(written)
        index += written
        continue
      }
      let stop = index + min(8, remaining)
      while index < stop {
        let byte = source.load(fromByteOffset: index, as: UInt8.self)
        index += 1
        if byte == 0x0D {
          // CRLF is one break: the LF writes it.
          if index < length, source.load(fromByteOffset: index, as: UInt8.self) == 0x0A { continue }
          replace(0x0A, in: &output, remaining: length - index)
        } else if byte < 0x20, byte != 0x0A, byte != 0x09, refusesControls {
          return byte
        } else {
          replace(byte, in: &output, remaining: length - index)
        }
      }
    }
    return nil
  }

  private func replace(_ byte: UInt8, in output: inout ByteBuffer, remaining: Int) {
    guard byte < 0x80, lengths[Int(byte)] > 0 else {
      output.append(byte)
      return output.reserve(remaining + 8)
    }
    let start = Int(starts[Int(byte)])
    bytes.withUnsafeBytes { all in
      output.append(UnsafeRawBufferPointer(rebasing: all[start..<(start + Int(lengths[Int(byte)]))]))
    }
    output.reserve(remaining + 8)
  }

  /// Whether one of eight bytes is below a space.
  @inline(__always)
  private static func holdsControl(_ word: UInt64) -> Bool {
    (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080 != 0
  }
}
