// The state of one rendering: arenas, stack, output. Filters, tests and functions read and make values
// through it; `Machine+Reading`, `+Making`, `+Text`, `+Comparison`, `+Operators`, `+Iteration` say how.

/// The virtual machine, one a renderer. It is passed `inout`; nothing in it is shared between tasks.
package struct Machine: ~Copyable {
  // MARK: Arenas

  var document: Document = .empty
  var constantNodes: [Node] = []
  var constantBytes = ByteBuffer(capacity: 1024)
  var scratchNodes: [Node] = []
  var scratchBytes = ByteBuffer(capacity: 4096)
  /// Lists, mappings and objects made while rendering; nodes hold their numbers.
  var lists: [[Node]] = []
  var maps: [MapStore] = []
  var objects: [MachineObject] = []

  // MARK: Execution

  var stack: [Node] = []
  var undefinedMode = UndefinedMode.default
  /// Whether what is printed now is escaped: read by filters that make markup.
  package var autoescapes = false

  package init() {}
}

/// What becomes of a value that is not there.
public enum UndefinedMode: String, Sendable, Hashable {
  /// Prints nothing, is false, iterates as empty; any other use is an error.
  case `default`
  /// Any use is an error.
  case strict
  /// Like `default`, and its attributes are undefined too.
  case chainable
  /// Like `default`, but prints what is missing.
  case debug
}
