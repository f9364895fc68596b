// Walks the nodes of one scope and notes which names it reads and assigns. Scopes inside are not entered; only
// what they evaluate outside of themselves counts.

extension Scope {
  func analyze(_ nodes: [TemplateNode]) {
    for node in nodes { analyze(node) }
  }

  private func analyze(_ node: TemplateNode) {
    switch node {
    case .text, .element: break
    case .output(let output): analyze(output.expression)
    case .tag(let tag): analyze(tag.head)
    case .block(let block): analyze(block)
    case .instruction(let instruction): analyze(instruction)
    }
  }

  private func analyze(_ instruction: Instruction) {
    if case .relationship(_, let target) = instruction { analyze(target) }
    for body in instruction.bodies { analyze(body) }
  }

  private func analyze(_ head: TagHead) {
    switch head {
    case .set(let targets, let value):
      analyze(value)
      for target in targets { store(target) }
    case .do(let expression), .extends(let expression): analyze(expression)
    case .print(let items): for item in items { analyze(item) }
    case .include(let name, _, _): analyze(name)
    case .import(let name, let alias, _):
      analyze(name)
      store(alias)
    case .fromImport(let name, let names, _):
      analyze(name)
      for entry in names { store(entry.alias) }
    default: break
    }
  }

  private func analyze(_ block: TemplateNode.Block) {
    guard let first = block.clauses.first else { return }
    switch first.head {
    case .if: analyzeBranches(block)
    case .for(_, in: let sequence, where: _, isRecursive: _): analyze(sequence)
    case .setBlock(let target, let filter):
      if let filter { analyze(filter) }
      store(target)
    case .with(let assignments): for assignment in assignments { analyze(assignment.value) }
    case .macro(let name, _, _): store(name)
    case .call(_, let call): analyze(call)
    case .filter(let filter): analyze(filter)
    default: break
    }
  }

  private func analyzeBranches(_ block: TemplateNode.Block) {
    // The conditions of `elif` belong to the branches behind the first one.
    guard case .if(let condition) = block.clauses[0].head else { return }
    analyze(condition)
    let then = branch()
    then.analyze(block.clauses[0].body)
    let elif = branch()
    let otherwise = branch()
    for clause in block.clauses.dropFirst() {
      if case .elif(let condition) = clause.head {
        elif.analyze(condition)
        let inner = elif.branch()
        inner.analyze(clause.body)
        elif.merge([inner, elif.branch(), elif.branch()])
      } else {
        otherwise.analyze(clause.body)
      }
    }
    merge([then, elif, otherwise])
  }

  func store(_ target: AssignmentTarget) {
    switch target {
    case .name(let name, _): store(name)
    case .tuple(let items, _): for item in items { store(item) }
    case .attribute(let name, _, _): load(name)
    }
  }

  func declareParameters(_ target: AssignmentTarget) {
    switch target {
    case .name(let name, _): declareParameter(name)
    case .tuple(let items, _): for item in items { declareParameters(item) }
    case .attribute(let name, _, _): load(name)
    }
  }

  func analyze(_ expression: Expression) {
    expression.forEachName { load($0) }
  }
}

extension Instruction {
  /// The bodies of the instruction, in order.
  package var bodies: [[TemplateNode]] {
    switch self {
    case .unlessEmpty(let open, let body, let close): [open, body, close]
    case .orElse(let body, let fallback): [body, fallback]
    case .stream(_, _, let body), .fill(_, let body), .inContext(_, let body): [body]
    case .byContext(_, let cases, let otherwise): cases.map(\.body) + [otherwise]
    case .slot, .nextNumber, .lastNumber, .relationship, .relationshipToStream: []
    }
  }
}

extension Expression {
  /// The expressions directly inside of this one, in the order of their evaluation.
  package var children: [Expression] {
    switch kind {
    case .literal, .name: []
    case .list(let items), .tuple(let items), .concatenation(let items): items
    case .dictionary(let items): items.flatMap { [$0.key, $0.value] }
    case .attribute(let base, _, _): [base]
    case .subscription(let base, let index): [base, index]
    case .slice(let base, let start, let stop, let step): [base] + [start, stop, step].compactMap(\.self)
    case .call(let callee, let arguments): [callee] + arguments.all
    case .filter(let value, _, _, let arguments): (value.map { [$0] } ?? []) + arguments.all
    case .test(let value, _, _, let arguments, _): [value] + arguments.all
    case .unary(_, let operand): [operand]
    case .binary(_, let left, let right), .and(let left, let right), .or(let left, let right): [left, right]
    case .comparison(let first, let rest): [first] + rest.map(\.operand)
    case .conditional(let then, let condition, let otherwise):
      [condition, then] + (otherwise.map { [$0] } ?? [])
    }
  }

  /// Every name that is read.
  package func forEachName(_ body: (String) -> Void) {
    if case .name(let name) = kind { body(name) }
    for child in children { child.forEachName(body) }
  }
}

extension Expression.Arguments {
  package var all: [Expression] {
    positional + keyword.map(\.value) + [spread, keywordSpread].compactMap(\.self)
  }
}

/// Which of some special names a body reads without assigning them first: `loop`, `caller`, `super` …
struct SpecialNames {
  private(set) var found: Set<String> = []
  private let wanted: Set<String>

  init(_ wanted: Set<String>, in nodes: [TemplateNode]) {
    self.wanted = wanted
    visit(nodes)
  }

  func contains(_ name: String) -> Bool { found.contains(name) }

  private mutating func visit(_ nodes: [TemplateNode]) {
    for node in nodes { visit(node) }
  }

  private mutating func visit(_ expression: Expression) {
    expression.forEachName { if wanted.contains($0) { found.insert($0) } }
  }

  private mutating func visit(_ node: TemplateNode) {
    switch node {
    case .text: break
    case .element(let element):
      for attribute in element.attributes { visit(attribute.value) }
      visit(element.children)
    case .output(let output): visit(output.expression)
    case .tag(let tag): visit(tag.head)
    case .block(let block):
      for clause in block.clauses {
        // Blocks have names of their own; what they read is looked up when they run.
        if case .block = clause.head { continue }
        visit(clause.head)
        visit(clause.body)
      }
    case .instruction(let instruction):
      if case .relationship(_, let target) = instruction { visit(target) }
      for body in instruction.bodies { visit(body) }
    }
  }

  private mutating func visit(_ head: TagHead) {
    for expression in head.expressions { visit(expression) }
  }
}

extension TagHead {
  /// The expressions of the head, in the order they are written.
  package var expressions: [Expression] {
    switch self {
    case .for(_, in: let sequence, where: let condition, _): [sequence] + (condition.map { [$0] } ?? [])
    case .if(let expression), .filter(let expression), .autoescape(let expression), .elif(let expression),
      .set(_, let expression), .do(let expression), .include(let expression, _, _),
      .import(let expression, _, _), .fromImport(let expression, _, _), .extends(let expression):
      [expression]
    case .setBlock(_, let filter): filter.map { [$0] } ?? []
    case .with(let assignments): assignments.map(\.value)
    case .macro(_, _, let parameters): parameters.items.compactMap(\.defaultValue)
    case .call(let parameters, let call): parameters.items.compactMap(\.defaultValue) + [call]
    case .print(let items): items
    case .block, .raw, .else, .end, .break, .continue: []
    }
  }
}
