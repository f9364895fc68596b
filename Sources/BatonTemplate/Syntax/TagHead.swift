// What stands between `{%` and `%}`, parsed by itself: who it belongs to is decided later, when the tags of
// a text or of an XML tree are matched.

package import BatonDiagnostics

/// The content of one tag.
package indirect enum TagHead: Sendable {
  // Openers of blocks
  case `for`(AssignmentTarget, in: Expression, where: Expression?, isRecursive: Bool)
  case `if`(Expression)
  /// `{% set x %}` or `{% set x | filter %}`, with a body.
  case setBlock(AssignmentTarget, filter: Expression?)
  case with([(target: AssignmentTarget, value: Expression)])
  case macro(name: String, nameRange: SourceRange, Parameters)
  case call(Parameters, Expression)
  case filter(Expression)
  case block(name: String, nameRange: SourceRange, isScoped: Bool, isRequired: Bool)
  case autoescape(Expression)
  case raw

  // Clauses
  case elif(Expression)
  case `else`

  /// `{% endfor %}` …: the keyword without `end`, and the block name where one is given.
  case end(String, name: String?)

  // Tags without a body
  case set([AssignmentTarget], Expression)
  case `do`(Expression)
  /// `{% print a, b %}`
  case print([Expression])
  case include(Expression, ignoresMissing: Bool, withContext: Bool)
  case `import`(Expression, as: String, withContext: Bool)
  case fromImport(Expression, names: [(name: String, alias: String)], withContext: Bool)
  case extends(Expression)
  case `break`
  case `continue`
}
