// Expressions, loosest first. Jinja's precedence is not Python's: `~` binds tighter than `+`, `**` is left
// associative and a filter binds tighter than any operator but unary minus.

import BatonDiagnostics

extension TagContentParser {
  mutating func enter() throws(TemplateError) {
    depth += 1
    if depth > Self.maximumDepth { throw fault("表达式嵌套太深", at: current.range, help: "分成几步写") }
  }

  /// Counts one more operator of a chain: the tree grows as deep as the chain is long.
  private func link(_ length: inout Int) throws(TemplateError) {
    length += 1
    if length > Self.maximumChain { throw fault("一个表达式里的运算太多", at: current.range, help: "分成几步写") }
  }

  /// Expressions with commas between them: a tuple, or the only one.
  mutating func parseTuple(
    withConditional: Bool = true, endsAtRecursive: Bool = false, isParenthesized: Bool = false
  ) throws(TemplateError) -> Expression {
    let start = current.range
    var items: [Expression] = []
    var isTuple = false
    while true {
      if !items.isEmpty { try expect(.comma) }
      if isTupleEnd || (endsAtRecursive && current.isName("recursive")) { break }
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

  private var isTupleEnd: Bool { current.kind == .end || current.isSymbol(.rightParenthesis) }

  mutating func parseExpression() throws(TemplateError) -> Expression {
    try enter()
    defer { depth -= 1 }
    var expression = try parseOr()
    var length = 0
    while skip("if") {
      try link(&length)
      let condition = try parseOr()
      let otherwise = skip("else") ? try parseExpression() : nil
      expression = Expression(
        .conditional(then: expression, condition: condition, otherwise: otherwise),
        expression.range.through(otherwise?.range ?? condition.range))
    }
    return expression
  }

  mutating func parseOr() throws(TemplateError) -> Expression {
    var left = try parseAnd()
    var length = 0
    while skip("or") {
      try link(&length)
      let right = try parseAnd()
      left = Expression(.or(left, right), left.range.through(right.range))
    }
    return left
  }

  private mutating func parseAnd() throws(TemplateError) -> Expression {
    var left = try parseNot()
    var length = 0
    while skip("and") {
      try link(&length)
      let right = try parseNot()
      left = Expression(.and(left, right), left.range.through(right.range))
    }
    return left
  }

  private mutating func parseNot() throws(TemplateError) -> Expression {
    guard current.isName("not") else { return try parseComparison() }
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
    case .name("in"): result = .isIn
    case .name("not") where next.isName("in"):
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
    var items = [first]
    while skip(.tilde) { items.append(try parseProduct()) }
    guard items.count > 1 else { return first }
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

  private mutating func parsePrimary() throws(TemplateError) -> Expression {
    let range = current.range
    switch current.kind {
    case .name(let name):
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

  // MARK: Postfixes

  private mutating func parsePostfix(_ base: Expression) throws(TemplateError) -> Expression {
    var expression = base
    var length = 0
    while true {
      try link(&length)
      switch current.kind {
      case .symbol(.dot): expression = try parseAttribute(expression)
      case .symbol(.leftBracket): expression = try parseSubscript(expression)
      case .symbol(.leftParenthesis): expression = try parseCall(expression)
      default: return expression
      }
    }
  }

  private mutating func parseFilters(_ base: Expression) throws(TemplateError) -> Expression {
    var expression = base
    var length = 0
    while true {
      try link(&length)
      if current.isSymbol(.pipe) {
        advance()
        expression = try parseFilter(expression)
      } else if current.isName("is") {
        expression = try parseTest(expression)
      } else if current.isSymbol(.leftParenthesis) {
        expression = try parseCall(expression)
      } else {
        return expression
      }
    }
  }

  private mutating func parseAttribute(_ base: Expression) throws(TemplateError) -> Expression {
    advance()
    let token = current
    switch token.kind {
    case .name(let name):
      advance()
      return Expression(
        .attribute(of: base, name: name, nameRange: token.range), base.range.through(token.range))
    case .integer(let digits):
      advance()
      let index = Expression(.literal(.integer(digits)), token.range)
      return Expression(.subscription(of: base, index: index), base.range.through(token.range))
    default: throw unexpected("名称或序号")
    }
  }

  private mutating func parseSubscript(_ base: Expression) throws(TemplateError) -> Expression {
    let start = advance().range
    var items: [Expression] = []
    while !current.isSymbol(.rightBracket) {
      if !items.isEmpty { try expect(.comma) }
      let item = current.isSymbol(.colon) ? nil : try parseExpression()
      if skip(.colon) {
        let slice = try parseSlice(of: base, from: item)
        guard items.isEmpty, current.isSymbol(.rightBracket) else { throw unexpected("「]」") }
        return Expression(slice, base.range.through(advance().range))
      }
      if let item { items.append(item) }
    }
    let range = start.through(advance().range)
    let index = items.count == 1 ? items[0] : Expression(.tuple(items), range)
    return Expression(.subscription(of: base, index: index), base.range.through(range))
  }

  /// `stop:step` behind the first colon.
  private mutating func parseSlice(
    of base: Expression, from start: Expression?
  ) throws(TemplateError) -> Expression.Kind {
    let stop = isSliceEnd || current.isSymbol(.colon) ? nil : try parseExpression()
    var step: Expression?
    if skip(.colon), !isSliceEnd { step = try parseExpression() }
    return .slice(of: base, start: start, stop: stop, step: step)
  }

  private var isSliceEnd: Bool { current.isSymbol(.rightBracket) || current.isSymbol(.comma) }

  private mutating func parseCall(_ base: Expression) throws(TemplateError) -> Expression {
    let arguments = try parseArguments()
    return Expression(.call(base, arguments), base.range.through(tokens[index - 1].range))
  }

  private mutating func parseArguments() throws(TemplateError) -> Expression.Arguments {
    let opening = current.range
    try expect(.leftParenthesis)
    var arguments = Expression.Arguments()
    var isFirst = true
    while !current.isSymbol(.rightParenthesis) {
      if !isFirst {
        try expect(.comma)
        if current.isSymbol(.rightParenthesis) { break }
      }
      isFirst = false
      try parseArgument(into: &arguments, opening)
    }
    try expect(.rightParenthesis)
    return arguments
  }

  private mutating func parseArgument(
    into arguments: inout Expression.Arguments, _ opening: SourceRange
  ) throws(TemplateError) {
    func ensure(_ isInOrder: Bool) throws(TemplateError) {
      if !isInOrder { throw fault("参数的次序不对", at: opening, help: "先写按位置的参数，再写带名称的") }
    }
    if skip(.multiply) {
      try ensure(arguments.spread == nil && arguments.keywordSpread == nil)
      arguments.spread = try parseExpression()
    } else if skip(.power) {
      try ensure(arguments.keywordSpread == nil)
      arguments.keywordSpread = try parseExpression()
    } else if case .name(let name) = current.kind, next.isSymbol(.assign) {
      try ensure(arguments.keywordSpread == nil)
      let range = advance().range
      advance()
      if arguments.keyword.contains(where: { $0.name == name }) {
        throw fault("参数「\(name)」写了两次", at: range)
      }
      arguments.keyword.append((name, try parseExpression()))
    } else {
      try ensure(arguments.spread == nil && arguments.keywordSpread == nil && arguments.keyword.isEmpty)
      arguments.positional.append(try parseExpression())
    }
  }

  // MARK: Filters and tests

  /// `a|b(…)|c` without the value: what filter and set blocks are given.
  mutating func parseFilterChain(startsInline: Bool) throws(TemplateError) -> Expression {
    var expression: Expression?
    if startsInline { expression = try parseFilter(nil) }
    var length = 0
    while skip(.pipe) {
      try link(&length)
      expression = try parseFilter(expression)
    }
    guard let expression else { throw unexpected("「|」") }
    return expression
  }

  private mutating func parseFilter(_ value: Expression?) throws(TemplateError) -> Expression {
    let (name, range) = try parseDottedName()
    let arguments = current.isSymbol(.leftParenthesis) ? try parseArguments() : Expression.Arguments()
    return Expression(
      .filter(value, name: name, nameRange: range, arguments),
      (value?.range ?? range).through(tokens[index - 1].range))
  }

  private mutating func parseDottedName() throws(TemplateError) -> (name: String, range: SourceRange) {
    var (name, range) = try expectName()
    while skip(.dot) {
      let (more, end) = try expectName()
      name += "." + more
      range = range.through(end)
    }
    return (name, range)
  }

  private mutating func parseTest(_ value: Expression) throws(TemplateError) -> Expression {
    advance()
    let isNegated = skip("not")
    let (name, range) = try parseDottedName()
    var arguments = Expression.Arguments()
    if current.isSymbol(.leftParenthesis) {
      arguments = try parseArguments()
    } else if beginsTestArgument {
      if current.isName("is") {
        throw fault("「is」不能连着写", at: current.range, help: "用「and」连接两个判断")
      }
      arguments.positional = [try parsePostfix(try parsePrimary())]
    }
    return Expression(
      .test(value, name: name, nameRange: range, arguments, isNegated: isNegated),
      value.range.through(tokens[index - 1].range))
  }

  private var beginsTestArgument: Bool {
    switch current.kind {
    case .name(let name): !["else", "or", "and"].contains(name)
    case .string, .integer, .float, .symbol(.leftBracket), .symbol(.leftBrace): true
    default: false
    }
  }
}
