// What follows a value: attributes, subscripts, calls, filters and tests.

import BatonDiagnostics

extension TagContentParser {
  mutating func parsePostfix(_ base: Expression) throws(TemplateError) -> Expression {
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

  mutating func parseFilters(_ base: Expression) throws(TemplateError) -> Expression {
    var expression = base
    var length = 0
    while true {
      try link(&length)
      if current.isSymbol(.pipe) {
        advance()
        expression = try parseFilter(expression)
      } else if current.isName(.is) {
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
    case .name(let name, _):
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
    } else if case .name(let name, _) = current.kind, next.isSymbol(.assign) {
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
    let isNegated = skip(.not)
    let (name, range) = try parseDottedName()
    var arguments = Expression.Arguments()
    if current.isSymbol(.leftParenthesis) {
      arguments = try parseArguments()
    } else if beginsTestArgument {
      if current.isName(.is) {
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
    case .name(_, let word): word != .else && word != .or && word != .and
    case .string, .integer, .float, .symbol(.leftBracket), .symbol(.leftBrace): true
    default: false
    }
  }
}
