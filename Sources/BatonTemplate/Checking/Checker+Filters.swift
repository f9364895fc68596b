// Filters and tests: whether they are known, take what they are given, and what they give.

import BatonDiagnostics

extension Checker {
  mutating func filter(
    _ value: Expression?, _ name: String, at range: SourceRange, _ arguments: Expression.Arguments,
    whole: Expression, in scope: inout FlowState
  ) -> Possible {
    guard let number = library.filterNumbers[name] else {
      fault(
        "unknown-filter", "没有过滤器「\(name)」", at: range,
        help: Suggestion.nearest(to: name, among: library.filterNumbers.keys.sorted()).map { "是不是想写「\($0)」？" }
      )
      if let value { _ = evaluate(value, in: &scope) }
      return .unknown
    }
    let filter = library.filters[number]
    checkArity(filter.signature, arguments, "过滤器「\(name)」", at: range)
    let canonical = filter.names[0]
    let givesDefault = canonical == "default"
    let input = value.map { evaluateInput($0, in: &scope, isGuard: givesDefault) } ?? .text
    if let value, !givesDefault { refuseAbsent(input, value, "交给过滤器「\(name)」") }
    let positional = arguments.positional.map { evaluate($0, in: &scope) }
    let keyword = arguments.keyword.map { (name: $0.name, value: evaluate($0.value, in: &scope)) }
    return result(of: canonical, input, positional, keyword, arguments, at: whole.range)
  }

  /// `default` is asked about what may not be there at all.
  private mutating func evaluateInput(_ value: Expression, in scope: inout FlowState, isGuard: Bool)
    -> Possible
  {
    guard isGuard else { return evaluate(value, in: &scope) }
    let before = report.diagnostics
    let result = evaluate(value, in: &scope, isGuard: true)
    // A field that the shape does not have is a slip even with a default; one that may be absent is not.
    report.diagnostics =
      before + report.diagnostics.dropFirst(before.count).filter { $0.id != "maybe-missing" }
    return result
  }

  mutating func test(
    _ value: Expression, _ name: String, at range: SourceRange, _ arguments: Expression.Arguments,
    in scope: inout FlowState
  ) -> Possible {
    if let number = library.testNumbers[name] {
      checkArity(library.tests[number].signature, arguments, "测试「\(name)」", at: range)
    } else {
      fault(
        "unknown-test", "没有测试「\(name)」", at: range,
        help: Suggestion.nearest(to: name, among: library.testNumbers.keys.sorted()).map { "是不是想写「\($0)」？" })
    }
    if name == "defined" || name == "undefined" {
      _ = silently { $0.evaluate(value, in: &scope, isGuard: true) }
    } else {
      _ = evaluate(value, in: &scope, isGuard: true)
    }
    for argument in arguments.positional { _ = evaluate(argument, in: &scope) }
    return .bool
  }

  private mutating func checkArity(
    _ signature: Signature, _ arguments: Expression.Arguments, _ callable: String, at range: SourceRange
  ) {
    guard arguments.spread == nil, arguments.keywordSpread == nil else { return }
    let parameters = signature.parameters
    if arguments.positional.count > parameters.count, !signature.takesRest {
      fault("wrong-arity", "\(callable)最多有 \(parameters.count) 个参数", at: range)
    }
    for argument in arguments.keyword where !parameters.contains(where: { $0.name == argument.name }) {
      guard !signature.takesKeywords else { continue }
      fault(
        "wrong-arity", "\(callable)没有参数「\(argument.name)」", at: range,
        help: Suggestion.nearest(to: argument.name, among: parameters.map(\.name)).map { "是不是想写「\($0)」？" })
    }
    for (index, parameter) in parameters.enumerated() where !parameter.isOptional {
      let isGiven =
        index < arguments.positional.count || arguments.keyword.contains { $0.name == parameter.name }
      if !isGiven { fault("wrong-arity", "\(callable)缺参数「\(parameter.name)」", at: range) }
    }
  }

  // MARK: Results

  private mutating func result(
    of filter: String, _ input: Possible, _ positional: [Possible],
    _ keyword: [(name: String, value: Possible)],
    _ arguments: Expression.Arguments, at range: SourceRange
  ) -> Possible {
    switch filter {
    case "default":
      return input.present.joined(with: positional.first ?? .text)
    case "length", "wordcount", "int": return .integer
    case "float": return .number
    case "abs", "round", "sum": return .number
    case "first", "last", "random", "min", "max":
      var result = Possible([])
      for alternative in input.alternatives {
        switch alternative {
        case .list(let element, let isNonEmpty):
          result = result.joined(with: isNonEmpty ? element : element.joined(with: .undefined))
        default: result = result.joined(with: .unknown)
        }
      }
      return result
    case "sort", "reverse", "unique", "list": return listLike(input)
    case "select", "reject", "selectattr", "rejectattr":
      return .list(elements(of: listLike(input)))
    case "batch", "slice": return .list(listLike(input))
    case "groupby":
      let element = elements(of: listLike(input))
      return .list(
        Possible(.tuple([.unknown, .list(element, isNonEmpty: true)])).joined(with: .unknown))
    case "map":
      if let attribute = arguments.keyword.first(where: { $0.name == "attribute" }) {
        guard case .literal(.string(let name)) = attribute.value.kind else { return .list(.unknown) }
        return .list(attributes(name, of: elements(of: listLike(input)), at: attribute.value.range))
      }
      return .list(.unknown)
    case "items", "dictsort": return .list(.unknown)
    case "attr", "tojson": return filter == "attr" ? .unknown : .markup
    case "safe", "escape", "forceescape", "urlize": return .markup
    default: return .text
    }
  }

  private func listLike(_ input: Possible) -> Possible {
    let lists = input.alternatives.filter(\.isList)
    return lists.isEmpty ? .list(.unknown) : Possible(lists)
  }

  private func elements(of list: Possible) -> Possible {
    var result = Possible([])
    for case .list(let element, _) in list.alternatives { result = result.joined(with: element) }
    return result
  }

  /// `map(attribute="a.b")` over records.
  private mutating func attributes(_ path: String, of element: Possible, at range: SourceRange) -> Possible {
    var value = element
    for name in path.split(separator: ".").map(String.init) {
      var next = Possible([])
      for alternative in value.alternatives {
        guard case .record(let fields, let path) = alternative else {
          next = next.joined(with: .unknown)
          continue
        }
        if let shape = fields[name] {
          use("\(path).\(name)", at: range, .proved)
          next = next.joined(with: shape.possible(at: "\(path).\(name)"))
        } else {
          fault(
            "unknown-field", "列表里的项没有字段「\(name)」", at: range,
            help: Suggestion.nearest(to: name, among: fields.fields.map(\.name)).map { "是不是想写「\($0)」？" })
          next = next.joined(with: .unknown)
        }
      }
      value = next
    }
    return value
  }
}
