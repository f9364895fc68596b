// Calling things: macros bind straight from the stack, everything else through a signature.

/// Arguments as they were given.
package struct CallArguments {
  package var positional: [Node] = []
  package var keywords: [(name: Node, value: Node)] = []

  package init(_ positional: [Node] = []) { self.positional = positional }
}

extension Machine {
  /// Pops a callee with its arguments and calls it.
  mutating func call(_ shape: CallShape, method: Int, _ constants: Int) throws(Fault) -> Node {
    let arguments = try popArguments(shape, constants)
    let callee = stack.removeLast()
    if method > 0 { return try call(method: constantNodes[constants + method - 1], of: callee, arguments) }
    return try call(callee, arguments)
  }

  /// Calls and prints; what can print straight into the output does.
  mutating func callPrinting(
    _ shape: CallShape, method: Int, _ constants: Int, _ mode: EmitMode, place: UInt8
  ) throws(Fault) {
    let arguments = try popArguments(shape, constants)
    var callee = stack.removeLast()
    if method > 0 {
      let name = constantNodes[constants + method - 1]
      guard callee.tag == .object else {
        return try emit(try call(method: name, of: callee, arguments), mode, place: place)
      }
      callee = try attribute(callee, name, methodsFirst: true)
    }
    if callee.tag == .object {
      switch objects[callee.offset] {
      case .macro(let macro): return try run(macro, arguments)
      case .blockReference(let context, let link) where arguments.isEmpty:
        return try runBlock(link, context)
      case .loop(let loop, let serial):
        return try runLoopCall(loop, serial, arguments)
      default: break
      }
    }
    try emit(try call(callee, arguments), mode, place: place)
  }

  private mutating func popArguments(_ shape: CallShape, _ constants: Int) throws(Fault) -> CallArguments {
    var arguments = CallArguments()
    let keywordSpread = shape.hasKeywordSpread ? stack.removeLast() : nil
    let spread = shape.hasSpread ? stack.removeLast() : nil
    if !shape.keywords.isEmpty {
      let values = popLast(shape.keywords.count)
      for (name, value) in zip(shape.keywords, values) {
        arguments.keywords.append((constantNodes[constants + name], value))
      }
    }
    if shape.positional > 0 { arguments.positional = popLast(shape.positional) }
    if let spread { arguments.positional += try items(of: plain(spread)) }
    if let keywordSpread {
      guard keywordSpread.isMapping else {
        try refuseUndefined(keywordSpread)
        throw Fault.type("「**」后面要是对象，不能是\(typeName(of: keywordSpread))")
      }
      for (key, value) in zip(keys(of: keywordSpread), values(of: keywordSpread)) {
        guard key.tag == .string else { throw Fault.type("参数的名称要是文字") }
        let name = text(of: key)
        if arguments.keywords.contains(where: { text(of: $0.name) == name }) {
          throw Fault.type("参数「\(name)」给了两次")
        }
        arguments.keywords.append((key, value))
      }
    }
    return arguments
  }

  // MARK: Callees

  /// Calls a value: what filters do with callables that they are given.
  package mutating func call(_ callee: Node, _ arguments: CallArguments) throws(Fault) -> Node {
    guard callee.tag == .object else {
      try refuseUndefined(callee)
      throw Fault.type("\(typeName(of: callee))「\(brief(callee))」不能调用")
    }
    switch objects[callee.offset] {
    case .macro(let macro):
      beginCapture()
      try run(macro, arguments)
      return endCapture(isMarkup: autoescapes)
    case .function(let number):
      let function = library.functions[number]
      return try function.call(&self, try bind(arguments, to: function.signature, function.names[0]))
    case .method(let base, let name): return try call(method: name, of: base, arguments)
    case .loopMethod(let loop, let name): return try callLoopMethod(loop, name, arguments.positional)
    case .loop(let loop, let serial):
      beginCapture()
      try runLoopCall(loop, serial, arguments)
      return endCapture(isMarkup: autoescapes)
    case .blockReference(let context, let link):
      beginCapture()
      try runBlock(link, context)
      return endCapture(isMarkup: autoescapes)
    case .cycler, .joiner:
      if let function = method("__call__", of: callee) {
        var bound = try bind(arguments, to: function.signature, function.names[0])
        bound[0] = callee
        return try function.call(&self, bound)
      }
      throw Fault.type("\(typeName(of: callee))不能调用")
    case .namespace, .module, .templateReference: throw Fault.type("\(typeName(of: callee))不能调用")
    }
  }

