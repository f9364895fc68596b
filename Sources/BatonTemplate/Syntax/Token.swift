// The words of a tag.

import BatonDiagnostics

struct Token {
  enum Kind: Equatable {
    case name(String)
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

  func isName(_ name: String) -> Bool { kind == .name(name) }
  func isSymbol(_ symbol: Symbol) -> Bool { kind == .symbol(symbol) }

  /// How messages call it.
  var description: String {
    switch kind {
    case .name(let name): name
    case .integer(let digits): digits
    case .float(let value): FloatText.shortest(value)
    case .string(let text): TextLiteral.quote(text)
    case .symbol(let symbol): symbol.rawValue
    case .end: "标签的结尾"
    }
  }
}
