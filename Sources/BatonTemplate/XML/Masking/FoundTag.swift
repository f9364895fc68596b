// A tag as it was found in the bytes of an XML template, before anything is parsed.

import BatonDiagnostics

/// A `{{ … }}`, `{% … %}` or `{# … #}`.
struct FoundTag: Sendable {
  enum Kind: Sendable { case output, statement, comment }

  var kind: Kind
  /// With its delimiters.
  var range: SourceRange
  /// Between the delimiters and their signs.
  var content: SourceRange
  /// `{%-`
  var trimsBefore: Bool
  /// `-%}`
  var trimsAfter: Bool
}
