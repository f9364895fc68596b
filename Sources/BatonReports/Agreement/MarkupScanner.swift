// Tags and characters of finished markup, one after another. It shares nothing with what wrote them.

/// Walks through HTML or XML that is known to be well-formed but for HTML's void elements.
struct MarkupScanner {
  enum Event: Equatable {
    /// A start tag; one that closes itself is followed by its end.
    case start(String)
    case end(String)
    case characters(String)
  }

  private let bytes: [UInt8]
  private var position = 0
  /// The end that a tag like `<w:br/>` owes.
  private var owed: String?
  /// The attributes of the last start tag, as written.
  private var attributes: ArraySlice<UInt8> = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next tag or run of characters; `nil` at the end.
  mutating func next() -> Event? {
    if let name = owed {
      owed = nil
      return .end(name)
    }
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "<") else { return .characters(characters()) }
      switch bytes.dropFirst(position + 1).first {
      case UInt8(ascii: "!"), UInt8(ascii: "?"): skipDeclaration()
      default: return tag()
      }
    }
    return nil
  }

  /// The value of an attribute of the last start tag; `nil` if it hasn't got one.
  func attribute(_ name: String) -> String? {
    let wanted = Array(" \(name)=\"".utf8)
    guard let start = attributes.firstRange(of: wanted)?.upperBound else { return nil }
    return Self.decoded(attributes[start...].prefix { $0 != UInt8(ascii: "\"") })
  }

  private mutating func skipDeclaration() {
    let isComment = bytes[position...].starts(with: "<!--".utf8)
    let end = Array((isComment ? "-->" : ">").utf8)
    position = bytes[position...].firstRange(of: end)?.upperBound ?? bytes.count
  }

  private mutating func tag() -> Event {
    let start = position + 1
    var quoted = false
    while position < bytes.count, quoted || bytes[position] != UInt8(ascii: ">") {
      if bytes[position] == UInt8(ascii: "\"") { quoted.toggle() }
      position += 1
    }
    var body = bytes[start..<min(position, bytes.count)]
    position += 1
    if body.first == UInt8(ascii: "/") { return .end(String(decoding: body.dropFirst(), as: UTF8.self)) }
    let closes = body.last == UInt8(ascii: "/")
    if closes { body = body.dropLast() }
    let name = body.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\n") }
    attributes = body.dropFirst(name.count)
    let text = String(decoding: name, as: UTF8.self)
    if closes { owed = text }
    return .start(text)
  }

  private mutating func characters() -> String {
    let run = bytes[position...].prefix { $0 != UInt8(ascii: "<") }
    position = run.endIndex
    return Self.decoded(run)
  }

  private static let entities: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
  ]

  private static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(UInt8(ascii: "&")) else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&"), let end = rest[start...].firstIndex(of: ";") {
      let name = rest[rest.index(after: start)..<end]
      result += rest[..<start]
      result += entities[String(name)] ?? reference(name) ?? "&\(name);"
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static func reference(_ name: Substring) -> String? {
    guard name.hasPrefix("#") else { return nil }
    let isHex = name.hasPrefix("#x")
    let code = UInt32(name.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10)
    return code.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
  }
}
