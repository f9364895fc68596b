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
    refuseAbsent(value, expression, "打印")
    for alternative in value.alternatives {
      switch alternative {
      case .list, .record, .mapping, .tuple, .loop, .macro, .module, .namespace, .function:
        fault(
          "not-printable", "「\(text(expression.range))」是\(alternative.name)，不能直接打印", at: expression.range,
          help: alternative.isList ? "用 {% for %} 逐项打印，或用过滤器 join 连接" : "写出要打印的那一项")
      default: break
      }
    }
  }

  /// Missing data is an error unless the template says what to print instead.
  mutating func refuseAbsent(_ value: Possible, _ expression: Expression, _ purpose: String) {
    guard value.mayBeAbsent, !value.present.alternatives.isEmpty else { return }
    fault(
      "maybe-missing", "「\(text(expression.range))」可能没有，不能直接\(purpose)", at: expression.range,
      help: "先用 {% if %} 判断，或用 |default(\"…\") 写明没有时印什么")
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
      var inner = scope
      inner.push()
      run(first.body, in: &inner)
      assign(filter == nil ? captured(first.body) : .unknown, to: target, in: &scope)
    case .with(let assignments):
      var inner = scope
      inner.push()
      for (target, expression) in assignments {
        assign(evaluate(expression, in: &scope), to: target, in: &inner)
      }
      run(first.body, in: &inner)
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
      var inner = scope
      inner.push()
      run(first.body, in: &inner)
      _ = evaluate(expression, in: &scope)
    case .autoescape, .raw:
      run(first.body, in: &scope)
    case .block(let name, _, let isScoped, _):
      runBlock(name, first.body, isScoped: isScoped, in: scope)
    default: break
    }
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
    _ = evaluate(condition, in: &scope, isGuard: true)
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
    var inner = scope
    inner.push()
    inner.assign("loop", Possible(.loop))
    assign(element, to: target, in: &inner)
    if let condition {
      _ = evaluate(condition, in: &inner, isGuard: true)
      narrow(condition, holds: true, in: &inner)
    }
    run(block.clauses[0].body, in: &inner)
    for clause in block.clauses.dropFirst() {
      var otherwise = scope
      otherwise.push()
      run(clause.body, in: &otherwise)
    }
  }

  /// What a loop over a value goes through.
  private mutating func element(of items: Possible, _ iterable: Expression) -> Possible {
    refuseAbsent(items, iterable, "循环")
    var element = Possible([])
    for alternative in items.alternatives {
      switch alternative {
      case .unknown, .markup: element = element.joined(with: .unknown)
      case .list(let item, _): element = element.joined(with: item)
      case .tuple(let items): for item in items { element = element.joined(with: item) }
      case .mapping, .record: element = element.joined(with: .text)
      case .undefined, .none: break
      case .bool, .integer, .number, .text, .loop, .macro, .module, .namespace, .function:
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
      }
    case .tuple(let targets, _):
      for (index, target) in targets.enumerated() {
        var part = Possible([])
        for alternative in value.alternatives {
          switch alternative {
          case .tuple(let items) where index < items.count: part = part.joined(with: items[index])
          case .list(let element, _): part = part.joined(with: element)
          default: part = part.joined(with: .unknown)
          }
        }
        assign(part, to: target, in: &scope)
      }
    }
  }
}
