// The statements: one function a keyword.

import BatonDiagnostics

extension TagContentParser {
  static let keywords = [
    "for", "if", "elif", "else", "set", "with", "macro", "call", "filter", "block", "autoescape", "raw", "do",
    "print", "include", "import", "from", "extends", "break", "continue", "endfor", "endif", "endset",
    "endwith",
    "endmacro", "endcall", "endfilter", "endblock", "endautoescape", "endraw",
  ]

  mutating func parseHead() throws(TemplateError) -> TagHead {
    let (keyword, range) = try expectName()
    switch keyword {
    case "for": return try parseFor()
    case "if": return .if(try parseTuple(withConditional: false))
    case "elif": return .elif(try parseTuple(withConditional: false))
    case "else":
      skip(.colon)
      return .else
    case "set": return try parseSet()
    case "with": return try parseWith()
    case "autoescape": return .autoescape(try parseExpression())
    case "block": return try parseBlock()
    case "macro": return try parseMacro()
    case "call": return try parseCallBlock()
    case "filter": return .filter(try parseFilterChain(startsInline: true))
    case "raw": return .raw
    case "do": return .do(try parseTuple())
    case "print": return try parsePrint()
    case "extends": return .extends(try parseExpression())
    case "include": return try parseInclude()
    case "import": return try parseImport()
    case "from": return try parseFromImport()
    case "break": return .break
    case "continue": return .continue
    default:
      if keyword.hasPrefix("end"), Self.keywords.contains(keyword) { return try parseEnd(keyword) }
      let nearest = Suggestion.nearest(to: keyword, among: Self.keywords)
      throw TemplateError(
        Diagnostic(
          "unknown-tag", .error, "没有「\(keyword)」这种标签", at: .range(source, range),
          help: nearest.map { "是不是想写「\($0)」？" }))
    }
  }

  private mutating func parseEnd(_ keyword: String) throws(TemplateError) -> TagHead {
    var name: String?
    if keyword == "endblock", case .name(let repeated, _) = current.kind {
      name = repeated
      advance()
    }
    return .end(String(keyword.dropFirst(3)), name: name)
  }

  // MARK: Blocks

  private mutating func parseFor() throws(TemplateError) -> TagHead {
    let target = try parseTarget()
    try expect(.in)
    let sequence = try parseTuple(withConditional: false)
    let condition = skip(.if) ? try parseExpression() : nil
    let isRecursive = skip(.recursive)
    return .for(target, in: sequence, where: condition, isRecursive: isRecursive)
  }

  private mutating func parseSet() throws(TemplateError) -> TagHead {
    let target = try parseTarget(allowsAttribute: true)
    if skip(.assign) { return .set([target], try parseTuple()) }
    let filter = current.isSymbol(.pipe) ? try parseFilterChain(startsInline: false) : nil
    return .setBlock(target, filter: filter)
  }

  private mutating func parseWith() throws(TemplateError) -> TagHead {
    var assignments: [(target: AssignmentTarget, value: Expression)] = []
    while !current.isEnd, !current.isSymbol(.colon) {
      if !assignments.isEmpty { try expect(.comma) }
      let target = try parseTarget()
      try expect(.assign)
      assignments.append((target, try parseExpression()))
    }
    return .with(assignments)
  }

  private mutating func parseBlock() throws(TemplateError) -> TagHead {
    let (name, range) = try expectName()
    let isScoped = skip(.scoped)
    let isRequired = skip(.required)
    if current.isSymbol(.subtract) {
      throw fault("块的名称里不能有「-」", at: current.range, help: "用下划线「_」")
    }
    return .block(name: name, nameRange: range, isScoped: isScoped, isRequired: isRequired)
  }

  private mutating func parseMacro() throws(TemplateError) -> TagHead {
    let (name, range) = try parseTargetName()
    return .macro(name: name, nameRange: range, try parseParameters())
  }

  private mutating func parseCallBlock() throws(TemplateError) -> TagHead {
    let parameters = current.isSymbol(.leftParenthesis) ? try parseParameters() : Parameters()
    let call = try parseExpression()
    guard case .call = call.kind else { throw fault("「call」后面要调用一个宏", at: call.range) }
    return .call(parameters, call)
  }

