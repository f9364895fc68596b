// Statements: each is run once.

import BatonDiagnostics

extension Checker {
  /// Runs nodes; what they set stays in the scope.
  mutating func run(_ nodes: [TemplateNode], in scope: inout FlowState) {
    for node in nodes {
      switch node {
      case .text: break
      case .instruction: break
      case .element(let element):
        for attribute in element.attributes { run(attribute.value, in: &scope) }
        run(element.children, in: &scope)
      case .output(let output):
        printed(evaluate(output.expression, in: &scope), output.expression)
      case .tag(let tag): run(tag, in: &scope)
      case .block(let block): run(block, in: &scope)
      }
    }
  }

  /// A value is printed: it has to be there, and be something that prints as what the author means.
  mutating func printed(_ value: Possible, _ expression: Expression) {
    var value = value
    // Without `else`, what is printed is deliberately nothing.
    if case .conditional(let then, _, nil) = expression.kind {
      value = Possible(value.alternatives.filter { $0 != .undefined })
      if value.isEmpty { value = .unknown }
      refuseAbsent(value, then, "打印")
    } else {
      refuseAbsent(value, expression, "打印")
    }
    for alternative in value.alternatives {
      switch alternative {
      case .list, .generator, .record, .mapping, .tuple, .group, .loop, .macro, .module, .namespace,
        .function:
        fault(
          "not-printable", "「\(text(expression.range))」是\(alternative.name)，不能直接打印", at: expression.range,
          help: alternative.isList ? "用 {% for %} 逐项打印，或用过滤器 join 连接" : "写出要打印的那一项")
      default: break
      }
    }
  }

  /// Missing data is an error unless the template says what to print instead.
  mutating func refuseAbsent(_ value: Possible, _ expression: Expression, _ purpose: String) {
    if value.isUnknown { leaveOpen(expression, "它是什么") }
    guard value.mayBeUndefined || value.mayBeAbsent && !value.present.alternatives.isEmpty else { return }
    fault(
      "maybe-missing", "「\(text(expression.range))」可能没有，不能直接\(purpose)", at: expression.range,
      help: value.mayBeUndefined
        ? "先用 {% if … is defined %} 判断，或用 |default(\"…\") 写明没有时印什么"
        : "先用 {% if %} 判断，或用 |default(\"…\", true) 写明没有时印什么")
  }

  /// What may not be there at all must not even be asked about.
  mutating func refuseUndefined(_ value: Possible, _ expression: Expression, _ purpose: String) {
    if value.isUnknown { leaveOpen(expression, "它有没有") }
    guard value.mayBeUndefined else { return }
    fault(
      "maybe-missing", "「\(text(expression.range))」可能没有，不能直接\(purpose)", at: expression.range,
      help: "先用 {% if … is defined %} 判断，或用 |default(\"…\") 写明没有时是什么")
  }

  private mutating func run(_ tag: TemplateNode.Tag, in scope: inout FlowState) {
    switch tag.head {
    case .set(let targets, let expression):
      let value = evaluate(expression, in: &scope)
      for target in targets { assign(value, to: target, in: &scope) }
    case .do(let expression): _ = evaluate(expression, in: &scope)
    case .include(let name, let ignoresMissing, let withContext):
      include(name, ignoresMissing: ignoresMissing, withContext: withContext, in: &scope)
    case .import(let name, let alias, let withContext):
      if let module = module(name, withContext: withContext, in: &scope) {
        scope.assign(alias, Possible(.module(module)))
      } else {
        scope.assign(alias, .unknown)
      }
    case .fromImport(let name, let names, let withContext):
      let module = module(name, withContext: withContext, in: &scope)
      for (name, alias) in names {
        guard let module else {
          scope.assign(alias, .unknown)
          continue
        }
        if let value = modules[module][name] {
          scope.assign(alias, value)
        } else {
          scope.assign(alias, .unknown)
          fault(
            "unknown-macro", "导入的模板里没有「\(name)」", at: tag.range,
            help: Suggestion.nearest(to: name, among: modules[module].keys.sorted()).map { "是不是想写「\($0)」？" })
        }
      }
    default: break
    }
  }

