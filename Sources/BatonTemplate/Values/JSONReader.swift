// JSON straight into a document: one pass over the bytes, no intermediate values.

public import BatonDiagnostics

/// Reads JSON as a document. Numbers with a point or exponent are floats, others integers of any length; a lone
/// surrogate is refused, because no text can hold it. A key that comes twice keeps its place and the later value.
public struct JSONReader: Sendable {
  /// Objects and lists inside each other.
  public static let maximumDepth = 512

  private var builder = DocumentBuilder()

  /// A reader; one a task, for its buffers are used again.
  public init() {}

  /// Reads a whole file. Documents read by one reader share what they know about shapes.
  public mutating func document(from source: Source) throws(TemplateError) -> Document {
    var parse = JSONParse(source: source, builder: builder)
    do throws(TemplateError) {
      let root = try parse.run()
      let document = parse.builder.document(root: root)
      builder = parse.builder
      return document
    } catch {
      builder = DocumentBuilder()
      throw error
    }
  }
}

/// One run over one text.
private struct JSONParse: ~Copyable {
  let source: Source
  var builder: DocumentBuilder
  private var position = 0
  private var depth = 0
  /// Values and keys of the lists and objects that are still open.
  private var values: [Node] = []
  private var keys: [Node.KeyID] = []
  /// The keys of large open objects, by where the object begins.
  private var largeKeys: [Int: Set<Node.KeyID>] = [:]

  init(source: Source, builder: DocumentBuilder) {
    self.source = source
    self.builder = builder
  }

  mutating func run() throws(TemplateError) -> Node {
    if let fault = source.encodingFault { throw TemplateError(fault) }
    let bytes = source.bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    let root = try value(bytes)
    skipSpace(bytes)
    if position < bytes.count { throw fault("JSON 后面还有别的内容", position, position + 1) }
    return root
  }

  private mutating func skipSpace(_ bytes: [UInt8]) {
    while position < bytes.count {
      let byte = bytes[position]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
      position += 1
    }
  }

  private mutating func value(_ bytes: [UInt8]) throws(TemplateError) -> Node {
    skipSpace(bytes)
    guard position < bytes.count else { throw fault("JSON 没有写完", position, position) }
    switch bytes[position] {
    case UInt8(ascii: "{"): return try object(bytes)
    case UInt8(ascii: "["): return try list(bytes)
    case UInt8(ascii: "\""):
      let text = try string(bytes)
      if let decoded = text.decoded { return decoded.withUnsafeBytes { builder.string($0) } }
      return bytes.withUnsafeBytes {
        builder.string(UnsafeRawBufferPointer(rebasing: $0[text.start..<text.end]))
      }
    case UInt8(ascii: "-"), 0x30...0x39: return try number(bytes)
    case UInt8(ascii: "t"): return try word("true", .bool(true), bytes)
    case UInt8(ascii: "f"): return try word("false", .bool(false), bytes)
    case UInt8(ascii: "n"): return try word("null", .none, bytes)
    default: throw unexpected(bytes)
    }
  }

  private mutating func word(_ text: StaticString, _ node: Node, _ bytes: [UInt8]) throws(TemplateError)
    -> Node
  {
    let end = position + text.utf8CodeUnitCount
    let word = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    guard end <= bytes.count, bytes[position..<end].elementsEqual(word) else { throw unexpected(bytes) }
    position = end
    return node
  }

  // MARK: Containers

  private mutating func enter() throws(TemplateError) {
    depth += 1
    position += 1
    if depth > JSONReader.maximumDepth { throw fault("JSON 嵌套太深", position - 1, position) }
  }

  private mutating func list(_ bytes: [UInt8]) throws(TemplateError) -> Node {
    try enter()
    let base = values.count
    skipSpace(bytes)
    if position < bytes.count, bytes[position] == UInt8(ascii: "]") {
      position += 1
    } else {
      while true {
        values.append(try value(bytes))
        if try closes(with: UInt8(ascii: "]"), bytes) { break }
      }
    }
    depth -= 1
    defer { values.removeLast(values.count - base) }
    return builder.list(values[base...])
  }

