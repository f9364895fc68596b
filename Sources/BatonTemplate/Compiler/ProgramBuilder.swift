// Appends operations and pools what they refer to.

import BatonDiagnostics

struct ProgramBuilder {
  private(set) var code: [Operation] = []
  private(set) var text: [UInt8] = []
  private(set) var constants: [Node] = []
  private(set) var constantBytes: [UInt8] = []
  var functions: [FunctionCode] = []
  var blocks: [BlockCode] = []
  private(set) var names: [String] = []
  private(set) var callShapes: [CallShape] = []
  private(set) var exports: [[LocalName]] = []
  private(set) var messages: [FailMessage] = []
  private(set) var siteCount = 0
  /// Operations that print values, in order, and where they print markup.
  var markupPlaces: [(positions: Range<Int>, place: MarkupPlace)] = []
  /// The names of its slots.
  var slots: [Int] = []
  /// The templates that it may include, import or extend.
  var references: [String] = []
  private(set) var ranges = RangeTable()

  private var nameNumbers: [ExactText: Int] = [:]
  private var stringConstants: [ExactText: Int] = [:]
  /// Where the code was last jumped to: text before it must not be joined with text behind it.
  private var lastLabel = 0

  var position: Int { code.count }

  /// A position that jumps lead to.
  mutating func label() -> Int {
    lastLabel = code.count
    return code.count
  }

  @discardableResult
  mutating func emit(
    _ opcode: Operation.Code, k: Int = 0, s: Int = 0, a: Int = 0, b: Int = 0, c: Int = 0, _ range: SourceRange
  ) -> Int {
    ranges.add(code.count, range)
    code.append(
      Operation(
        code: opcode, k: UInt8(k), s: UInt16(truncatingIfNeeded: s), a: UInt32(truncatingIfNeeded: a),
        b: UInt32(b),
        c: UInt32(c)))
    return code.count - 1
  }

  mutating func patch(_ position: Int, to target: Int) { code[position].a = UInt32(target) }

  /// Takes back operations: a peephole replaces them by better ones.
  mutating func removeLast(to count: Int) { code.removeLast(code.count - count) }

  func operation(at position: Int) -> Operation { code[position] }

  mutating func emitText(_ characters: String, _ range: SourceRange) {
    guard !characters.isEmpty else { return }
    let start = text.count
    text += characters.utf8
    let count = text.count - start
    if let last = code.last, last.code == .text, lastLabel < code.count, Int(last.a + last.b) == start {
      code[code.count - 1].b += UInt32(count)
      return
    }
    emit(.text, a: start, b: count, range)
  }

  // MARK: Pools

  mutating func name(_ text: String) -> Int {
    if let known = nameNumbers[ExactText(text)] { return known }
    names.append(text)
    nameNumbers[ExactText(text)] = names.count - 1
    return names.count - 1
  }

  mutating func constant(_ node: Node) -> Int {
    constants.append(node)
    return constants.count - 1
  }

  mutating func string(_ text: String) -> Int {
    if let known = stringConstants[ExactText(text)] { return known }
    let number = constant(leaf(.string, text))
    stringConstants[ExactText(text)] = number
    return number
  }

  mutating func leaf(_ tag: Node.Tag, _ text: String) -> Node {
    let start = constantBytes.count
    constantBytes += Array(text.utf8)
    return Node(tag, .constants, count: UInt32(constantBytes.count - start), bits: UInt64(start))
  }

  mutating func site() -> Int {
    siteCount += 1
    return siteCount - 1
  }

  mutating func callShape(_ shape: CallShape) -> Int {
    callShapes.append(shape)
    return callShapes.count - 1
  }

  mutating func exports(_ names: [LocalName]) -> Int {
    exports.append(names)
    return exports.count - 1
  }

  mutating func message(_ message: FailMessage) -> Int {
    messages.append(message)
    return messages.count - 1
  }
}