  private mutating func run(_ block: TemplateNode.Block, in scope: inout FlowState) {
    let first = block.clauses[0]
    switch first.head {
    case .if: choose(block.clauses[...], in: &scope)
    case .for(let target, let iterable, let condition, let isRecursive):
      loop(block, target, over: iterable, where: condition, isRecursive: isRecursive, in: &scope)
    case .setBlock(let target, let filter):
      runInside(first.body, in: &scope)
      if let filter { _ = evaluate(filter, in: &scope) }
      assign(filter == nil ? captured(first.body) : .text, to: target, in: &scope)
    case .with(let assignments):
      var inner = scope
      inner.push()
      for (target, expression) in assignments {
        assign(evaluate(expression, in: &scope), to: target, in: &inner)
      }
      run(first.body, in: &inner)
      scope.take(from: inner)
    case .macro(let name, _, let parameters):
      if let hoisted = units[unit].hoisted[name], case .macro(let index)? = hoisted.alternatives.first,
        macros[index].headRange == first.headRange
      {
        macros[index].home = scope
        scope.assign(name, hoisted)
      } else {
        scope.assign(name, Possible(.macro(define(name, parameters, first.body, home: scope))))
      }
    case .call(let parameters, let expression):
      let body = define("caller", parameters, first.body, home: scope, isInline: true)
      printed(evaluateCall(expression, caller: Possible(.macro(body)), in: &scope), expression)
    case .filter(let expression):
      runInside(first.body, in: &scope)
      _ = evaluate(expression, in: &scope)
    case .autoescape, .raw:
      run(first.body, in: &scope)
    case .block(let name, _, let isScoped, _):
      runBlock(name, first.body, isScoped: isScoped, in: scope)
    default: break
    }
  }

  /// Runs a body once, in a scope of its own.
  private mutating func runInside(_ body: [TemplateNode], in scope: inout FlowState) {
    var inner = scope
    inner.push()
    run(body, in: &inner)
    scope.take(from: inner)
  }

  /// What a capture holds: text where nothing but text was written.
  private func captured(_ body: [TemplateNode]) -> Possible {
    body.contains { if case .element = $0 { true } else { false } } ? .markup : Possible([.text, .markup])
  }

  private mutating func choose(_ clauses: ArraySlice<TemplateNode.Block.Clause>, in scope: inout FlowState) {
    guard let clause = clauses.first else { return }
    let condition: Expression
    switch clause.head {
    case .if(let expression), .elif(let expression): condition = expression
    default:
      run(clause.body, in: &scope)
      return
    }
    _ = self.condition(condition, in: &scope)
    var taken = scope
    narrow(condition, holds: true, in: &taken)
    var other = scope
    narrow(condition, holds: false, in: &other)
    run(clause.body, in: &taken)
    choose(clauses.dropFirst(), in: &other)
    scope = taken.joined(with: other)
  }

  private mutating func loop(
    _ block: TemplateNode.Block, _ target: AssignmentTarget, over iterable: Expression,
    where condition: Expression?,
    isRecursive: Bool, in scope: inout FlowState
  ) {
    let items = evaluate(iterable, in: &scope)
    let element = element(of: items, iterable)
    if isRecursive {
      recursiveLoops.append(
        RecursiveLoop(body: block.clauses[0].body, target: target, condition: condition, elements: [element]))
    }
    runLoop(block.clauses[0].body, target, element, where: condition, in: &scope)
    if isRecursive { recursiveLoops.removeLast() }
    for clause in block.clauses.dropFirst() {
      var otherwise = scope
      otherwise.push()
      run(clause.body, in: &otherwise)
    }
  }

