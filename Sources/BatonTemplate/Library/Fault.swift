// What a filter, test, function or method says when it refuses. It knows no place: the renderer adds the
// range of the call and makes a diagnostic of it.

/// A refusal of the library.
package struct Fault: Error, Sendable, Hashable {
  /// Jinja's kinds of error, by which the conformance cases judge.
  package enum Kind: String, Sendable, Hashable {
    case type
    case value
    case zeroDivision = "zero_division"
    case overflow
    case index
    case security
    case filterArgument = "filter_argument"
    case undefined
    case runtime
    case recursion
    case notFound = "not_found"
    /// A template that was loaded while rendering has faults of its own.
    case template
  }

  package var kind: Kind
  /// Stable, English, kebab-case.
  package var id: String
  /// One Chinese sentence without a full stop, the user's own word in 「」.
  package var message: String
  /// What to do about it, in Chinese.
  package var help: String?

  package init(_ kind: Kind, id: String, _ message: String, help: String? = nil) {
    self.kind = kind
    self.id = id
    self.message = message
    self.help = help
  }

  /// A refusal with the id of its kind.
  package init(_ kind: Kind, _ message: String, help: String? = nil) {
    let id =
      switch kind {
      case .type: "wrong-type"
      case .value: "bad-value"
      case .overflow: "too-large"
      case .zeroDivision: "zero-division"
      case .index: "index-out-of-range"
      case .security: "forbidden-attribute"
      case .filterArgument: "wrong-filter-argument"
      case .undefined: "undefined-value"
      case .runtime: "render-failed"
      case .recursion: "nesting-too-deep"
      case .notFound: "template-not-found"
      case .template: "broken-template"
      }
    self.init(kind, id: id, message, help: help)
  }

  /// A value of the wrong type.
  package static func type(_ message: String, help: String? = nil) -> Fault {
    Fault(.type, id: "wrong-type", message, help: help)
  }

  /// A value of the right type that makes no sense here.
  package static func value(_ message: String, help: String? = nil) -> Fault {
    Fault(.value, id: "bad-value", message, help: help)
  }

  /// A number, or a text to be made, that is too large.
  package static func overflow(_ message: String, help: String? = nil) -> Fault {
    Fault(.overflow, id: "too-large", message, help: help)
  }

  package static let zeroDivision = Fault(.zeroDivision, id: "zero-division", "除数为零")
}
