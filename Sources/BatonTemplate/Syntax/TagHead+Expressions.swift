// The expressions of a tag and of an expression, for whoever looks at all of them.

extension TagHead {
  /// The expressions that stand directly in the tag.
  package var expressions: [Expression] {
    switch self {
    case .for(_, let sequence, let condition, _): [sequence] + (condition.map { [$0] } ?? [])
    case .if(let condition), .elif(let condition): [condition]
    case .setBlock(_, let filter): filter.map { [$0] } ?? []
    case .with(let assignments): assignments.map(\.value)
    case .macro(_, _, let parameters): parameters.items.compactMap(\.defaultValue)
    case .call(let parameters, let call): parameters.items.compactMap(\.defaultValue) + [call]
    case .filter(let value), .autoescape(let value), .set(_, let value), .do(let value): [value]
    case .print(let values): values
    case .include(let name, _, _), .import(let name, _, _), .fromImport(let name, _, _), .extends(let name):
      [name]
    case .block, .raw, .else, .end, .break, .continue: []
    }
  }
}

extension Expression {
  /// The expressions that this one is made of directly.
  package var parts: [Expression] {
    switch kind {
    case .literal, .name: []
    case .list(let items), .tuple(let items), .concatenation(let items): items
    case .dictionary(let entries): entries.flatMap { [$0.key, $0.value] }
    case .attribute(let object, _, _): [object]
    case .subscription(let object, let index): [object, index]
    case .slice(let object, let start, let stop, let step): [object] + [start, stop, step].compactMap { $0 }
    case .call(let callee, let arguments): [callee] + arguments.expressions
    case .filter(let value, _, _, let arguments): (value.map { [$0] } ?? []) + arguments.expressions
    case .test(let value, _, _, let arguments, _): [value] + arguments.expressions
    case .unary(_, let operand): [operand]
    case .binary(_, let left, let right), .and(let left, let right), .or(let left, let right): [left, right]
    case .comparison(let first, let rest): [first] + rest.map(\.operand)
    case .conditional(let then, let condition, let otherwise):
      [then, condition] + (otherwise.map { [$0] } ?? [])
    }
  }
}

extension Expression {
  /// Visits the expressions that this one is made of directly, in the order of ``parts``.
  func forEachPart(_ body: (Expression) -> Void) {
    switch kind {
    case .literal, .name: return
    case .attribute(let object, _, _), .unary(_, let object): body(object)
    case .binary(_, let left, let right), .and(let left, let right), .or(let left, let right):
      body(left)
      body(right)
    default: for part in parts { body(part) }
    }
  }
}

extension Expression.Arguments {
  package var expressions: [Expression] {
    if keyword.isEmpty, spread == nil, keywordSpread == nil { return positional }
    return positional + keyword.map(\.value) + [spread, keywordSpread].compactMap { $0 }
  }
}

extension TagHead {
  /// The name of the template that the tag refers to.
  package var template: Expression? {
    switch self {
    case .include(let name, _, _), .import(let name, _, _), .fromImport(let name, _, _), .extends(let name):
      name
    default: nil
    }
  }
}
