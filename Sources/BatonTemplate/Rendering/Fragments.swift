// Strings and fragments (TEMPLATES §8): what a capture printed is a string where it printed no element, else a
// fragment. Its values are evaluated once; its structure is made at each printing, as if written there: while
// a capture runs, operations of the structure are recorded between the bytes, and performed when those are printed.

import BatonDiagnostics
import BatonXML

extension Machine {
  // MARK: Captures

  mutating func beginCapture() {
    captures.append(out.count)
    if environment.dialect.isStructured { recordingDepth += 1 }
  }

  mutating func dropCapture() {
    out.truncate(to: captures.removeLast())
    if environment.dialect.isStructured { recordingDepth -= 1 }
  }

  /// Takes what was printed since the capture began as a text.
  mutating func endCapture(isMarkup: Bool) -> Node {
    let start = captures.removeLast()
    let isStructured = environment.dialect.isStructured
    if isStructured { recordingDepth -= 1 }
    if isMarkup, isStructured, let characters = charactersPrinted(since: start) {
      out.truncate(to: start)
      return makeString(characters)
    }
    let from = scratchBytes.count
    out.withBytes { bytes in
      scratchBytes.append(UnsafeRawBufferPointer(rebasing: bytes[start...]))
    }
    out.truncate(to: start)
    var text = scratchText(.string, from: from, isMarkup: isMarkup)
    if isMarkup { text.flags.insert(.rendered) }
    return text
  }

  /// The characters that were printed since a place of the output, or `nil` where an element was printed, or is
  /// to be; the line breaks of values are no elements.
  private func charactersPrinted(since start: Int) -> String? {
    let lineBreak = Array((rules[Int(OutputPlace.text.rawValue)].lineBreak ?? "").utf8)
    return out.withBytes { bytes in
      var characters: [UInt8] = []
      var rest = bytes[start...]
      while let special = rest.firstIndex(where: { $0 == UInt8(ascii: "<") || $0 == RecordedOperation.mark })
      {
        characters += rest[..<special]
        if let (operation, end) = RecordedOperation.read(rest[special...]) {
          guard !prints(operation) else { return nil }
          rest = rest[end...]
          continue
        }
        guard !lineBreak.isEmpty, rest[special...].starts(with: lineBreak) else { return nil }
        characters.append(UInt8(ascii: "\n"))
        rest = rest[(special + lineBreak.count)...]
      }
      return (characters + rest).referencesResolved
    }
  }

  /// Whether an operation prints something of its own, or elsewhere.
  private func prints(_ operation: RecordedOperation) -> Bool {
    switch self.operation(operation).code {
    case .markBegin, .markEnd, .contextBegin, .contextRaise, .contextEnd, .jumpUnlessContext, .contextCaseEnd,
      .jumpUnlessAsked, .jumpUnlessMain, .landing, .echoBegin, .unechoedEnd:
      false
    default: true
    }
  }

  // MARK: Recording and replaying

  /// Keeps an operation for each printing of what is being captured. Every branch is run.
  mutating func record(_ step: Operation, _ program: Int, _ position: Int) throws(Fault) -> Int? {
    record(popLast(step.operandCount), program, position)
    return nil
  }

  /// Keeps an operation with what it works on, which must live as long as the fragment.
  mutating func record(_ operands: [Node], _ program: Int, _ position: Int) {
    for operand in operands { noteKept(operand) }
    RecordedOperation.write(program, position, operand: operands.flatMap(\.storedBytes), to: &out)
  }