  private mutating func parseParameters() throws(TemplateError) -> Parameters {
    var items: [Parameters.Parameter] = []
    try expect(.leftParenthesis)
    while !current.isSymbol(.rightParenthesis) {
      if !items.isEmpty { try expect(.comma) }
      let (name, range) = try parseTargetName()
      var defaultValue: Expression?
      if skip(.assign) {
        defaultValue = try parseExpression()
      } else if items.last?.defaultValue != nil {
        throw fault("没有默认值的参数「\(name)」不能跟在有默认值的后面", at: range)
      }
      items.append(Parameters.Parameter(name: name, range: range, defaultValue: defaultValue))
    }
    try expect(.rightParenthesis)
    return Parameters(items)
  }

  // MARK: Tags

  private mutating func parsePrint() throws(TemplateError) -> TagHead {
    var items: [Expression] = []
    while !current.isEnd {
      if !items.isEmpty { try expect(.comma) }
      items.append(try parseExpression())
    }
    return .print(items)
  }

  private mutating func parseInclude() throws(TemplateError) -> TagHead {
    let name = try parseExpression()
    var ignoresMissing = false
    if current.isName(.ignore), next.isName(.missing) {
      ignoresMissing = true
      advance()
      advance()
    }
    return .include(name, ignoresMissing: ignoresMissing, withContext: parseContext() ?? true)
  }

  private mutating func parseImport() throws(TemplateError) -> TagHead {
    let name = try parseExpression()
    try expect(.as)
    let (alias, _) = try parseTargetName()
    return .import(name, as: alias, withContext: parseContext() ?? false)
  }

  private mutating func parseFromImport() throws(TemplateError) -> TagHead {
    let template = try parseExpression()
    try expect(.import)
    var names: [(name: String, alias: String)] = []
    var withContext: Bool?
    while true {
      if !names.isEmpty { try expect(.comma) }
      guard case .name = current.kind else { throw unexpected("名称") }
      withContext = parseContext()
      if withContext != nil { break }
      let (name, range) = try parseTargetName()
      if name.hasPrefix("_") { throw fault("以下划线开头的「\(name)」不能导入", at: range) }
      names.append((name, skip(.as) ? try parseTargetName().name : name))
      withContext = parseContext()
      if withContext != nil || !current.isSymbol(.comma) { break }
    }
    return .fromImport(template, names: names, withContext: withContext ?? false)
  }

  /// `with context` or `without context`.
  private mutating func parseContext() -> Bool? {
    guard current.isName(.with) || current.isName(.without), next.isName(.context) else { return nil }
    let result = current.isName(.with)
    advance()
    advance()
    return result
  }

  // MARK: Targets

  /// What is assigned to: a name, several with commas, or an attribute of a namespace.
  private mutating func parseTarget(
    allowsAttribute: Bool = false
  ) throws(TemplateError) -> AssignmentTarget {
    let start = current.range
    var items: [AssignmentTarget] = []
    var isTuple = false
    while true {
      if !items.isEmpty { try expect(.comma) }
      if current.isEnd || current.isSymbol(.rightParenthesis) {
        break
      }
      items.append(try parseTargetItem(allowsAttribute))
      guard current.isSymbol(.comma) else { break }
      isTuple = true
    }
    if !isTuple, let only = items.first { return only }
    if items.isEmpty, !isTuple { throw unexpected("名称") }
    return .tuple(items, start.through(tokens[max(0, index - 1)].range))
  }

  private mutating func parseTargetItem(_ allowsAttribute: Bool) throws(TemplateError) -> AssignmentTarget {
    if current.isSymbol(.leftParenthesis) {
      advance()
      try enter()
      defer { depth -= 1 }
      let inner = try parseTarget(allowsAttribute: allowsAttribute)
      try expect(.rightParenthesis)
      return inner
    }
    if case .name(let name, _) = current.kind, allowsAttribute, next.isSymbol(.dot) {
      let start = advance().range
      advance()
      let (attribute, range) = try expectName()
      return .attribute(of: name, name: attribute, start.through(range))
    }
    let (name, range) = try parseTargetName()
    return .name(name, range)
  }

  private mutating func parseTargetName() throws(TemplateError) -> (name: String, range: SourceRange) {
    guard case .name(let name, _) = current.kind else {
      throw fault("不能给「\(current.description)」赋值", at: current.range)
    }
    guard !["true", "false", "none", "True", "False", "None"].contains(name) else {
      throw fault("不能给「\(name)」赋值", at: current.range)
    }
    return (name, advance().range)
  }
}
