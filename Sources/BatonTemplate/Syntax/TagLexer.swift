// Cuts the inside of a tag into tokens. Strings may hold what looks like the tag's end, and so may brackets:
// only the lexer knows where a tag really ends.

import BatonDiagnostics
import BigInt

/// Reads tokens from a stretch of bytes, up to its end or up to the tag's closing delimiter.
struct TagLexer {
  /// How a tag closes.
  enum Closing: Sendable {
    /// With the end of the content.
    case contentEnd
    /// With `}}` or `-}}`.
    case output
    /// With `%}`, `-%}` or `+%}`.
    case statement
  }

  private let content: TagContent
  private let bytes: [UInt8]
  private let limit: Int
  private let closing: Closing
  private(set) var position: Int
  /// Open brackets: inside of them nothing closes the tag.
  private var brackets: [(symbol: Token.Symbol, position: Int)] = []
  private(set) var tokens: [Token] = []

  init(_ content: TagContent, from start: Int? = nil, closing: Closing = .contentEnd) {
    self.content = content
    bytes = content.bytes
    limit = content.end
    self.closing = closing
    position = start ?? content.start
    tokens.reserveCapacity(8)
  }

  /// Reads all tokens; the last is `end`, whose range is the closing delimiter's.
  ///
  /// - Returns: The sign before the closing delimiter, if any, and the position after the delimiter.
  mutating func run() throws(TemplateError) -> (sign: UInt8?, end: Int) {
    let start = position
    while true {
      skipSpace()
      if brackets.isEmpty, let (sign, length) = closingDelimiter() {
        tokens.append(Token(kind: .end, range: content.sourceRange(position, position + length)))
        position += length
        return (sign, position)
      }
      guard position < limit else {
        if let open = brackets.last {
          throw fault("「\(open.symbol.rawValue)」没有配对的右括号", open.position, open.position + 1)
        }
        guard case .contentEnd = closing else {
          throw fault("标签没有结束", max(0, start - 2), start, help: "补上「\(closingText)」")
        }
        tokens.append(Token(kind: .end, range: content.sourceRange(position, position)))
        return (nil, position)
      }
      try readToken()
    }
  }

  private mutating func skipSpace() {
    while true {
      let length = bytes.whiteSpaceLength(at: position, before: limit)
      if length == 0 { return }
      position += length
    }
  }

  private var closingText: String {
    if case .output = closing { "}}" } else { "%}" }
  }

  private func closingDelimiter() -> (sign: UInt8?, length: Int)? {
    let first: UInt8
    switch closing {
    case .contentEnd: return nil
    case .output: first = UInt8(ascii: "}")
    case .statement: first = UInt8(ascii: "%")
    }
    var index = position
    var sign: UInt8?
    if index < limit,
      bytes[index] == UInt8(ascii: "-") || (bytes[index] == UInt8(ascii: "+") && first == 0x25)
    {
      sign = bytes[index]
      index += 1
    }
    guard index + 1 < limit, bytes[index] == first, bytes[index + 1] == UInt8(ascii: "}") else {
      return nil
    }
    return (sign, index + 2 - position)
  }

  // MARK: Tokens

  private mutating func readToken() throws(TemplateError) {
    let byte = bytes[position]
    switch byte {
    case 0x30...0x39: try readNumber()
    case UInt8(ascii: "'"), UInt8(ascii: "\""): try readString(quote: byte)
    case _ where Self.isNameByte(byte): try readName()
    default: try readSymbol()
    }
  }

  private mutating func append(_ kind: Token.Kind, from start: Int) {
    tokens.append(Token(kind: kind, range: content.sourceRange(start, position)))
  }

  private mutating func readName() throws(TemplateError) {
    let start = position
    while position < limit, Self.isNameByte(bytes[position]) {
      if bytes[position] < 0x80 {
        position += 1
        continue
      }
      guard let (scalar, length) = scalar(at: position),
        position > start ? scalar.isNamePart : scalar.isNameStart
      else {
        break
      }
      position += length
    }
    guard position > start else { throw unknownCharacter() }
    let word = bytes[start..<position]
    append(.name(String(decoding: word, as: UTF8.self), Token.Keyword(word)), from: start)
  }

  /// The character at a byte beyond ASCII; `nil` where the bytes are no UTF-8.
  private func scalar(at start: Int) -> (Unicode.Scalar, Int)? {
    let length = bytes[start] >= 0xF0 ? 4 : bytes[start] >= 0xE0 ? 3 : 2
    guard start + length <= limit else { return nil }
    if length == 3, bytes[start] >= 0xE4, bytes[start] <= 0xE9, bytes[start + 1] & 0xC0 == 0x80,
      bytes[start + 2] & 0xC0 == 0x80
    {
      // Most of what is written beyond ASCII is Han.
      let value =
        UInt32(bytes[start] & 0x0F) << 12 | UInt32(bytes[start + 1] & 0x3F) << 6
        | UInt32(bytes[start + 2] & 0x3F)
      return Unicode.Scalar(value).map { ($0, length) }
    }
    let text = String(decoding: bytes[start..<(start + length)], as: UTF8.self)
    return text.unicodeScalars.count == 1 ? text.unicodeScalars.first.map { ($0, length) } : nil
  }