  /// `base.name(…)`
  package mutating func call(method name: Node, of base: Node, _ arguments: CallArguments) throws(Fault)
    -> Node
  {
    let text = text(of: name)
    try refuseFragment(base, "用「\(text)」处理")
    if base.tag == .object || base.isUndefined || text.hasPrefix("_") {
      if base.tag == .object, case .loop(let loop, let serial) = objects[base.offset],
        text == "cycle" || text == "changed", isRunning(loop, serial)
      {
        return try callLoopMethod(loop, name, arguments.positional)
      }
      if base.tag == .object, let function = method(text, of: base) {
        var bound = try bind(arguments, to: function.signature, text)
        bound[0] = base
        return try function.call(&self, bound)
      }
      return try call(try attribute(base, name, methodsFirst: true), arguments)
    }
    guard let function = method(text, of: base) else {
      if base.flags.contains(.figure), base.tag == .record {
        return try call(method: name, of: plain(base), arguments)
      }
      return try call(try attribute(base, name, methodsFirst: true), arguments)
    }
    var bound = try bind(arguments, to: function.signature, text)
    bound[0] = base
    return try function.call(&self, bound)
  }

  private mutating func runLoopCall(_ loop: Int, _ serial: Int, _ arguments: CallArguments) throws(Fault) {
    guard isRunning(loop, serial), let recursive = loops[loop].recursive else {
      throw Fault.type("只有写了「recursive」的循环才能再次调用「loop」", help: "在「for」标签末尾写「recursive」")
    }
    guard arguments.positional.count == 1, arguments.keywords.isEmpty else {
      throw Fault.type("「loop」要有一个参数")
    }
    try recurse(into: recursive, arguments.positional[0], depth: loops[loop].depth + 1)
  }

  // MARK: Macros

  /// Runs a macro; it prints into the output.
  private mutating func run(_ macro: MacroValue, _ arguments: CallArguments) throws(Fault) {
    guard macro.frame + 1 < top, slots[macro.frame + 1].integer == macro.serial else {
      throw Fault(.runtime, id: "macro-ended", "宏的定义所在的范围已经结束", help: "把宏定义在模板的最外层")
    }
    let code = linked[macro.program].program.functions[macro.function]
    let frame = pushFrame(code, outer: macro.frame)
    try bind(arguments, to: code, of: macro, frame)
    try run(macro.program, from: code.entry, frame: frame, context: macro.context)
    top = frame
  }

  private mutating func bind(
    _ arguments: CallArguments, to code: FunctionCode, of macro: MacroValue, _ frame: Int
  ) throws(Fault) {
    let symbols = linked[macro.program].symbols
    let given = min(arguments.positional.count, code.parameters.count)
    for index in 0..<given { slots[frame + code.parameters[index].slot] = arguments.positional[index] }
    var extra: [(key: Node, value: Node)] = []
    var caller = Node.missing
    for (name, value) in arguments.keywords {
      let text = text(of: name)
      if let index = code.parameters.indices.first(where: { index in
        index >= given && self.text(of: symbolNames[Int(symbols[code.parameters[index].name])]) == text
      }) {
        slots[frame + code.parameters[index].slot] = value
      } else if text == "caller", code.callerSlot != nil, caller.isMissing {
        caller = value
      } else {
        extra.append((name, value))
      }
    }
    if let slot = code.callerSlot {
      slots[frame + slot] = caller.isMissing ? makeUndefined(makeString("caller")) : caller
    }
    if let slot = code.keywordsSlot {
      slots[frame + slot] = try makeMap(extra)
    } else if let first = extra.first {
      throw Fault.type("宏「\(code.name)」没有参数「\(text(of: first.key))」")
    }
    if let slot = code.restSlot {
      slots[frame + slot] = makeTuple(Array(arguments.positional.dropFirst(code.parameters.count)))
    } else if arguments.positional.count > code.parameters.count {
      throw Fault.type("宏「\(code.name)」最多有\(code.parameters.count)个参数")
    }
  }

