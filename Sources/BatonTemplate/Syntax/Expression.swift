// What can be evaluated: Jinja's expressions as the parser leaves them.

package import BatonDiagnostics

/// An expression and the place it was written in.
package struct Expression: Sendable {
  package let kind: Kind
  package let range: SourceRange

  package init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  package indirect enum Kind: Sendable {
    case literal(Literal)
    case name(String)
    case list([Expression])
    case tuple([Expression])
    case dictionary([(key: Expression, value: Expression)])
    /// `a.b`; the range is the name's own.
    case attribute(of: Expression, name: String, nameRange: SourceRange)
    case subscription(of: Expression, index: Expression)
    case slice(of: Expression, start: Expression?, stop: Expression?, step: Expression?)
    case call(Expression, Arguments)
    /// `value|name(…)`; no value in a filter block.
    case filter(Expression?, name: String, nameRange: SourceRange, Arguments)
    /// `value is name …`
    case test(Expression, name: String, nameRange: SourceRange, Arguments, isNegated: Bool)
    case unary(UnaryOperator, Expression)
    case binary(BinaryOperator, Expression, Expression)
    /// `a < b <= c`, evaluated left to right, each operand once.
    case comparison(Expression, [(`operator`: ComparisonOperator, operand: Expression)])
    case and(Expression, Expression)
    case or(Expression, Expression)
    /// `a ~ b ~ c`
    case concatenation([Expression])
    /// `a if c else b`
    case conditional(then: Expression, condition: Expression, otherwise: Expression?)
  }

  package enum Literal: Sendable {
    case none
    case bool(Bool)
    /// Decimal digits, sign apart; of any length.
    case integer(String)
    case float(Double)
    case string(String)
  }

  package enum UnaryOperator: Sendable { case plus, minus, not }

  package enum BinaryOperator: Sendable {
    case add, subtract, multiply, divide, floorDivide, modulo, power
  }

  package enum ComparisonOperator: Sendable {
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, isIn, isNotIn
  }

  package struct Arguments: Sendable {
    package var positional: [Expression] = []
    package var keyword: [(name: String, value: Expression)] = []
    /// `*args`
    package var spread: Expression?
    /// `**kwargs`
    package var keywordSpread: Expression?

    package init() {}
  }
}

/// What a `for`, `set` or `with` assigns to.
package indirect enum AssignmentTarget: Sendable {
  case name(String, SourceRange)
  case tuple([AssignmentTarget], SourceRange)
  /// `ns.attribute`
  case attribute(of: String, name: String, SourceRange)
}

/// The parameters of a macro or of a `call` block.
package struct Parameters: Sendable {
  package struct Parameter: Sendable {
    package let name: String
    package let range: SourceRange
    package let defaultValue: Expression?

    package init(name: String, range: SourceRange, defaultValue: Expression?) {
      self.name = name
      self.range = range
      self.defaultValue = defaultValue
    }
  }

  package var items: [Parameter]

  package init(_ items: [Parameter] = []) {
    self.items = items
  }
}