  private mutating func object(_ bytes: [UInt8]) throws(TemplateError) -> Node {
    try enter()
    let base = values.count
    let keyBase = keys.count
    skipSpace(bytes)
    if position < bytes.count, bytes[position] == UInt8(ascii: "}") {
      position += 1
    } else {
      var previous: Node.KeyID?
      while true {
        skipSpace(bytes)
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { throw unexpected(bytes) }
        let key = try self.key(after: previous, bytes)
        previous = key
        skipSpace(bytes)
        guard position < bytes.count, bytes[position] == UInt8(ascii: ":") else { throw unexpected(bytes) }
        position += 1
        let value = try value(bytes)
        append(key, value, keyBase, base)
        if try closes(with: UInt8(ascii: "}"), bytes) { break }
      }
    }
    depth -= 1
    defer {
      values.removeLast(values.count - base)
      keys.removeLast(keys.count - keyBase)
      if !largeKeys.isEmpty { largeKeys[keyBase] = nil }
    }
    return builder.record(keys[keyBase...], values[base...])
  }

  private mutating func append(_ key: Node.KeyID, _ value: Node, _ keyBase: Int, _ base: Int) {
    // A set finds twins in large objects; small ones are looked through.
    let count = keys.count - keyBase
    if count == Self.smallObject { largeKeys[keyBase] = Set(keys[keyBase...]) }
    let isTwin = count < Self.smallObject ? nil : largeKeys[keyBase]?.contains(key)
    if isTwin ?? true, let twin = keys[keyBase...].firstIndex(of: key) {
      values[base + twin - keyBase] = value
    } else {
      keys.append(key)
      values.append(value)
      if count >= Self.smallObject { largeKeys[keyBase]?.insert(key) }
    }
  }

  private static let smallObject = 32

  private mutating func closes(with byte: UInt8, _ bytes: [UInt8]) throws(TemplateError) -> Bool {
    skipSpace(bytes)
    guard position < bytes.count else { throw fault("JSON 没有写完", position, position) }
    if bytes[position] == byte {
      position += 1
      return true
    }
    guard bytes[position] == UInt8(ascii: ",") else { throw unexpected(bytes) }
    position += 1
    return false
  }

  // MARK: Strings

  private struct Text {
    let start: Int
    let end: Int
    /// The bytes, where escapes had to be resolved.
    let decoded: [UInt8]?
  }

  private mutating func key(after previous: Node.KeyID?, _ bytes: [UInt8]) throws(TemplateError) -> Node.KeyID
  {
    let text = try string(bytes)
    if let decoded = text.decoded { return decoded.withUnsafeBytes { builder.key($0, after: previous) } }
    return bytes.withUnsafeBytes {
      builder.key(UnsafeRawBufferPointer(rebasing: $0[text.start..<text.end]), after: previous)
    }
  }

