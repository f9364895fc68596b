// Parses the inside of one tag by itself: `{{ … }}` gives an expression, `{% … %}` a head. Text and XML
// templates share it; who closes whom is decided later.

import BatonDiagnostics

/// The parser of a tag's inside.
package struct TagContentParser {
  let source: Source
  let tokens: [Token]
  var index = 0
  /// Nesting of expressions, limited so that hostile input cannot exhaust the stack.
  var depth = 0

  static let maximumDepth = 200
  /// Operators of one kind in a row.
  static let maximumChain = 500

  /// Reads the inside of a tag: what stands between the delimiters and their `-` and `+` signs.
  package init(_ content: TagContent) throws(TemplateError) {
    var lexer = TagLexer(content)
    _ = try lexer.run()
    self.init(source: content.source, tokens: lexer.tokens)
  }

  init(source: Source, tokens: [Token]) {
    precondition(!tokens.isEmpty, "the end is a token too")
    self.source = source
    self.tokens = tokens
  }

  /// The expression of `{{ … }}`; several, divided by commas, are a tuple.
  package static func expression(in content: TagContent) throws(TemplateError) -> Expression {
    var parser = try TagContentParser(content)
    return try parser.wholeExpression()
  }

  /// The head of `{% … %}`.
  package static func head(in content: TagContent) throws(TemplateError) -> TagHead {
    var parser = try TagContentParser(content)
    return try parser.wholeHead()
  }

  mutating func wholeExpression() throws(TemplateError) -> Expression {
    let expression = try parseTuple()
    try expectEnd()
    return expression
  }

  mutating func wholeHead() throws(TemplateError) -> TagHead {
    let head = try parseHead()
    // A colon after an opener is allowed, as in Python.
    if head.opensBlock { skip(.colon) }
    try expectEnd()
    return head
  }

  // MARK: Tokens

  var current: Token { tokens[index] }
  var next: Token { tokens[min(index + 1, tokens.count - 1)] }

  @discardableResult
  mutating func advance() -> Token {
    let token = tokens[index]
    if index < tokens.count - 1 { index += 1 }
    return token
  }

  @discardableResult
  mutating func skip(_ symbol: Token.Symbol) -> Bool {
    guard tokens[index].isSymbol(symbol) else { return false }
    advance()
    return true
  }

  @discardableResult
  mutating func skip(_ keyword: Token.Keyword) -> Bool {
    guard tokens[index].isName(keyword) else { return false }
    advance()
    return true
  }

  mutating func expect(_ symbol: Token.Symbol) throws(TemplateError) {
    guard skip(symbol) else { throw unexpected("「\(symbol.rawValue)」") }
  }

  mutating func expect(_ keyword: Token.Keyword) throws(TemplateError) {
    guard skip(keyword) else { throw unexpected("「\(keyword.spelling)」") }
  }

  mutating func expectName() throws(TemplateError) -> (name: String, range: SourceRange) {
    guard case .name(let name, _) = current.kind else { throw unexpected("名称") }
    return (name, advance().range)
  }

  func expectEnd() throws(TemplateError) {
    guard current.isEnd else { throw unexpected("标签的结尾") }
  }

  // MARK: Faults

  func fault(_ message: String, at range: SourceRange, help: String? = nil) -> TemplateError {
    TemplateError(Diagnostic("syntax", .error, message, at: .range(source, range), help: help))
  }

  func unexpected(_ expected: String) -> TemplateError {
    fault("这里要有\(expected)，却是「\(current.description)」", at: current.range)
  }
}

extension TagHead {
  /// Whether the tag has a body, up to its end tag.
  package var opensBlock: Bool {
    switch self {
    case .for, .if, .setBlock, .with, .macro, .call, .filter, .block, .autoescape, .raw: true
    default: false
    }
  }

  /// The keyword, as end tags repeat it.
  package var keyword: String {
    switch self {
    case .for: "for"
    case .if: "if"
    case .setBlock, .set: "set"
    case .with: "with"
    case .macro: "macro"
    case .call: "call"
    case .filter: "filter"
    case .block: "block"
    case .autoescape: "autoescape"
    case .raw: "raw"
    case .elif: "elif"
    case .else: "else"
    case .end(let keyword, _): "end" + keyword
    case .do: "do"
    case .print: "print"
    case .include: "include"
    case .import: "import"
    case .fromImport: "from"
    case .extends: "extends"
    case .break: "break"
    case .continue: "continue"
    }
  }
}
