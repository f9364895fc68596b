// The structure's instructions. Where they jump to an operation of the structure stands: what a capture records
// is replayed from one to the other.

import BatonDiagnostics

extension Compiler {
  func compile(_ instruction: Instruction, _ frame: Frame) throws(TemplateError) {
    let range = instruction.bodies.joined().first?.sourceRange ?? SourceRange(0, 0)
    switch instruction {
    case .unlessEmpty(let open, let body, let close):
      try compileMarked(1, open, body, close, frame, range)
    case .unlessBlock(let open, let body, let close):
      try compileMarked(4, open, body, close, frame, range)
    case .orElse(let body, let fallback):
      builder.emit(.markBegin, range)
      try compile(body, frame.opening(.markEnd))
      let jump = builder.emit(.markEnd, k: 3, range)
      try compile(fallback, frame)
      land([jump], range)
    case .identifier(let role, let body):
      builder.emit(.markBegin, range)
      try compile(body, frame.opening(.markEnd))
      builder.emit(.identifierEnd, k: Int(role.rawValue), range)
    case .stream(let name, let isNew, let body):
      builder.emit(.streamBegin, k: isNew ? 1 : 0, a: builder.name(name.rawValue), range)
      try compile(body, frame.opening(.streamEnd))
      builder.emit(.streamEnd, range)
    case .slot, .fill, .append, .echo, .unechoed, .drain, .whereAsked:
      try compileSlot(instruction, frame, range)
    case .once(let name, let body):
      let jump = builder.emit(.jumpUnlessFirst, b: builder.name(name.rawValue), range)
      try compile(body, frame)
      land([jump], range)
    case .atEnd(let body):
      let jump = builder.emit(.jumpUnlessMain, range)
      try compile(body, frame)
      land([jump], range)
    case .nextNumber(let name): builder.emit(.nextNumber, a: builder.name(name.rawValue), range)
    case .lastNumber(let name, let offset):
      builder.emit(.lastNumber, a: builder.name(name.rawValue), b: builder.constant(.int(offset)), range)
    case .setNumber(let name, .constant(let value)):
      builder.emit(.setNumber, a: builder.name(name.rawValue), b: builder.constant(.int(value)), range)
    case .setNumber(let name, .last(let other)):
      builder.emit(.copyNumber, a: builder.name(name.rawValue), b: builder.name(other.rawValue), range)
    case .relationship(let kind, let target):
      try compile(target, frame)
      builder.emit(.relationship, k: Int(kind.rawValue), target.range)
    case .relationshipToStream(let name):
      builder.emit(.relationshipToStream, a: builder.name(name.rawValue), range)
    case .inContext(let bits, let body):
      builder.emit(.contextBegin, a: Int(bits.value), b: Int(bits.mask), range)
      try compile(body, frame.opening(.contextEnd))
      builder.emit(.contextEnd, range)
    case .raisingContext(let change, let body):
      builder.emit(.contextRaise, a: Int(change.step), b: Int(change.mask), c: Int(change.limit), range)
      try compile(body, frame.opening(.contextEnd))
      builder.emit(.contextEnd, range)
    case .byContext(let mask, let cases, let otherwise):
      try compileByContext(mask, cases, otherwise, frame, range)
    case .counted(let name, let body):
      builder.emit(.countBegin, a: builder.name(name.rawValue), range)
      try compile(body, frame.opening(.countEnd))
      builder.emit(.countEnd, range)
    case .currentNumber(let name): builder.emit(.currentNumber, a: builder.name(name.rawValue), range)
    case .picture, .pictureValue, .ifVector, .container, .picturing, .pictureGap:
      try compilePicture(instruction, frame, range)
    case .grid, .gridColumn, .gridColumns, .gridGroupEnd, .gridRow, .gridRowTail, .gridCell:
      try compileGrid(instruction, frame, range)
    }
  }

  /// Marks where `open` and `body` begin; what the body printed decides whether they stay.
  private func compileMarked(
    _ kind: Int, _ open: [TemplateNode], _ body: [TemplateNode], _ close: [TemplateNode], _ frame: Frame,
    _ range: SourceRange
  ) throws(TemplateError) {
    builder.emit(.markBegin, range)
    try compile(open, frame)
    builder.emit(.markBegin, range)
    try compile(body, frame.opening(.markEnd).opening(.markEnd))
    let jump = builder.emit(.markEnd, k: kind, range)
    try compile(close, frame)
    builder.patch(jump, to: builder.label())
    builder.emit(.markEnd, k: 2, range)
  }

  private func compileSlot(
    _ instruction: Instruction, _ frame: Frame, _ range: SourceRange
  ) throws(TemplateError) {
    switch instruction {
    case .slot(let name):
      builder.slots.append(builder.name(name.rawValue))
      builder.emit(.slot, a: builder.name(name.rawValue), range)
    case .whereAsked(let name, let body):
      let jump = builder.emit(.jumpUnlessAsked, b: builder.name(name.rawValue), range)
      try compile(body, frame)
      land([jump], range)
    case .fill(let name, let body): try compileFill(name, body, isAdded: false, frame, range)
    case .append(let name, let body): try compileFill(name, body, isAdded: true, frame, range)
    case .drain(let name): builder.emit(.drain, a: builder.name(name.rawValue), range)
    case .unechoed(let body):
      builder.emit(.markBegin, range)
      try compile(body, frame.opening(.markEnd))
      builder.emit(.unechoedEnd, range)
    case .echo(let name, let open, let body, let close):
      builder.emit(.echoBegin, b: builder.name(name.rawValue), range)
      try compile(body, frame.opening(.markEnd))
      let jump = builder.emit(.echoEnd, b: builder.name(name.rawValue), range)
      builder.emit(.fillBegin, a: builder.name(name.rawValue), range)
      try compile(open, frame)
      builder.emit(.echo, range)
      try compile(close, frame)
      builder.emit(.fillEnd, k: 1, range)
      land([jump], range)
    default: preconditionFailure("an instruction without a slot")
    }
  }

  private func compileFill(
    _ name: SlotName, _ body: [TemplateNode], isAdded: Bool, _ frame: Frame, _ range: SourceRange
  ) throws(TemplateError) {
    builder.emit(.fillBegin, a: builder.name(name.rawValue), range)
    try compile(body, frame.opening(.fillEnd))
    builder.emit(.fillEnd, k: isAdded ? 1 : 0, range)
  }

  private func compileByContext(
    _ mask: UInt32, _ cases: [ContextCase], _ otherwise: [TemplateNode], _ frame: Frame, _ range: SourceRange
  ) throws(TemplateError) {
    var ends: [Int] = []
    for (index, branch) in cases.enumerated() {
      let jump = builder.emit(.jumpUnlessContext, b: Int(mask), c: Int(branch.value), range)
      try compile(branch.body, frame)
      ends.append(builder.emit(.contextCaseEnd, range))
      builder.patch(jump, to: builder.label())
      if index == cases.count - 1, !otherwise.isEmpty { builder.emit(.landing, range) }
    }
    try compile(otherwise, frame)
    land(ends, range)
  }

  /// Makes jumps lead here.
  func land(_ jumps: [Int], _ range: SourceRange) {
    let target = builder.label()
    builder.emit(.landing, range)
    for jump in jumps { builder.patch(jump, to: target) }
  }
}
