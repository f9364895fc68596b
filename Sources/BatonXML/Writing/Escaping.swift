// The one place where characters become XML.

/// Escaping of characters for where they are written.
public enum Escaping {
  /// Character data: `&`, `<`, `>`, and a carriage return, which a parser would turn into a line feed.
  public static func text(_ characters: String) -> String {
    escape(characters) { byte in
      switch byte {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      case 13: "&#13;"
      default: nil
      }
    }
  }

  /// A value in double quotes: quotes and white space other than a space too, which a parser would normalize.
  public static func attribute(_ characters: String) -> String {
    escape(characters) { byte in
      switch byte {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      case UInt8(ascii: "\""): "&#34;"
      case UInt8(ascii: "'"): "&#39;"
      case 9: "&#9;"
      case 10: "&#10;"
      case 13: "&#13;"
      default: nil
      }
    }
  }

  /// Whether XML and HTML may hold a scalar (TEMPLATES §6, XML 1.0 `Char`).
  public static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 9, 10, 13: true
    case ..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
  }

  private static func escape(_ characters: String, _ replacement: (UInt8) -> StaticString?) -> String {
    guard characters.utf8.contains(where: { replacement($0) != nil }) else { return characters }
    var bytes = [UInt8]()
    bytes.reserveCapacity(characters.utf8.count + 16)
    for byte in characters.utf8 {
      if let word = replacement(byte) {
        bytes += "\(word)".utf8
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
