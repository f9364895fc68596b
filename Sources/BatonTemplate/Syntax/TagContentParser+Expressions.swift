// Expressions, loosest first. Jinja's precedence is not Python's: `~` binds tighter than `+`, `**` is left
// associative and a filter binds tighter than any operator but unary minus.

import BatonDiagnostics

extension TagContentParser {
  mutating func enter() throws(TemplateError) {
    depth += 1
    if depth > Self.maximumDepth { throw fault("表达式嵌套太深", at: current.range, help: "分成几步写") }
  }

  /// Counts one more operator of a chain: the tree grows as deep as the chain is long.
  func link(_ length: inout Int) throws(TemplateError) {
    length += 1
    if length > Self.maximumChain { throw fault("一个表达式里的运算太多", at: current.range, help: "分成几步写") }
  }

  /// Expressions with commas between them: a tuple, or the only one.
  mutating func parseTuple(
    withConditional: Bool = true, isParenthesized: Bool = false
  ) throws(TemplateError) -> Expression {
    let start = current.range
    var items: [Expression] = []
    var isTuple = false
    while true {
      if !items.isEmpty { try expect(.comma) }
      if isTupleEnd { break }
      items.append(try withConditional ? parseExpression() : parseOr())
      guard current.isSymbol(.comma) else { break }
      isTuple = true
    }
    if !isTuple {
      if let only = items.first { return only }
      if !isParenthesized { throw unexpected("表达式") }
    }
    return Expression(.tuple(items), start.through(tokens[max(0, index - 1)].range))
  }

  private var isTupleEnd: Bool { current.isEnd || current.isSymbol(.rightParenthesis) }

  mutating func parseExpression() throws(TemplateError) -> Expression {
    try enter()
    defer { depth -= 1 }
    var expression = try parseOr()
    var length = 0
    while skip(.if) {
      try link(&length)
      let condition = try parseOr()
      let otherwise = skip(.else) ? try parseExpression() : nil
      expression = Expression(
        .conditional(then: expression, condition: condition, otherwise: otherwise),
        expression.range.through(otherwise?.range ?? condition.range))
    }
    return expression
  }

  mutating func parseOr() throws(TemplateError) -> Expression {
    var left = try parseAnd()
    var length = 0
    while skip(.or) {
      try link(&length)
      let right = try parseAnd()
      left = Expression(.or(left, right), left.range.through(right.range))
    }
    return left
  }

  private mutating func parseAnd() throws(TemplateError) -> Expression {
    var left = try parseNot()
    var length = 0
    while skip(.and) {
      try link(&length)
      let right = try parseNot()
      left = Expression(.and(left, right), left.range.through(right.range))
    }
    return left
  }

  private mutating func parseNot() throws(TemplateError) -> Expression {
    guard current.isName(.not) else { return try parseComparison() }
    try enter()
    defer { depth -= 1 }
    let start = advance().range
    let operand = try parseNot()
    return Expression(.unary(.not, operand), start.through(operand.range))
  }

  private mutating func parseComparison() throws(TemplateError) -> Expression {
    let first = try parseSum()
    var rest: [(operator: Expression.ComparisonOperator, operand: Expression)] = []
    while let comparison = parseComparisonOperator() { rest.append((comparison, try parseSum())) }
    guard let last = rest.last else { return first }
    return Expression(.comparison(first, rest), first.range.through(last.operand.range))
  }

  private mutating func parseComparisonOperator() -> Expression.ComparisonOperator? {
    let result: Expression.ComparisonOperator
    switch current.kind {
    case .symbol(.equal): result = .equal
    case .symbol(.notEqual): result = .notEqual
    case .symbol(.less): result = .less
    case .symbol(.lessOrEqual): result = .lessOrEqual
    case .symbol(.greater): result = .greater
    case .symbol(.greaterOrEqual): result = .greaterOrEqual
    case .name(_, .in): result = .isIn
    case .name(_, .not) where next.isName(.in):
      advance()
      result = .isNotIn
    default: return nil
    }
    advance()
    return result
  }

