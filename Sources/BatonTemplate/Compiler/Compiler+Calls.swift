// Calls, filters and tests: arguments are bound to parameters here, where the signature is known.

import BatonDiagnostics

extension Compiler {
  /// Calls a value or a method; prints the result where `printing` says how.
  func compileCall(
    _ callee: Expression, _ arguments: Expression.Arguments, caller: Int? = nil,
    printing: (mode: EmitMode, place: OutputPlace)?, _ frame: Frame, _ range: SourceRange
  ) throws(TemplateError) {
    var method = 0
    if case .attribute(of: let base, let name, _) = callee.kind {
      try compile(base, frame)
      method = builder.string(name) + 1
    } else {
      try compile(callee, frame)
    }
    let shape = try pushArguments(arguments, caller: caller, frame, range)
    let number = builder.callShape(shape)
    if let printing {
      builder.emit(
        .callPrinting, k: Int(printing.mode.rawValue), s: Int(printing.place.rawValue), a: number, b: method,
        range)
    } else if method > 0 {
      builder.emit(.callMethod, a: number, b: method, range)
    } else {
      builder.emit(.call, a: number, range)
    }
  }

  private func pushArguments(
    _ arguments: Expression.Arguments, caller: Int? = nil, _ frame: Frame, _ range: SourceRange
  ) throws(TemplateError) -> CallShape {
    var shape = CallShape()
    for argument in arguments.positional { try compile(argument, frame) }
    shape.positional = arguments.positional.count
    for argument in arguments.keyword {
      try compile(argument.value, frame)
      shape.keywords.append(builder.string(argument.name))
    }
    if let caller {
      builder.emit(.makeMacro, a: caller, range)
      shape.keywords.append(builder.string("caller"))
    }
    if let spread = arguments.spread {
      try compile(spread, frame)
      shape.hasSpread = true
    }
    if let spread = arguments.keywordSpread {
      try compile(spread, frame)
      shape.hasKeywordSpread = true
    }
    return shape
  }

  // MARK: Filters

  /// `value|a|b`; without a value the chain applies to the stack top.
  func compileFilterChain(_ expression: Expression, _ frame: Frame) throws(TemplateError) {
    guard case .filter(let value, let name, let nameRange, let arguments) = expression.kind else {
      return try compile(expression, frame)
    }
    if let fixed = try compileFixedOperand(expression, frame) {
      builder.emit(.formatFixed, k: fixed.places, a: fixed.filter, b: fixed.literal, expression.range)
      return
    }
    if let value {
      if case .filter = value.kind { try compileFilterChain(value, frame) } else { try compile(value, frame) }
    }
    guard let number = library.filterNumbers[name] else {
      unknown("filter", "过滤器", name, among: library.filterNumbers.keys, nameRange, frame)
      return
    }
    try bind(
      arguments, to: library.filters[number].signature, called: "过滤器「\(name)」", .filter, number, frame,
      expression.range)
  }

  /// Of `"%.2f"|format(x)`, evaluates `x`; anything else is left alone.
  func compileFixedOperand(
    _ expression: Expression, _ frame: Frame
  ) throws(TemplateError) -> (places: Int, filter: Int, literal: Int)? {
    guard case .filter(let value, name: "format", _, let arguments) = expression.kind,
      let literal = value?.fixedFormat, let filter = library.filterNumbers["format"],
      arguments.isOnePositional
    else { return nil }
    try compile(arguments.positional[0], frame)
    return (literal.places, filter, builder.string(literal.text))
  }

  // MARK: Tests

  func compileTest(
    _ value: Expression, _ name: String, _ nameRange: SourceRange, _ arguments: Expression.Arguments,
    _ isNegated: Bool, _ frame: Frame, _ range: SourceRange
  ) throws(TemplateError) {
    try compile(value, frame)
    guard let number = library.testNumbers[name] else {
      unknown("test", "判断", name, among: library.testNumbers.keys, nameRange, frame)
      return
    }
    try bind(
      arguments, to: library.tests[number].signature, called: "判断「\(name)」", .test, number, frame, range)
    if isNegated { builder.emit(.unary, k: Expression.UnaryOperator.not.number, range) }
  }

