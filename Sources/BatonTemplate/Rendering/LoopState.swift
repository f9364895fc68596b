// A running `for`.

struct LoopState {
  /// Where the items are.
  enum Source {
    case document, constants, scratch
    case list(Int)
    case range(IntegerRange)

    var isDocument: Bool { if case .document = self { true } else { false } }
  }

  var source: Source
  let first: Int
  let fixedCount: Int
  let serial: Int
  /// What there was before the iteration under way.
  var scratch: ScratchMark
  /// What `loop.length` gave first: it stays, though the list may grow.
  var length: Int?
  /// The place of the next item.
  var next = 0
  var current = Node.missing
  var hasCompleted = false
  var depth = 1
  var recursive: RecursiveLoop?
  /// What `loop.changed` was given last.
  var lastChanged: [Node]?
  /// Items that passed the condition.
  var collected: [Node] = []
}

/// How a recursive loop is entered again.
struct RecursiveLoop: BitwiseCopyable {
  let program: Int
  let function: Int
  let frame: Int
  let context: Int
}
