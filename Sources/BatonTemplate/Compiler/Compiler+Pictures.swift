// Pictures and what holds them.

import BatonDiagnostics

extension Compiler {
  func compilePicture(_ instruction: Instruction, _ frame: Frame, _ range: SourceRange) throws(TemplateError)
  {
    switch instruction {
    case .picture(let request, let body):
      try compile(request.source, frame)
      if let width = request.width { try compile(width, frame) }
      if let height = request.height { try compile(height, frame) }
      builder.emit(
        .pictureBegin,
        k: (request.width == nil ? 0 : 1) | (request.height == nil ? 0 : 2) | (request.isInline ? 4 : 0),
        a: Int(request.context.value), b: Int(request.context.mask), request.range)
      try compile(body, frame.opening(.pictureEnd))
      builder.emit(.pictureEnd, range)
    case .pictureValue(let value): builder.emit(.pictureValue, k: Int(value.rawValue), range)
    case .ifVector(let body):
      let jump = builder.emit(.jumpUnlessVector, range)
      try compile(body, frame)
      land([jump], range)
    case .container(let share, let bits, let body):
      builder.emit(
        .containerBegin, k: share == nil ? 0 : 1, a: Int(bits.value), b: Int(bits.mask), c: share ?? 0, range)
      try compile(body, frame.opening(.containerEnd))
      builder.emit(.containerEnd, range)
    case .picturing(let body):
      builder.emit(.picturingBegin, range)
      try compile(body, frame.opening(.picturingEnd))
      builder.emit(.picturingEnd, range)
    case .pictureGap: builder.emit(.pictureGap, range)
    default: preconditionFailure("an instruction that is not about pictures")
    }
  }
}