  /// Prints a fragment.
  mutating func emitFragment(_ node: Node) throws(Fault) {
    let bytes = rawBytes(node)
    guard let base = bytes.baseAddress else { return }
    guard !isRecording, bytes.contains(RecordedOperation.mark) else { return out.append(base, bytes.count) }
    // The arena that the bytes stand in may grow meanwhile.
    let kept = Array(bytes)
    var position = 0
    while position < kept.count {
      let next = kept[position...].firstIndex(of: RecordedOperation.mark) ?? kept.count
      kept.withUnsafeBytes { out.append(UnsafeRawBufferPointer(rebasing: $0[position..<next])) }
      guard let (operation, end) = Self.operation(in: kept, at: next) else { return }
      position = end
      guard let target = try replay(operation, in: kept) else { continue }
      position = Self.position(of: target, in: operation.program, kept, from: position)
    }
  }

  private mutating func replay(
    _ recorded: RecordedOperation, in bytes: [UInt8]
  ) throws(Fault) -> Int? {
    let step = operation(recorded)
    for start in stride(
      from: recorded.operand.lowerBound, to: recorded.operand.upperBound, by: Node.storedSize)
    {
      stack.append(Node(storedBytes: bytes[start..<(start + Node.storedSize)]))
    }
    guard step.code != .emit, step.code != .emitSlotField else {
      _ = try printMarkup(stack.removeLast(), recorded.program, recorded.position)
      return nil
    }
    return try perform(step, recorded.program, recorded.position)
  }

  /// Where in a fragment an operation stands that another jumps to.
  private static func position(of target: Int, in program: Int, _ bytes: [UInt8], from start: Int) -> Int {
    var position = start
    while let next = bytes[position...].firstIndex(of: RecordedOperation.mark),
      let (operation, end) = operation(in: bytes, at: next)
    {
      if operation.program == program, operation.position == target { return next }
      position = end
    }
    preconditionFailure("a jump out of a fragment")
  }

  private static func operation(in bytes: [UInt8], at index: Int) -> (operation: RecordedOperation, end: Int)?
  {
    bytes.withUnsafeBytes { RecordedOperation.read($0[index...]) }
  }

  private func operation(_ recorded: RecordedOperation) -> Operation {
    linked[recorded.program].program.code[recorded.position]
  }

  // MARK: Joining

  /// Texts and fragments one after the other: a fragment if one of them is markup.
  mutating func joined(_ parts: [Node], by separator: Node?) throws(Fault) -> Node {
    let isMarkup = separator?.isMarkup == true || parts.contains(where: \.isMarkup)
    var bytes: [UInt8] = []
    for (index, part) in parts.enumerated() {
      if index > 0, let separator {
        bytes += isMarkup ? try piece(separator) : try self.bytes(of: separator, escaped: false)
      }
      bytes += isMarkup ? try piece(part) : try self.bytes(of: part, escaped: false)
    }
    try limit(bytes.count)
    var text = makeString(bytes: bytes, isMarkup: isMarkup)
    // All pieces were printed as the dialect prints them: they need not be looked at again.
    if isMarkup { text.flags.insert(.rendered) }
    return text
  }

  /// A text or fragment as it is printed beside fragments.
  private mutating func piece(_ part: Node) throws(Fault) -> [UInt8] {
    let printed = try printedText(part)
    // Where markup is transformed, a text stands in a run of its place, which is not known here.
    guard environment.dialect.markup == nil || isFragment(part) || printed.isEmpty else {
      throw Fault(
        .type, id: "markup-operation", "Word 文档里，带格式的内容不能和文字「\(text(of: part).excerpt)」连成一个值",
        help: "在模板里并排写：{{ … }}文字{{ … }}")
    }
    return printed
  }

  // MARK: Characters

  /// Whether a string is markup that an XML template printed.
  @inline(__always)
  func isFragment(_ node: Node) -> Bool { node.flags.contains(.rendered) && environment.dialect.isStructured }

  /// The characters of a fragment, its markup left out, and what is printed elsewhere.
  func fragmentCharacters(of node: Node) -> String {
    var characters: [UInt8] = []
    scan(node) { piece in
      if case .characters(let run) = piece { characters += run }
    }
    return characters.referencesResolved
  }