  // MARK: Signatures

  /// Binds arguments to a signature; `[0]` is left for the value.
  package mutating func bind(
    _ arguments: CallArguments, to signature: Signature, _ name: String
  ) throws(Fault) -> Arguments {
    var bound = Arguments()
    let parameters = signature.parameters
    for (index, value) in arguments.positional.prefix(parameters.count).enumerated() {
      bound[index + 1] = value
    }
    if arguments.positional.count > parameters.count {
      guard signature.takesRest else { throw Fault.type("「\(name)」最多有\(parameters.count)个参数") }
      bound.rest = makeList(Array(arguments.positional[parameters.count...]))
    }
    var others: [(key: Node, value: Node)] = []
    for (key, value) in arguments.keywords {
      let text = text(of: key)
      if let index = parameters.firstIndex(where: { $0.name == text }) {
        guard bound[index + 1].isMissing else { throw Fault.type("「\(name)」的参数「\(text)」给了两次") }
        bound[index + 1] = value
      } else {
        guard signature.takesKeywords else { throw Fault.type("「\(name)」没有参数「\(text)」") }
        others.append((key, value))
      }
    }
    if !others.isEmpty { bound.keywords = try makeMap(others) }
    for (index, parameter) in parameters.enumerated()
    where !parameter.isOptional && bound[index + 1].isMissing {
      throw Fault.type("「\(name)」缺少参数「\(parameter.name)」")
    }
    return bound
  }

  /// Applies a filter by name: what `map` does.
  package mutating func applyFilter(
    _ name: String, to value: Node, _ arguments: CallArguments = CallArguments()
  ) throws(Fault) -> Node {
    guard let number = library.filterNumbers[name] else {
      throw Fault(.runtime, id: "unknown-filter", "没有「\(name)」这个过滤器")
    }
    let filter = library.filters[number]
    var bound = try bind(arguments, to: filter.signature, name)
    bound[0] = value
    try refuseFragment(value, by: filter)
    return try filter.apply(&self, bound)
  }

  /// Asks a test by name: what `select` does.
  package mutating func applyTest(
    _ name: String, to value: Node, _ arguments: CallArguments = CallArguments()
  ) throws(Fault) -> Bool {
    guard let number = library.testNumbers[name] else {
      throw Fault(.runtime, id: "unknown-test", "没有「\(name)」这个判断")
    }
    let test = library.tests[number]
    var bound = try bind(arguments, to: test.signature, name)
    bound[0] = value
    return try test.holds(&self, bound)
  }

  /// Pops what the compiler bound to a signature, or binds what it could not.
  mutating func popArguments(
    _ step: Operation, _ program: Int, _ signature: Signature, _ name: String
  ) throws(Fault) -> Arguments {
    if step.k == 1 {
      // Spread arguments: their number is known only now.
      let shape = linked[program].program.callShapes[Int(step.b)]
      var bound = try bind(try popArguments(shape, linked[program].constants), to: signature, name)
      bound[0] = stack.removeLast()
      return bound
    }
    var arguments = Arguments()
    if step.s & 2 != 0 { arguments.keywords = stack.removeLast() }
    if step.s & 1 != 0 { arguments.rest = stack.removeLast() }
    for index in stride(from: Int(step.b), to: 0, by: -1) { arguments[index] = stack.removeLast() }
    arguments[0] = stack.removeLast()
    return arguments
  }
}

extension CallArguments {
  var isEmpty: Bool { positional.isEmpty && keywords.isEmpty }
}
