// Reading JSON: a pass over the bytes, as an inventory of thousands of files is read on every commit.

extension JSONValue {
  /// The value that bytes say; `nil` if they are no JSON, say a member twice, hold a fraction, or nest too deep.
  static func parse(_ bytes: [UInt8]) -> JSONValue? {
    var parser = JSONParser(bytes: bytes[...])
    guard let value = try? parser.value(depth: 0), parser.isAtEnd else { return nil }
    return value
  }
}

/// Source: RFC 8259.
private struct JSONParser {
  /// What is still to be read.
  var bytes: ArraySlice<UInt8>

  struct Fault: Error {}
  private static let deepest = 64

  var isAtEnd: Bool {
    mutating get {
      skipSpace()
      return bytes.isEmpty
    }
  }

  mutating func value(depth: Int) throws(Fault) -> JSONValue {
    guard depth < Self.deepest else { throw Fault() }
    skipSpace()
    switch bytes.first {
    case UInt8(ascii: "{"): return try object(depth)
    case UInt8(ascii: "["): return try array(depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    default: return .integer(try integer())
    }
  }

  private mutating func object(_ depth: Int) throws(Fault) -> JSONValue {
    try expect(UInt8(ascii: "{"))
    var members = [String: JSONValue]()
    if takes(UInt8(ascii: "}")) { return .object(members) }
    repeat {
      skipSpace()
      let key = try string()
      guard takes(UInt8(ascii: ":")) else { throw Fault() }
      guard members.updateValue(try value(depth: depth + 1), forKey: key) == nil else { throw Fault() }
    } while takes(UInt8(ascii: ","))
    guard takes(UInt8(ascii: "}")) else { throw Fault() }
    return .object(members)
  }

  private mutating func array(_ depth: Int) throws(Fault) -> JSONValue {
    try expect(UInt8(ascii: "["))
    var elements = [JSONValue]()
    if takes(UInt8(ascii: "]")) { return .array(elements) }
    repeat { elements.append(try value(depth: depth + 1)) } while takes(UInt8(ascii: ","))
    guard takes(UInt8(ascii: "]")) else { throw Fault() }
    return .array(elements)
  }

  private mutating func string() throws(Fault) -> String {
    try expect(UInt8(ascii: "\""))
    // Most strings have no escape, and are then a slice of the bytes.
    guard
      let end = bytes.firstIndex(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") || $0 < 32 })
    else { throw Fault() }
    if bytes[end] == UInt8(ascii: "\"") {
      let text = bytes[bytes.startIndex..<end]
      bytes = bytes[(end + 1)...]
      return try Self.text(text)
    }
    return try escapedString()
  }

  private mutating func escapedString() throws(Fault) -> String {
    var text = [UInt8]()
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: "\""): return try Self.text(text[...])
      case UInt8(ascii: "\\"): text += String(try escape()).utf8
      case 0..<32: throw Fault()
      default: text.append(byte)
      }
    }
    throw Fault()
  }

  private mutating func escape() throws(Fault) -> Unicode.Scalar {
    switch bytes.popFirst() {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "u"):
      var code = try codeUnit()
      if 0xD800..<0xDC00 ~= code {
        try expect(UInt8(ascii: "\\"))
        try expect(UInt8(ascii: "u"))
        let low = try codeUnit()
        guard 0xDC00..<0xE000 ~= low else { throw Fault() }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw Fault() }
      return scalar
    default: throw Fault()
    }
  }

  private mutating func codeUnit() throws(Fault) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = bytes.popFirst(), let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw Fault()
      }
      code = code << 4 + UInt32(digit)
    }
    return code
  }

  private mutating func integer() throws(Fault) -> Int {
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative { bytes.removeFirst() }
    let digits = bytes.prefix { 48...57 ~= $0 }
    guard let first = digits.first, first != 48 || digits.count == 1 else { throw Fault() }
    var value = 0
    for digit in digits {
      let (shifted, overflows) = value.multipliedReportingOverflow(by: 10)
      let (sum, alsoOverflows) = shifted.addingReportingOverflow(Int(digit) - 48)
      guard !overflows, !alsoOverflows else { throw Fault() }
      value = sum
    }
    bytes = bytes[digits.endIndex...]
    // The fraction or exponent that may follow is no part of any value here: whoever asked meets it as garbage.
    return isNegative ? -value : value
  }

  private mutating func literal(_ word: StaticString, _ value: JSONValue) throws(Fault) -> JSONValue {
    for byte in "\(word)".utf8 { try expect(byte) }
    return value
  }

  private static func text(_ bytes: ArraySlice<UInt8>) throws(Fault) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw Fault() }
    return text
  }

  private mutating func skipSpace() {
    while let byte = bytes.first, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      bytes.removeFirst()
    }
  }

  /// Takes the next byte, which must be this one.
  private mutating func expect(_ byte: UInt8) throws(Fault) {
    guard bytes.popFirst() == byte else { throw Fault() }
  }

  /// Takes the next byte after white space if it is this one.
  private mutating func takes(_ byte: UInt8) -> Bool {
    skipSpace()
    guard bytes.first == byte else { return false }
    bytes.removeFirst()
    return true
  }
}
