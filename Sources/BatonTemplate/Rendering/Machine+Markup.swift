// Printing markup that came in as data, in dialects that transform it: read, lowered for the place it stands in,
// and printed at once. A tree of data has no names, so that it needs no program of its own.

import BatonDiagnostics

extension Machine {
  /// Prints a value that says it is markup, where the dialect makes something of elements.
  ///
  /// - Returns: Whether it did; what holds no element is printed like any other value.
  @inline(never)
  mutating func printMarkup(_ value: Node, _ program: Int, _ position: Int) throws(Fault) -> Bool {
    guard let printing = environment.dialect.markup, !value.flags.contains(.rendered) else { return false }
    let text = text(of: value)
    guard text.utf8.contains(UInt8(ascii: "<")),
      let place = linked[program].program.markupPlace(at: position)
    else { return false }
    if isRecording {
      record([value], program, position)
      return true
    }
    let markup: MarkupValue
    do throws(MarkupValue.Fault) {
      markup = try MarkupValue(text)
    } catch {
      throw Fault(.value, id: "bad-markup", "值不是可以直接使用的标记：\(error.message)")
    }
    let register = contextRegister & ~place.context.mask | place.context.value
    guard let lowered = printing.lower(markup, place.position, register) else {
      throw Fault(
        .value, id: "markup-kind", "「\(text.excerpt)」这样的标记不能放在这里", help: "段落、列表、表格要单独成段：<p>{{ … }}</p>")
    }
    if lowered.replacesParagraph { out.truncateFromLast(Array(printing.paragraphStart.utf8)) }
    try printTree(lowered.nodes)
    return true
  }

  /// Prints lowered nodes that hold values only.
  private mutating func printTree(_ nodes: [TemplateNode]) throws(Fault) {
    for node in nodes {
      switch node {
      case .text(let text): out.append(text.characters)
      case .instruction(let instruction): try printTree(instruction)
      case .element, .output, .block, .tag: preconditionFailure("a tag in markup that came in as data")
      }
    }
  }

  private mutating func printTree(_ instruction: Instruction) throws(Fault) {
    switch instruction {
    case .unlessEmpty(let open, let body, let close):
      let start = out.count
      try printTree(open)
      let inner = out.count
      try printTree(body)
      if out.count == inner {
        out.truncate(to: start)
        streams.dropSlots(from: start)
      } else {
        try printTree(close)
      }
    case .orElse(let body, let fallback):
      let start = out.count
      try printTree(body)
      if out.count == start { try printTree(fallback) }
    case .stream(let name, let isNew, let body):
      streamBegin(symbol(of: name.rawValue), isNew: isNew)
      try printTree(body)
      streamEnd()
    case .nextNumber(let name): out.append(streams.nextNumber(symbol(of: name.rawValue)))
    case .lastNumber(let name, let offset):
      out.append(streams.lastNumber(symbol(of: name.rawValue)) + offset)
    case .relationship(let kind, let target):
      stack.append(makeString(target.fixedText))
      try emitRelationship(kind: kind.rawValue)
    case .container(_, _, let body), .picturing(let body): try printTree(body)
    case .pictureGap: break
    case .grid, .gridColumn, .gridColumns, .gridGroupEnd, .gridRow, .gridRowTail, .gridCell:
      try printGrid(instruction)
    default: preconditionFailure("an instruction that no markup asks for")
    }
  }

  private mutating func printGrid(_ instruction: Instruction) throws(Fault) {
    switch instruction {
    case .grid(let bits, let body):
      try runGrid(Operation(code: .gridBegin, a: bits.value, b: bits.mask))
      try printTree(body)
      try runGrid(Operation(code: .gridEnd))
    case .gridRow(let open, let body, let close):
      try runGrid(Operation(code: .gridRowBegin))
      let start = out.count
      try printTree(open)
      let inner = out.count
      try printTree(body)
      guard out.count > inner else {
        out.truncate(to: start)
        return streams.dropSlots(from: start)
      }
      try runGrid(Operation(code: .gridRowEnd))
      try printTree(close)
    case .gridCell(let columns, let rows, _):
      if let columns { stack.append(.int(Int(columns.fixedText) ?? 0)) }
      if let rows { stack.append(.int(Int(rows.fixedText) ?? 0)) }
      try runGrid(Operation(code: .gridCell, k: (columns == nil ? 0 : 1) | (rows == nil ? 0 : 2)))
    case .gridColumn(let width):
      let (kind, value) = width.operands
      try runGrid(Operation(code: .gridColumn, k: UInt8(kind), a: UInt32(value)))
    case .gridColumns: try runGrid(Operation(code: .gridColumns))
    case .gridRowTail: try runGrid(Operation(code: .gridRowTail))
    default: try runGrid(Operation(code: .gridGroupEnd))
    }
  }
}

extension Expression {
  /// The text of a literal: all that an expression in markup can be.
  fileprivate var fixedText: String {
    switch kind {
    case .literal(.string(let text)), .literal(.integer(let text)): text
    default: preconditionFailure("an expression in markup that came in as data")
    }
  }
}
