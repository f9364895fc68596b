// Calls of macros, functions and methods.

import BatonDiagnostics

extension Checker {
  /// What a call may give; `caller` is the body of a `call` block, for the macro to call.
  mutating func evaluateCall(_ expression: Expression, caller: Possible?, in scope: inout FlowState)
    -> Possible
  {
    guard case .call(let callee, let arguments) = expression.kind else {
      return evaluate(expression, in: &scope)
    }
    let positional = arguments.positional.map { evaluate($0, in: &scope) }
    let keyword = arguments.keyword.map { ($0.name, evaluate($0.value, in: &scope)) }
    for spread in [arguments.spread, arguments.keywordSpread] {
      if let spread { _ = evaluate(spread, in: &scope) }
    }
    let isOpen = arguments.spread != nil || arguments.keywordSpread != nil
    var receiver = Possible.unknown
    if case .attribute(let base, let name, _) = callee.kind {
      receiver = silently { $0.evaluate(base, in: &scope) }
      if name == "append" || name == "update" || name == "extend" || name == "insert" {
        grow(base, by: name, positional, in: &scope)
      }
    }
    var result = Possible([])
    for alternative in evaluate(callee, in: &scope).alternatives {
      switch alternative {
      case .macro(let index):
        result = result.joined(
          with: call(
            index, positional: positional, keyword: keyword, isOpen: isOpen, caller: caller,
            at: expression.range))
      case .function(let name) where name.hasPrefix("super:"):
        if let running = runningBlocks.last {
          runBlock(running.name, level: running.level + 1, in: scope.outermost)
        }
        result = result.joined(with: .markup)
      case .function(let name):
        result = result.joined(
          with: self.result(
            of: name, receiver, positional: positional, keyword: keyword, isOpen: isOpen,
            at: expression.range, in: &scope))
      case .unknown: result = result.joined(with: .unknown)
      case .undefined: break
      default:
        fault(
          "not-callable", "「\(text(callee.range))」是\(alternative.name)，不能调用", at: callee.range)
        result = result.joined(with: .unknown)
      }
    }
    return result.alternatives.isEmpty ? .unknown : result
  }

  /// Evaluates without reporting: what is wrong was said, or will be, at the evaluation that counts.
  mutating func silently<Result>(_ body: (inout Checker) -> Result) -> Result {
    let before = report
    defer { report = before }
    return body(&self)
  }

  /// A list or mapping that a method adds to holds what it held, or what was added.
  private mutating func grow(
    _ base: Expression, by method: String, _ added: [Possible], in scope: inout FlowState
  ) {
    guard case .name(let name) = base.kind, let known = scope.value(of: name), let value = added.last else {
      return
    }
    let grown = known.alternatives.map { alternative -> Possible.Alternative in
      switch (alternative, method) {
      case (.list(let element, _), "append"), (.list(let element, _), "insert"):
        .list(known.isEmptyList ? value : element.joined(with: value), isNonEmpty: false)
      case (.list, _): .list(.unknown, isNonEmpty: false)
      case (.mapping, _): .mapping(.unknown)
      default: alternative
      }
    }
    scope.update(name, to: Possible(grown))
  }

  private mutating func result(
    of name: String, _ receiver: Possible, positional: [Possible], keyword: [(String, Possible)],
    isOpen: Bool,
    at range: SourceRange, in scope: inout FlowState
  ) -> Possible {
    switch name {
    case "range": return .list(.integer)
    case "dict": return Possible(.mapping(keyword.reduce(Possible([])) { $0.joined(with: $1.1) }))
    case "lipsum": return .text
    case "namespace":
      namespaces.append(Dictionary(keyword) { _, last in last })
      return Possible(.namespace(namespaces.count - 1))
    case "cycle": return positional.reduce(Possible([])) { $0.joined(with: $1) }
    case "changed": return .bool
    case "joiner", "cycler": return .unknown
    default: break
    }
    return Self.methodResult(name, receiver, positional)
  }

  private static func methodResult(_ name: String, _ receiver: Possible, _ arguments: [Possible]) -> Possible
  {
    switch name {
    case "split", "rsplit", "splitlines", "partition", "rpartition":
      .list(.text, isNonEmpty: name != "splitlines")
    case "count", "find", "rfind", "index", "rindex", "bit_length": .integer
    case "startswith", "endswith", "isdigit", "isalpha", "isalnum", "isdecimal", "isnumeric", "islower",
      "isupper",
      "isspace", "istitle":
      .bool
    case "keys": .list(.text)
    case "values": .list(valueOf(receiver))
    case "items": .list(Possible(.tuple([.text, valueOf(receiver)])))
    case "get": valueOf(receiver).joined(with: arguments.count > 1 ? arguments[1] : .none)
    case "append", "extend", "insert", "update", "clear", "sort", "reverse", "remove": .none
    case "strip", "lstrip", "rstrip", "upper", "lower", "title", "capitalize", "swapcase", "casefold",
      "replace",
      "center", "ljust", "rjust", "zfill", "join", "format", "removeprefix", "removesuffix", "expandtabs":
      .text
    default: .unknown
    }
  }

  /// Any value of a record or mapping.
  private static func valueOf(_ receiver: Possible) -> Possible {
    var result = Possible([])
    for alternative in receiver.alternatives {
      switch alternative {
      case .record(let fields, let path):
        for field in fields.fields {
          result = result.joined(with: field.shape.possible(at: "\(path).\(field.name)"))
        }
      case .mapping(let value): result = result.joined(with: value)
      default: result = result.joined(with: .unknown)
      }
    }
    return result
  }
}

extension Possible {
  /// A list that was written `[]`.
  fileprivate var isEmptyList: Bool { self == .list(.unknown) }
}