  private mutating func parseSum() throws(TemplateError) -> Expression {
    var left = try parseConcatenation()
    var length = 0
    while true {
      try link(&length)
      let symbol: Expression.BinaryOperator
      if skip(.add) {
        symbol = .add
      } else if skip(.subtract) {
        symbol = .subtract
      } else {
        return left
      }
      let right = try parseConcatenation()
      left = Expression(.binary(symbol, left, right), left.range.through(right.range))
    }
  }

  private mutating func parseConcatenation() throws(TemplateError) -> Expression {
    let first = try parseProduct()
    guard current.isSymbol(.tilde) else { return first }
    var items = [first]
    while skip(.tilde) { items.append(try parseProduct()) }
    return Expression(.concatenation(items), first.range.through(items[items.count - 1].range))
  }

  private mutating func parseProduct() throws(TemplateError) -> Expression {
    var left = try parsePower()
    var length = 0
    while true {
      try link(&length)
      let symbol: Expression.BinaryOperator
      switch current.kind {
      case .symbol(.multiply): symbol = .multiply
      case .symbol(.divide): symbol = .divide
      case .symbol(.floorDivide): symbol = .floorDivide
      case .symbol(.modulo): symbol = .modulo
      default: return left
      }
      advance()
      let right = try parsePower()
      left = Expression(.binary(symbol, left, right), left.range.through(right.range))
    }
  }

  private mutating func parsePower() throws(TemplateError) -> Expression {
    var left = try parseUnary()
    var length = 0
    while skip(.power) {
      try link(&length)
      let right = try parseUnary()
      left = Expression(.binary(.power, left, right), left.range.through(right.range))
    }
    return left
  }

  private mutating func parseUnary(withFilter: Bool = true) throws(TemplateError) -> Expression {
    try enter()
    defer { depth -= 1 }
    let start = current.range
    var expression: Expression
    if skip(.subtract) {
      let operand = try parseUnary(withFilter: false)
      expression = Expression(.unary(.minus, operand), start.through(operand.range))
    } else if skip(.add) {
      let operand = try parseUnary(withFilter: false)
      expression = Expression(.unary(.plus, operand), start.through(operand.range))
    } else {
      expression = try parsePrimary()
    }
    expression = try parsePostfix(expression)
    return withFilter ? try parseFilters(expression) : expression
  }

  // MARK: Primaries

  mutating func parsePrimary() throws(TemplateError) -> Expression {
    let range = current.range
    switch current.kind {
    case .name(let name, _):
      advance()
      switch name {
      case "true", "True": return Expression(.literal(.bool(true)), range)
      case "false", "False": return Expression(.literal(.bool(false)), range)
      case "none", "None": return Expression(.literal(.none), range)
      default: return Expression(.name(name), range)
      }
    case .integer(let digits):
      advance()
      return Expression(.literal(.integer(digits)), range)
    case .float(let value):
      advance()
      return Expression(.literal(.float(value)), range)
    case .string(var text):
      var end = advance().range
      while case .string(let more) = current.kind {
        text += more
        end = advance().range
      }
      return Expression(.literal(.string(text)), range.through(end))
    case .symbol(.leftParenthesis):
      advance()
      let inner = try parseTuple(isParenthesized: true)
      let end = current.range
      try expect(.rightParenthesis)
      return Expression(inner.kind, range.through(end))
    case .symbol(.leftBracket): return try parseList()
    case .symbol(.leftBrace): return try parseDictionary()
    default: throw unexpected("表达式")
    }
  }

  private mutating func parseList() throws(TemplateError) -> Expression {
    let start = advance().range
    var items: [Expression] = []
    while !current.isSymbol(.rightBracket) {
      if !items.isEmpty { try expect(.comma) }
      if current.isSymbol(.rightBracket) { break }
      items.append(try parseExpression())
    }
    return Expression(.list(items), start.through(advance().range))
  }

  private mutating func parseDictionary() throws(TemplateError) -> Expression {
    let start = advance().range
    var items: [(key: Expression, value: Expression)] = []
    while !current.isSymbol(.rightBrace) {
      if !items.isEmpty { try expect(.comma) }
      if current.isSymbol(.rightBrace) { break }
      let key = try parseExpression()
      try expect(.colon)
      items.append((key, try parseExpression()))
    }
    return Expression(.dictionary(items), start.through(advance().range))
  }
}