  private func unknown(
    _ what: String, _ chinese: String, _ name: String, among names: [String: Int].Keys, _ range: SourceRange,
    _ frame: Frame
  ) {
    let help = Suggestion.nearest(to: name, among: names.sorted()).map { "是不是想写「\($0)」？" }
    if frame.isUnconditional {
      report("unknown-\(what)", "没有「\(name)」这个\(chinese)", range, help: help)
    } else {
      fail(.runtime, id: "unknown-\(what)", "没有「\(name)」这个\(chinese)", help: help, range)
    }
  }

  // MARK: Binding

  /// Pushes arguments in the order of the parameters and emits the call.
  private func bind(
    _ arguments: Expression.Arguments, to signature: Signature, called name: String, _ opcode: Operation.Code,
    _ number: Int, _ frame: Frame, _ range: SourceRange
  ) throws(TemplateError) {
    if arguments.spread != nil || arguments.keywordSpread != nil {
      let shape = try pushArguments(arguments, frame, range)
      builder.emit(opcode, k: 1, a: number, b: builder.callShape(shape), range)
      return
    }
    let parameters = signature.parameters
    if arguments.positional.count > parameters.count, !signature.takesRest {
      return fail(.type, id: "wrong-arguments", "\(name)最多有\(parameters.count)个参数", range)
    }
    for keyword in arguments.keyword {
      let index = parameters.firstIndex { $0.name == keyword.name }
      if let index, index >= arguments.positional.count { continue }
      if index == nil, signature.takesKeywords { continue }
      let message = index == nil ? "\(name)没有参数「\(keyword.name)」" : "\(name)的参数「\(keyword.name)」给了两次"
      return fail(.type, id: "wrong-arguments", message, range)
    }
    for (index, parameter) in parameters.enumerated() {
      if index < arguments.positional.count {
        try compile(arguments.positional[index], frame)
      } else if let keyword = arguments.keyword.first(where: { $0.name == parameter.name }) {
        try compile(keyword.value, frame)
      } else if parameter.isOptional {
        builder.emit(.constant, a: builder.constant(.missing), range)
      } else {
        return fail(.type, id: "wrong-arguments", "\(name)缺少参数「\(parameter.name)」", range)
      }
    }
    var extras = 0
    if signature.takesRest, arguments.positional.count > parameters.count {
      let rest = arguments.positional[parameters.count...]
      for item in rest { try compile(item, frame) }
      builder.emit(.makeList, a: rest.count, range)
      extras |= 1
    }
    let others = arguments.keyword.filter { keyword in !parameters.contains { $0.name == keyword.name } }
    if !others.isEmpty {
      for item in others {
        builder.emit(.constant, a: builder.string(item.name), range)
        try compile(item.value, frame)
      }
      builder.emit(.makeMap, a: others.count, range)
      extras |= 2
    }
    builder.emit(opcode, s: extras, a: number, b: parameters.count, range)
  }
}

extension Expression {
  /// The literal of `"%.2f"|format(…)`, with its places.
  fileprivate var fixedFormat: (text: String, places: Int)? {
    guard case .literal(.string(let text)) = kind else { return nil }
    let bytes = Array(text.utf8)
    guard bytes.count == 4, text.hasPrefix("%."), text.hasSuffix("f"), (0x30...0x36).contains(bytes[2]) else {
      return nil
    }
    return (text, Int(bytes[2] - 0x30))
  }
}

extension Expression.Arguments {
  fileprivate var isOnePositional: Bool {
    positional.count == 1 && keyword.isEmpty && spread == nil && keywordSpread == nil
  }
}
