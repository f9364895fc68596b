// What a filter, test, function or method says when it refuses. It knows no place: the renderer adds the
// range of the call and makes a diagnostic of it.

/// A refusal of the library.
package struct Fault: Error, Sendable, Hashable {
  /// Jinja's kinds of error, by which the conformance cases judge.
  package enum Kind: String, Sendable, Hashable {
    case type, value, zeroDivision, overflow, index, key, security, filterArgument, undefined, runtime
  }

  package var kind: Kind
  /// One Chinese sentence without a full stop, the user's own word in 「」.
  package var message: String
  /// What to do about it, in Chinese.
  package var help: String?

  package init(_ kind: Kind, _ message: String, help: String? = nil) {
    self.kind = kind
    self.message = message
    self.help = help
  }
}