  /// Goes through what a fragment prints where it is printed.
  private func scan(_ node: Node, _ visit: (MarkupScan.Piece) -> Void) {
    var scan = MarkupScan(rawBytes(node)[...])
    var elsewhere = 0
    while let piece = scan.next() {
      guard case .operation(let recorded) = piece else {
        if elsewhere == 0 { visit(piece) }
        continue
      }
      switch operation(recorded).code {
      case .fillBegin, .streamBegin: elsewhere += 1
      case .fillEnd, .streamEnd: elsewhere -= 1
      default: break
      }
    }
  }

  /// Whether a fragment holds elements: what does not can be printed wherever a text can.
  func holdsElements(_ node: Node) -> Bool {
    rawBytes(node).contains { $0 == UInt8(ascii: "<") || $0 == RecordedOperation.mark }
  }

  /// Whether one of the elements of a fragment is a block.
  func holdsBlocks(_ node: Node) -> Bool {
    var holdsBlock = false
    scan(node) { piece in
      if case .tag(let tag) = piece, environment.dialect.blockNames.contains(tag.elementName) {
        holdsBlock = true
      }
    }
    return holdsBlock
  }

  /// The markup of a fragment, without what was recorded in it.
  func fragmentMarkup(of node: Node) -> String {
    let bytes = Array(rawBytes(node))
    var markup: [UInt8] = []
    var position = 0
    while position < bytes.count {
      let next = bytes[position...].firstIndex(of: RecordedOperation.mark) ?? bytes.count
      markup += bytes[position..<next]
      position = Self.operation(in: bytes, at: next)?.end ?? bytes.count
    }
    return String(decoding: markup, as: UTF8.self)
  }

  // MARK: Refusals

  /// What may be done with a fragment; `StructureCheck` knows the same names.
  static let fragmentFilters: Set<String> = [
    "default", "join", "striptags", "string", "length", "safe", "escape", "forceescape",
  ]

  func refuseFragment(_ node: Node, by filter: Filter) throws(Fault) {
    guard isFragment(node), !Self.fragmentFilters.contains(filter.names[0]) else { return }
    throw markupOperation(node, "用「\(filter.names[0])」处理")
  }

  // The operation is said as it is in the message: 「比较」.
  func refuseFragment(_ node: Node, _ operation: String) throws(Fault) {
    if isFragment(node) { throw markupOperation(node, operation) }
  }

  private func markupOperation(_ node: Node, _ operation: String) -> Fault {
    Fault(
      .type, id: "markup-operation", "「\(fragmentBrief(node))」是带格式的内容，不能\(operation)",
      help: "先用「striptags」取它的文字")
  }

  /// The beginning of a fragment's characters.
  func fragmentBrief(_ node: Node) -> String {
    let characters = fragmentCharacters(of: node)
    return characters.count > 24 ? characters.prefix(24) + "…" : characters
  }
}

extension [UInt8] {
  /// The characters that UTF-8 with character references stands for.
  var referencesResolved: String { DecodedText(of: self, in: SourceRange(0, count)).string }
}

extension Operation {
  /// How many values the operation takes from the stack, if it is one of the structure.
  fileprivate var operandCount: Int {
    switch code {
    case .relationship: 1
    case .gridCell: (k & 1 == 0 ? 0 : 1) + (k & 2 == 0 ? 0 : 1)
    case .pictureBegin: 1 + (k & 1 == 0 ? 0 : 1) + (k & 2 == 0 ? 0 : 1)
    default: 0
    }
  }
}

extension Node {
  /// A value of the rendering as it is kept in a fragment: it lives as long.
  fileprivate static let storedSize = MemoryLayout<Node>.size

  fileprivate var storedBytes: [UInt8] { withUnsafeBytes(of: self) { Array($0) } }

  fileprivate init(storedBytes bytes: ArraySlice<UInt8>) {
    self = bytes.withUnsafeBytes { $0.loadUnaligned(as: Node.self) }
  }
}
