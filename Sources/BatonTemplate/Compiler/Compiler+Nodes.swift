// Text and outputs.

import BatonDiagnostics

extension Compiler {
  func compile(_ nodes: [TemplateNode], _ frame: Frame) throws(TemplateError) {
    for node in nodes { try compile(node, frame) }
  }

  private func compile(_ node: TemplateNode, _ frame: Frame) throws(TemplateError) {
    switch node {
    case .text(let text):
      printing(frame, text.range) { builder.emitText(text.characters, text.range) }
    case .output(let output):
      try printing(frame, output.range) { () throws(TemplateError) in try compileOutput(output, frame) }
    case .tag(let tag): try compile(tag, frame)
    case .block(let block): try compile(block, frame)
    case .instruction(let instruction): try compile(instruction, frame)
    case .element(let element):
      preconditionFailure("element 「\(element.name)」 was not lowered")
    }
  }

  /// Emits code that prints, unless the template extends another.
  func printing<Failure: Error>(
    _ frame: Frame, _ range: SourceRange, _ emit: () throws(Failure) -> Void
  ) throws(Failure) {
    guard frame.checksExtends else { return try emit() }
    if surelyExtends { return }
    guard extendsCount > 0 else { return try emit() }
    let jump = builder.emit(.jumpIfExtended, b: Self.parentSlot, range)
    try emit()
    builder.patch(jump, to: builder.label())
  }

  func compileOutput(_ output: TemplateNode.Output, _ frame: Frame) throws(TemplateError) {
    let mode = output.place == .plain ? frame.escaping : .place
    let start = builder.position
    try emitValue(output.expression, mode: mode, place: output.place, frame, output.range)
    if let place = output.markup { builder.markupPlaces.append((start..<builder.position, place)) }
  }

  /// Evaluates and prints.
  func emitValue(
    _ expression: Expression, mode: EmitMode, place: OutputPlace, _ frame: Frame, _ range: SourceRange
  ) throws(TemplateError) {
    switch expression.kind {
    case .literal(.string(let text)) where mode == .plain || (mode == .escaped && !text.needsEscape):
      builder.emitText(text, range)
    case .call(let callee, let arguments):
      try compileCall(callee, arguments, printing: (mode, place), frame, expression.range)
    case .attribute(of: let base, name: let name, _) where !Self.methodNames.contains(name):
      let operand = try compileFieldBase(base, frame)
      switch operand {
      case .slot(let slot):
        builder.emit(
          .emitSlotField, k: Int(mode.rawValue) | Int(place.rawValue) << 4, s: slot, a: builder.name(name),
          b: builder.string(name), c: builder.site(), expression.range)
      case .stack:
        builder.emit(.field, a: builder.string(name), c: builder.site(), expression.range)
        builder.emit(.emit, k: Int(mode.rawValue), s: Int(place.rawValue), expression.range)
      }
    default:
      if let fixed = try compileFixedOperand(expression, frame) {
        builder.emit(
          .emitFixed, k: fixed.places, s: Int(mode.rawValue) | Int(place.rawValue) << 4, a: fixed.filter,
          b: fixed.literal, expression.range)
        return
      }
      try compile(expression, frame)
      builder.emit(.emit, k: Int(mode.rawValue), s: Int(place.rawValue), expression.range)
    }
  }

  enum FieldBase {
    case slot(Int)
    case stack
  }

  /// The object of `object.field`: a slot of this frame where it is one, else the stack.
  func compileFieldBase(_ base: Expression, _ frame: Frame) throws(TemplateError) -> FieldBase {
    if case .name(let name) = base.kind, let owner = frame.scope.owner(of: name),
      owner.function === frame.function,
      case .slot(let slot) = owner.reference(name), slot < Int(UInt16.max),
      case .parameter = owner.loads[name]
    {
      return .slot(slot)
    }
    try compile(base, frame)
    return .stack
  }
}

extension Compiler.Frame {
  /// The frame inside of something that a jump out of the loop must close.
  func opening(_ cleanup: Operation.Code) -> Self {
    var frame = self
    frame.cleanups.append(cleanup)
    return frame
  }
}

extension String {
  /// Whether a character of it would be escaped.
  var needsEscape: Bool { utf8.contains { [0x26, 0x3C, 0x3E, 0x22, 0x27].contains($0) } }
}
