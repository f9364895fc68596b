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
    let given = given(arguments, in: &scope)
    let positional = given.positional.map(\.value)
    let keyword = given.keyword.map { ($0.name, $0.value) }
    var receiver = Possible.unknown
    if case .attribute(let base, let name, _) = callee.kind {
      var copy = scope
      receiver = silently { $0.evaluate(base, in: &copy) }
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
            index, positional: positional, keyword: keyword, isOpen: given.isOpen, caller: caller,
            at: expression.range))
      case .function(let name) where name.hasPrefix("super:"):
        if let running = runningBlocks.last {
          runBlock(running.name, level: running.level + 1, in: scope.outermost)
        }
        result = result.joined(with: .markup)
      case .function(let name) where name.hasPrefix("block:"): result = result.joined(with: .markup)
      case .function(let name):
        result = result.joined(
          with: self.result(of: name, receiver, callee, given, at: expression.range, in: &scope))
      case .loop:
        if let items = given.positional.first { recur(over: items.value, items.expression, in: scope) }
        result = result.joined(with: .markup)
      case .unknown:
        leaveOpen(callee, "它能不能调用")
        result = result.joined(with: .unknown)
      case .undefined:
        refuseUndefined(.undefined, callee, "调用")
      default:
        fault(
          "not-callable", "「\(text(callee.range))」是\(alternative.name)，不能调用", at: callee.range)
        result = result.joined(with: .unknown)
      }
    }
    return result.alternatives.isEmpty ? .unknown : result
  }

  /// A list or mapping that a method adds to holds what it held, or what was added.
  private mutating func grow(
    _ base: Expression, by method: String, _ added: [Possible], in scope: inout FlowState
  ) {
    guard case .name(let name) = base.kind, let known = scope.value(of: name), let value = added.last,
      !scope.isData(name), callSites.isEmpty
    else {
      leaveOpen(base, "这样改了以后还是不是原来那一类")
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
    of name: String, _ receiver: Possible, _ callee: Expression, _ given: Given, at range: SourceRange,
    in scope: inout FlowState
  ) -> Possible {
    guard case .attribute(let base, _, _) = callee.kind, receiver != Possible(.loop) else {
      if let number = library.functionNumbers[name] {
        check(given, against: library.functions[number].signature, "函数「\(name)」", at: range)
      }
      return functionResult(name, given)
    }
    for kind in Set(receiver.alternatives.compactMap(\.receiver)) {
      guard let method = library.method(name, of: kind) else { continue }
      check(given, against: method.signature, "「\(name)」", at: range)
    }
    if receiver.contains(.markup) { leaveOpen(base, "是不是带格式的内容") }
    if receiver.isUnknown { leaveOpen(base, "它是什么") }
    if Self.openMethods.contains(name) { leaveOpen(base, "能不能这样用「\(name)」") }
    return methodResult(name, receiver, given.positional.map(\.value))
  }

  /// Methods that change what they belong to, or ask more of their arguments than a kind says.
  private static let openMethods: Set<String> = [
    "clear", "pop", "popitem", "remove", "reverse", "sort", "setdefault", "index", "rindex", "count", "join",
    "format", "format_map", "translate", "encode", "fromkeys",
  ]

  private mutating func functionResult(_ name: String, _ given: Given) -> Possible {
    switch name {
    case "range": return .list(.integer)
    case "dict":
      if !given.positional.isEmpty { return Possible(.mapping(.unknown)) }
      return Possible(.mapping(given.keyword.reduce(Possible([])) { $0.joined(with: $1.value) }))
    case "lipsum": return .text
    case "namespace":
      if !given.positional.isEmpty { return .unknown }
      namespaces.append(Dictionary(given.keyword.map { ($0.name, $0.value) }) { _, last in last })
      return Possible(.namespace(namespaces.count - 1))
    case "cycle": return given.positional.reduce(Possible([])) { $0.joined(with: $1.value) }
    case "changed": return .bool
    default: return .unknown
    }
  }

  // MARK: Methods

  private func methodResult(_ name: String, _ receiver: Possible, _ arguments: [Possible]) -> Possible {
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
  private func valueOf(_ receiver: Possible) -> Possible {
    var result = Possible([])
    for alternative in receiver.alternatives {
      switch alternative {
      case .record(let fields, let path):
        for field in fields.fields {
          result = result.joined(with: possible(field.shape, at: "\(path).\(field.name)"))
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
