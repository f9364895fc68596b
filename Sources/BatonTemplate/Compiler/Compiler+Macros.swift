// Macros and call blocks: functions with parameters, closed over the frame they are defined in.

import BatonDiagnostics

extension Compiler {
  /// Compiles the body of a macro or a call block out of line; returns the function's number.
  func compileMacro(
    _ name: String, _ parameters: Parameters, _ clause: TemplateNode.Block.Clause, _ frame: Frame
  ) throws(TemplateError) -> Int {
    let function = FunctionBuilder(outer: frame.function)
    let scope = Scope(parent: frame.scope, function: function)
    var code = FunctionCode(name: name)
    for parameter in parameters.items {
      if code.parameters.contains(where: { builder.names[$0.name] == parameter.name }) {
        report("duplicate-parameter", "参数「\(parameter.name)」写了两次", parameter.range)
      }
      code.parameters.append(
        .init(name: builder.name(parameter.name), slot: scope.declareParameter(parameter.name)))
    }
    declareSpecials(parameters, clause, scope, &code)
    for parameter in parameters.items {
      if let value = parameter.defaultValue { scope.analyze(value) }
    }
    scope.analyze(clause.body)

    let range = clause.headRange
    let number = builder.functions.count
    builder.functions.append(code)
    let over = builder.emit(.jump, range)
    builder.functions[number].entry = builder.label()
    let inner = Frame(scope: scope, function: function, escaping: frame.escaping)
    enter(scope, inner, range)
    for parameter in parameters.items {
      guard let value = parameter.defaultValue else { continue }
      let given = builder.emit(.jumpIfSet, b: scope.slot(of: parameter.name), parameter.range)
      try compile(value, inner)
      builder.emit(.storeSlot, a: scope.slot(of: parameter.name), parameter.range)
      builder.patch(given, to: builder.label())
    }
    try compile(clause.body, inner)
    builder.emit(.return_, range)
    builder.functions[number].slotCount = function.slotCount
    builder.patch(over, to: builder.label())
    return number
  }

  /// `caller`, `varargs` and `kwargs` are parameters where the body reads them.
  private func declareSpecials(
    _ parameters: Parameters, _ clause: TemplateNode.Block.Clause, _ scope: Scope, _ code: inout FunctionCode
  ) {
    let special = SpecialNames(["caller", "kwargs", "varargs"], in: clause.body)
    let explicit = Set(parameters.items.map(\.name))
    if special.contains("caller") {
      if let caller = parameters.items.first(where: { $0.name == "caller" }) {
        code.hasExplicitCaller = true
        if caller.defaultValue == nil {
          report("reserved-name", "参数「caller」要有默认值", caller.range, help: "写「caller=none」，或者去掉它")
        }
      } else {
        code.callerSlot = scope.declareParameter("caller")
      }
    }
    if special.contains("kwargs"), !explicit.contains("kwargs") {
      code.keywordsSlot = scope.declareParameter("kwargs")
    }
    if special.contains("varargs"), !explicit.contains("varargs") {
      code.restSlot = scope.declareParameter("varargs")
    }
  }

  func compileCallBlock(
    _ parameters: Parameters, _ call: Expression, _ clause: TemplateNode.Block.Clause, _ frame: Frame
  ) throws(TemplateError) {
    guard case .call(let callee, let arguments) = call.kind else { return }
    let caller = try compileMacro("caller", parameters, clause, frame)
    builder.functions[caller].isAnonymous = true
    try compileCall(
      callee, arguments, caller: caller, printing: (.plain, .plain), frame, call.range)
  }
}
