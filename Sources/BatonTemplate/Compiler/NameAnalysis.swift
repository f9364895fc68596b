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
    for expression in instruction.expressions { analyze(expression) }
    for body in instruction.bodies where !body.isEmpty { analyze(body) }
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
    case .unlessEmpty(let open, let body, let close), .unlessBlock(let open, let body, let close):
      [open, body, close]
    case .orElse(let body, let fallback): [body, fallback]
    case .echo(_, let open, let body, let close): [body, open, close]
    case .stream(_, _, let body), .fill(_, let body), .append(_, let body), .unechoed(let body),
      .whereAsked(_, let body), .once(_, let body), .atEnd(let body), .inContext(_, let body),
      .raisingContext(_, let body),
      .identifier(_, let body):
      [body]
    case .counted(_, let body), .grid(_, let body), .picture(_, let body), .ifVector(let body),
      .container(_, _, let body), .picturing(let body):
      [body]
    case .gridRow(let open, let body, let close): [open, body, close]
    case .byContext(_, let cases, let otherwise): cases.map(\.body) + [otherwise]
    case .slot, .drain, .nextNumber, .lastNumber, .setNumber, .relationship, .relationshipToStream: []
    case .pictureValue, .pictureGap, .currentNumber, .gridColumn, .gridColumns, .gridGroupEnd, .gridRowTail,
      .gridCell:
      []
    }
  }

  /// The expressions of the instruction itself.
  package var expressions: [Expression] {
    switch self {
    case .relationship(_, let target): [target]
    case .gridCell(let columns, let rows, _): [columns, rows].compactMap(\.self)
    case .picture(let request, _): [request.source, request.width, request.height].compactMap(\.self)
    default: []
    }
  }
}

extension Expression {
  /// Every name that is read.
  package func forEachName(_ body: (String) -> Void) {
    if case .name(let name) = kind { body(name) }
    forEachPart { $0.forEachName(body) }
  }
}

/// Which of some special names a body reads without assigning them first: `loop`, `caller`, `super` …
struct SpecialNames {
  private(set) var found: Set<String> = []
  private let wanted: [String]

  init(_ wanted: [String], in nodes: [TemplateNode]) {
    self.wanted = wanted
    visit(nodes)
  }

  func contains(_ name: String) -> Bool { found.contains(name) }

  private mutating func visit(_ nodes: [TemplateNode]) {
    for node in nodes where found.count < wanted.count { visit(node) }
  }

  private mutating func visit(_ expression: Expression) {
    expression.forEachName { name in
      let first = name.utf8.first
      if wanted.contains(where: { $0.utf8.first == first && $0 == name }) { found.insert(name) }
    }
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
      for expression in instruction.expressions { visit(expression) }
      for body in instruction.bodies where !body.isEmpty { visit(body) }
    }
  }

  private mutating func visit(_ head: TagHead) {
    for expression in head.expressions { visit(expression) }
  }
}