  private mutating func readNumber() throws(TemplateError) {
    let start = position
    if bytes[position] == UInt8(ascii: "0"), position + 1 < limit,
      let radix = Self.radices[bytes[position + 1] | 0x20], let digits = digits(radix, from: position + 2)
    {
      position = digits.end
      append(.integer(BigInt(digits.text, radix: radix)?.description ?? "0"), from: start)
      return
    }
    // Floats need digits on both sides of the point, and never follow a point (`a.1.2` is two indices).
    let whole = decimalDigits(from: position)
    let followsPoint = tokens.last.map { $0.isSymbol(.dot) } ?? false && bytes[start - 1] == UInt8(ascii: ".")
    var end = whole
    if !followsPoint {
      if end + 1 < limit, bytes[end] == UInt8(ascii: "."), Self.isDigit(bytes[end + 1]) {
        end = decimalDigits(from: end + 1)
      }
      if end < limit, bytes[end] | 0x20 == UInt8(ascii: "e") {
        var digits = end + 1
        if digits < limit, bytes[digits] == UInt8(ascii: "+") || bytes[digits] == UInt8(ascii: "-") {
          digits += 1
        }
        if digits < limit, Self.isDigit(bytes[digits]) { end = decimalDigits(from: digits) }
      }
    }
    if end > whole {
      position = end
      append(.float(Double(plainText(start, end)) ?? .infinity), from: start)
      return
    }
    try readDecimalInteger(start)
  }

  /// `[1-9](_?\d)*` or zeroes: `007` reads as `00` and `7`.
  private mutating func readDecimalInteger(_ start: Int) throws(TemplateError) {
    position = decimalDigits(from: start)
    if bytes[start] == UInt8(ascii: "0") {
      position = start + 1
      while position < limit {
        if bytes[position] == UInt8(ascii: "0") {
          position += 1
        } else if bytes[position] == UInt8(ascii: "_"), position + 1 < limit,
          bytes[position + 1] == UInt8(ascii: "0")
        {
          position += 2
        } else {
          break
        }
      }
      append(.integer("0"), from: start)
      return
    }
    append(.integer(plainText(start, position)), from: start)
  }

  private func plainText(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<end].filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
  }

  /// The end of `\d+(_\d+)*` from a digit.
  private func decimalDigits(from start: Int) -> Int {
    var end = start
    while end < limit {
      if Self.isDigit(bytes[end]) {
        end += 1
      } else if bytes[end] == UInt8(ascii: "_"), end + 1 < limit, Self.isDigit(bytes[end + 1]) {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  private static let radices: [UInt8: Int] = [
    UInt8(ascii: "b"): 2, UInt8(ascii: "o"): 8, UInt8(ascii: "x"): 16,
  ]

  /// `(_?digit)+` of a radix.
  private func digits(_ radix: Int, from start: Int) -> (text: String, end: Int)? {
    var end = start
    var text = ""
    while end < limit {
      let skip = bytes[end] == UInt8(ascii: "_") ? 1 : 0
      guard end + skip < limit else { break }
      let character = Character(Unicode.Scalar(bytes[end + skip]))
      guard let value = character.hexDigitValue, value < radix else { break }
      text.append(character)
      end += skip + 1
    }
    return text.isEmpty ? nil : (text, end)
  }

  private mutating func readSymbol() throws(TemplateError) {
    let start = position
    let next = start + 1 < limit ? bytes[start + 1] : 0
    guard let (symbol, length) = Token.Symbol.beginning(with: bytes[start], next) else {
      throw unknownCharacter()
    }
    position += length
    try balance(symbol, at: start)
    append(.symbol(symbol), from: start)
  }

  private func unknownCharacter() -> TemplateError {
    var end = position + 1
    while end < limit, bytes[end] & 0xC0 == 0x80 { end += 1 }
    let text = String(decoding: bytes[position..<end], as: UTF8.self)
    let isQuote = text == "“" || text == "”" || text == "‘" || text == "’"
    return fault("不认识字符「\(text)」", position, end, help: isQuote ? "用英文引号" : nil)
  }

  private mutating func balance(_ symbol: Token.Symbol, at position: Int) throws(TemplateError) {
    let opener: Token.Symbol
    switch symbol {
    case .leftBrace, .leftBracket, .leftParenthesis:
      brackets.append((symbol, position))
      return
    case .rightBrace: opener = .leftBrace
    case .rightBracket: opener = .leftBracket
    case .rightParenthesis: opener = .leftParenthesis
    default: return
    }
    guard let last = brackets.popLast(), last.symbol == opener else {
      throw fault("「\(symbol.rawValue)」没有配对的左括号", position, position + 1)
    }
  }

  // MARK: Faults and characters

  func fault(_ message: String, _ start: Int, _ end: Int, help: String? = nil) -> TemplateError {
    TemplateError(
      Diagnostic(
        "syntax", .error, message,
        at: .range(content.source, content.sourceRange(start, min(end, limit))),
        help: help))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: true
    // Which characters beyond ASCII are letters is decided by the character.
    default: byte >= 0x80
    }
  }

  // MARK: Strings

  private mutating func readString(quote: UInt8) throws(TemplateError) {
    let start = position
    var end = position + 1
    while end < limit, bytes[end] != quote { end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1 }
    guard end < limit else {
      throw fault("文字没有配对的引号", start, start + 1)
    }
    let text = try StringLiteral.value(of: bytes[(start + 1)..<end]) { message in
      fault(message, start, end + 1)
    }
    position = end + 1
    append(.string(text), from: start)
  }
}

extension Unicode.Scalar {
  /// Whether a name may begin with it.
  var isNameStart: Bool { isUnifiedIdeograph || self == "_" || properties.isXIDStart }
  /// Whether it may stand in a name.
  var isNamePart: Bool { isUnifiedIdeograph || properties.isXIDContinue }
  /// The block of unified ideographs, which are letters all.
  private var isUnifiedIdeograph: Bool { (0x4E00...0x9FFF).contains(value) }
}