  private mutating func string(_ bytes: [UInt8]) throws(TemplateError) -> Text {
    let opening = position
    position += 1
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        position += 1
        return Text(start: start, end: position - 1, decoded: nil)
      }
      if byte == UInt8(ascii: "\\") { return try escapedString(bytes, start, opening) }
      if byte < 0x20 { throw fault("文字里的控制字符要写成转义", position, position + 1) }
      position += 1
    }
    throw fault("文字没有配对的引号", opening, opening + 1)
  }

  private mutating func escapedString(_ bytes: [UInt8], _ start: Int, _ opening: Int) throws(TemplateError)
    -> Text
  {
    var result = Array(bytes[start..<position])
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return Text(start: start, end: position - 1, decoded: result)
      case UInt8(ascii: "\\"): try escape(bytes, into: &result)
      case 0..<0x20: throw fault("文字里的控制字符要写成转义", position - 1, position)
      default: result.append(byte)
      }
    }
    throw fault("文字没有配对的引号", opening, opening + 1)
  }

  private mutating func escape(_ bytes: [UInt8], into result: inout [UInt8]) throws(TemplateError) {
    guard position < bytes.count else { throw fault("JSON 没有写完", position, position) }
    let letter = bytes[position]
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(letter)
    case UInt8(ascii: "b"): result.append(8)
    case UInt8(ascii: "f"): result.append(12)
    case UInt8(ascii: "n"): result.append(10)
    case UInt8(ascii: "r"): result.append(13)
    case UInt8(ascii: "t"): result.append(9)
    case UInt8(ascii: "u"):
      let start = position - 2
      var value = try hexadecimal(bytes)
      if value & 0xFC00 == 0xD800, position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
        bytes[position + 1] == UInt8(ascii: "u")
      {
        position += 2
        let low = try hexadecimal(bytes)
        guard low & 0xFC00 == 0xDC00 else { throw loneSurrogate(start) }
        value = 0x10000 + ((value & 0x3FF) << 10) + (low & 0x3FF)
      }
      guard let scalar = Unicode.Scalar(value) else { throw loneSurrogate(start) }
      result += Array(String(scalar).utf8)
    default: throw fault("没有这种转义", position - 2, position)
    }
  }

  private func loneSurrogate(_ start: Int) -> TemplateError {
    fault("单独的代理字符不是文字", start, position, help: "从数据里删掉这个字符")
  }

  private mutating func hexadecimal(_ bytes: [UInt8]) throws(TemplateError) -> UInt32 {
    guard position + 4 <= bytes.count else { throw fault("JSON 没有写完", position, bytes.count) }
    var value: UInt32 = 0
    for byte in bytes[position..<(position + 4)] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        throw fault("「\\u」后面要有四位十六进制数", position, position + 4)
      }
      value = value << 4 | UInt32(digit)
    }
    position += 4
    return value
  }

  // MARK: Numbers

  private mutating func number(_ bytes: [UInt8]) throws(TemplateError) -> Node {
    let start = position
    if bytes[position] == UInt8(ascii: "-") { position += 1 }
    guard position < bytes.count, isDigit(bytes[position]) else { throw unexpected(bytes) }
    if bytes[position] == UInt8(ascii: "0"), position + 1 < bytes.count, isDigit(bytes[position + 1]) {
      throw fault("数字不能以 0 开头", position, position + 1)
    }
    var value = 0
    var fits = true
    let firstDigit = position
    while position < bytes.count, isDigit(bytes[position]) {
      value = value &* 10 &+ Int(bytes[position] - 0x30)
      position += 1
    }
    fits = position - firstDigit <= 18
    let wholeEnd = position
    var fractionDigits = 0
    var isFloat = false
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      isFloat = true
      position += 1
      let first = position
      while position < bytes.count, isDigit(bytes[position]) {
        value = value &* 10 &+ Int(bytes[position] - 0x30)
        position += 1
      }
      fractionDigits = position - first
      guard fractionDigits > 0 else { throw unexpected(bytes) }
    }
    var hasExponent = false
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      isFloat = true
      hasExponent = true
      position += 1
      if position < bytes.count, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-")
      {
        position += 1
      }
      guard position < bytes.count, isDigit(bytes[position]) else { throw unexpected(bytes) }
      while position < bytes.count, isDigit(bytes[position]) { position += 1 }
    }
    let isNegative = bytes[start] == UInt8(ascii: "-")
    if isFloat {
      // Both operands exact and one division: correctly rounded (the classic fast path).
      if !hasExponent, wholeEnd - firstDigit + fractionDigits <= 15 {
        let magnitude = Double(value) / Self.powers[fractionDigits]
        return .float(isNegative ? -magnitude : magnitude)
      }
      let text = String(decoding: bytes[start..<position], as: UTF8.self)
      guard let value = Double(text), value.isFinite else { throw fault("数字「\(text)」太大", start, position) }
      return .float(value)
    }
    if fits { return .int(isNegative ? -value : value) }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    return Int(text).map { Node.int($0) } ?? builder.bigInteger(digits: text)
  }

  private static let powers: InlineArray<16, Double> = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  // MARK: Faults

  private func unexpected(_ bytes: [UInt8]) -> TemplateError {
    guard position < bytes.count else { return fault("JSON 没有写完", position, position) }
    var end = position + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    let text = String(decoding: bytes[position..<end], as: UTF8.self)
    return fault("这里不能有「\(text)」", position, end)
  }

  private func fault(_ message: String, _ start: Int, _ end: Int, help: String? = nil) -> TemplateError {
    let range = SourceRange(min(start, source.bytes.count), min(max(start, end), source.bytes.count))
    return TemplateError(Diagnostic("invalid-json", .error, message, at: .range(source, range), help: help))
  }
}
