// The words of a tag.

import BatonDiagnostics

struct Token {
  /// The words that mean something within a tag, known by their bytes when they are read.
  enum Keyword {
    case other
    case and, `as`, context, `else`, `if`, ignore, `import`, `in`, `is`, missing, not, or, recursive,
      required, scoped,
      with, without
  }

  enum Kind {
    case name(String, Keyword)
    /// Decimal digits, of any length.
    case integer(String)
    case float(Double)
    case string(String)
    case symbol(Symbol)
    case end
  }

  enum Symbol: String {
    case add = "+"
    case assign = "="
    case colon = ":"
    case comma = ","
    case divide = "/"
    case dot = "."
    case equal = "=="
    case floorDivide = "//"
    case greater = ">"
    case greaterOrEqual = ">="
    case leftBrace = "{"
    case leftBracket = "["
    case leftParenthesis = "("
    case less = "<"
    case lessOrEqual = "<="
    case modulo = "%"
    case multiply = "*"
    case notEqual = "!="
    case pipe = "|"
    case power = "**"
    case rightBrace = "}"
    case rightBracket = "]"
    case rightParenthesis = ")"
    case semicolon = ";"
    case subtract = "-"
    case tilde = "~"
  }

  let kind: Kind
  let range: SourceRange

  func isName(_ keyword: Keyword) -> Bool {
    if case .name(_, keyword) = kind { true } else { false }
  }

  func isSymbol(_ symbol: Symbol) -> Bool {
    if case .symbol(symbol) = kind { true } else { false }
  }

  var isEnd: Bool { if case .end = kind { true } else { false } }

  /// How messages call it.
  var description: String {
    switch kind {
    case .name(let name, _): name
    case .integer(let digits): digits
    case .float(let value): FloatText.shortest(value)
    case .string(let text): TextLiteral.quote(text)
    case .symbol(let symbol): symbol.rawValue
    case .end: "标签的结尾"
    }
  }
}

extension Token.Keyword {
  /// What a word of a tag is.
  init(_ word: ArraySlice<UInt8>) {
    self = .other
    guard word.count <= 9, let first = word.first, first < 0x80 else { return }
    for (spelling, keyword) in Self.spellings where spelling.utf8CodeUnitCount == word.count {
      guard spelling.utf8Start.pointee == first else { continue }
      if word.elementsEqual(UnsafeBufferPointer(start: spelling.utf8Start, count: word.count)) {
        self = keyword
        return
      }
    }
  }

  private static let spellings: [(StaticString, Token.Keyword)] = [
    ("and", .and), ("as", .as), ("context", .context), ("else", .else), ("if", .if), ("ignore", .ignore),
    ("import", .import), ("in", .in), ("is", .is), ("missing", .missing), ("not", .not), ("or", .or),
    ("recursive", .recursive), ("required", .required), ("scoped", .scoped), ("with", .with),
    ("without", .without),
  ]

  /// How it is written.
  var spelling: String {
    Self.spellings.first { $0.1 == self }.map { "\($0.0)" } ?? ""
  }
}

extension Token.Symbol {
  /// The longest symbol that begins with two bytes, and its length.
  static func beginning(with first: UInt8, _ second: UInt8) -> (Token.Symbol, length: Int)? {
    let isEqual = second == UInt8(ascii: "=")
    switch first {
    case UInt8(ascii: "+"): return (.add, 1)
    case UInt8(ascii: "-"): return (.subtract, 1)
    case UInt8(ascii: ":"): return (.colon, 1)
    case UInt8(ascii: ","): return (.comma, 1)
    case UInt8(ascii: "."): return (.dot, 1)
    case UInt8(ascii: ";"): return (.semicolon, 1)
    case UInt8(ascii: "~"): return (.tilde, 1)
    case UInt8(ascii: "|"): return (.pipe, 1)
    case UInt8(ascii: "%"): return (.modulo, 1)
    case UInt8(ascii: "("): return (.leftParenthesis, 1)
    case UInt8(ascii: ")"): return (.rightParenthesis, 1)
    case UInt8(ascii: "["): return (.leftBracket, 1)
    case UInt8(ascii: "]"): return (.rightBracket, 1)
    case UInt8(ascii: "{"): return (.leftBrace, 1)
    case UInt8(ascii: "}"): return (.rightBrace, 1)
    case UInt8(ascii: "="): return isEqual ? (.equal, 2) : (.assign, 1)
    case UInt8(ascii: "<"): return isEqual ? (.lessOrEqual, 2) : (.less, 1)
    case UInt8(ascii: ">"): return isEqual ? (.greaterOrEqual, 2) : (.greater, 1)
    case UInt8(ascii: "!"): return isEqual ? (.notEqual, 2) : nil
    case UInt8(ascii: "/"): return second == first ? (.floorDivide, 2) : (.divide, 1)
    case UInt8(ascii: "*"): return second == first ? (.power, 2) : (.multiply, 1)
    default: return nil
    }
  }
}
