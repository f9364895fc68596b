// What a filter, a test or a function takes and gives. The compiler binds arguments by it, the checker reads it.

/// The parameters of a callable, in order, as Python would declare them, and the kinds of its values.
package struct Signature: Sendable {
  package struct Parameter: Sendable {
    package let name: String
    package let kind: ValueKind
    /// Whether it may be left out; it then arrives as `missing`.
    package let isOptional: Bool

    package init(_ name: String, _ kind: ValueKind = .any, optional: Bool = false) {
      self.name = name
      self.kind = kind
      isOptional = optional
    }

    package static func required(_ name: String, _ kind: ValueKind = .any) -> Parameter {
      Parameter(name, kind)
    }

    package static func optional(_ name: String, _ kind: ValueKind = .any) -> Parameter {
      Parameter(name, kind, optional: true)
    }
  }

  package let parameters: [Parameter]
  /// Takes further positional arguments (`*args`), as a list in ``Arguments/rest``.
  package let takesRest: Bool
  /// Takes further keyword arguments (`**kwargs`), as a mapping in ``Arguments/keywords``.
  package let takesKeywords: Bool
  /// The value of a filter, a test or a method.
  package let value: ValueKind
  package let result: ValueKind

  /// - Precondition: at most ``Arguments/capacity`` parameters.
  package init(
    _ parameters: [Parameter] = [], takesRest: Bool = false, takesKeywords: Bool = false,
    value: ValueKind = .any, result: ValueKind = .any
  ) {
    precondition(parameters.count <= Arguments.capacity, "too many parameters")
    self.parameters = parameters
    self.takesRest = takesRest
    self.takesKeywords = takesKeywords
    self.value = value
    self.result = result
  }

  /// The parameters after those of kinds: `Signature(.text, [...], gives: .text)`.
  package init(
    _ value: ValueKind, _ parameters: [Parameter] = [], rest: Bool = false, keywords: Bool = false,
    gives result: ValueKind
  ) {
    self.init(parameters, takesRest: rest, takesKeywords: keywords, value: value, result: result)
  }
}
/// Arguments, bound to the parameters of a signature: trivial, on the stack.
///
/// For a filter or a test, `[0]` is the value; the parameters of its signature follow.
package struct Arguments: BitwiseCopyable, Sendable {
  package static let capacity = 8

  private var values: InlineArray<9, Node>
  /// Positional arguments beyond the parameters: a list, or `missing`.
  package var rest: Node
  /// Keyword arguments beyond the parameters: a mapping, or `missing`.
  package var keywords: Node

  package init() {
    values = InlineArray(repeating: .missing)
    rest = .missing
    keywords = .missing
  }

  package subscript(index: Int) -> Node {
    get { values[index] }
    set { values[index] = newValue }
  }
}
