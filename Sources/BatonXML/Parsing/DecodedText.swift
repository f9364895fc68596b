// Character references: what `&amp;`, `&#65;` and HTML's named entities stand for, and where each decoded
// byte was written.

public import BatonDiagnostics

/// Character data with its references resolved, and the way back to the source.
public struct DecodedText: Sendable {
  /// The characters as UTF-8.
  public let bytes: [UInt8]
  /// For each decoded byte the offset it was written at, and at last the end of the range; empty when
  /// nothing was decoded, since every byte then stands for itself.
  private let offsets: [UInt32]
  private let start: UInt32

  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Decodes a range of a text that libxml2 found well-formed. An ampersand that begins no reference stays.
  public init(of source: [UInt8], in range: SourceRange) {
    start = range.start
    let slice = source[Int(range.start)..<Int(range.end)]
    guard slice.contains(UInt8(ascii: "&")) else {
      bytes = Array(slice)
      offsets = []
      return
    }
    var decoded = [UInt8]()
    var written = [UInt32]()
    var index = slice.startIndex
    while index < slice.endIndex {
      let at = UInt32(index)
      if let reference = CharacterReference(at: index, in: slice) {
        let characters = Array(String(reference.scalar).utf8)
        decoded += characters
        written += repeatElement(at, count: characters.count)
        index = reference.end
      } else {
        decoded.append(slice[index])
        written.append(at)
        index += 1
      }
    }
    written.append(range.end)
    bytes = decoded
    offsets = written
  }

  /// Where a decoded byte was written; the count of bytes gives the end.
  public func offset(of index: Int) -> UInt32 {
    offsets.isEmpty ? start + UInt32(index) : offsets[index]
  }

  /// The offset of each decoded byte and of the end, for a reader that wants to keep them all.
  public var writtenOffsets: [UInt32] {
    offsets.isEmpty ? (0...bytes.count).map { start + UInt32($0) } : offsets
  }
}

extension [UInt8] {
  /// Whether an ampersand stands in a range: where none does, every byte stands for itself.
  package func holdsReference(in range: SourceRange) -> Bool {
    self[Int(range.start)..<Int(range.end)].contains(UInt8(ascii: "&"))
  }
}

/// `&name;`, `&#10;` or `&#xA;` at a place of a text.
package struct CharacterReference {
  package let scalar: Unicode.Scalar
  /// After the semicolon.
  package let end: Int

  package init?(at index: Int, in bytes: ArraySlice<UInt8>) {
    guard bytes[index] == UInt8(ascii: "&"),
      let semicolon = bytes[index...].prefix(40).firstIndex(of: UInt8(ascii: ";")), semicolon > index + 1
    else { return nil }
    let name = bytes[(index + 1)..<semicolon]
    guard let scalar = Self.scalar(named: name) else { return nil }
    self.scalar = scalar
    end = semicolon + 1
  }

  private static func scalar(named name: ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard name.first == UInt8(ascii: "#") else {
      return NamedEntity.scalars[String(decoding: name, as: UTF8.self)]
    }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first == UInt8(ascii: "x")
    let text = String(decoding: isHexadecimal ? digits.dropFirst() : digits, as: UTF8.self)
    guard text.utf8.first.map({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) ?? false else {
      return nil
    }
    return UInt32(text, radix: isHexadecimal ? 16 : 10).flatMap(Unicode.Scalar.init)
  }
}