  /// Runs the body of a loop until what it changes outside of itself is what it began with.
  private mutating func runLoop(
    _ body: [TemplateNode], _ target: AssignmentTarget, _ element: Possible, where condition: Expression?,
    in scope: inout FlowState
  ) {
    for _ in 0..<4 {
      let before = (scope, namespaces)
      var inner = scope
      inner.push()
      inner.assign("loop", Possible(.loop))
      assign(element, to: target, in: &inner)
      if let condition {
        _ = self.condition(condition, in: &inner)
        narrow(condition, holds: true, in: &inner)
      }
      run(body, in: &inner)
      scope = scope.joined(with: inner)
      if scope == before.0, namespaces == before.1 { return }
    }
  }

  /// `loop(…)`: the loop's body for further items.
  mutating func recur(over items: Possible, _ expression: Expression, in scope: FlowState) {
    guard let index = recursiveLoops.indices.last else {
      fault(
        "not-callable", "只有写了「recursive」的循环才能再次调用「loop」", at: expression.range, help: "在「for」标签末尾写「recursive」"
      )
      return
    }
    let element = element(of: items, expression)
    guard !recursiveLoops[index].elements.contains(element) else { return }
    recursiveLoops[index].elements.append(element)
    let loop = recursiveLoops[index]
    var scope = scope
    runLoop(loop.body, loop.target, element, where: loop.condition, in: &scope)
  }

  /// What a loop over a value goes through.
  private mutating func element(of items: Possible, _ iterable: Expression) -> Possible {
    refuseAbsent(items, iterable, "循环")
    var element = Possible([])
    for alternative in items.alternatives {
      switch alternative {
      case .unknown, .markup: element = element.joined(with: .unknown)
      case .list(let item, _), .generator(let item): element = element.joined(with: item)
      case .group(let key, let items): element = element.joined(with: key).joined(with: .list(items))
      case .tuple(let items): for item in items { element = element.joined(with: item) }
      case .mapping, .record: element = element.joined(with: .text)
      case .undefined, .none: break
      case .bool, .integer, .float, .number, .text, .loop, .macro, .module, .namespace, .function:
        fault(
          "not-iterable", "「\(text(iterable.range))」是\(alternative.name)，不能循环", at: iterable.range,
          help: "{% for %} 只能用在列表上")
        element = element.joined(with: .unknown)
      }
    }
    return element.alternatives.isEmpty ? .unknown : element
  }

  mutating func assign(_ value: Possible, to target: AssignmentTarget, in scope: inout FlowState) {
    switch target {
    case .name(let name, _): scope.assign(name, value)
    case .attribute(let name, let attribute, _):
      for case .namespace(let index) in scope.value(of: name)?.alternatives ?? [] {
        let before = namespaces[index][attribute]
        namespaces[index][attribute] = before.map { $0.joined(with: value) } ?? value
        scope.forget("\(name).\(attribute)")
      }
    case .tuple(let targets, _):
      for (index, target) in targets.enumerated() {
        var part = Possible([])
        for alternative in value.alternatives {
          switch alternative {
          case .tuple(let items) where index < items.count: part = part.joined(with: items[index])
          case .group(let key, let items):
            part = part.joined(with: index == 0 ? key : .list(items, isNonEmpty: true))
          case .list(let element, _), .generator(let element): part = part.joined(with: element)
          case .record, .mapping, .text: part = part.joined(with: .text)
          case .unknown, .markup, .tuple: part = part.joined(with: .unknown)
          default:
            fault("wrong-type", "\(alternative.name)不能拆成几个名字", at: target.range)
            part = part.joined(with: .unknown)
          }
        }
        assign(part, to: target, in: &scope)
      }
    }
  }
}

extension AssignmentTarget {
  /// Where it is written.
  fileprivate var range: SourceRange {
    switch self {
    case .name(_, let range), .attribute(_, _, let range), .tuple(_, let range): range
    }
  }
}
