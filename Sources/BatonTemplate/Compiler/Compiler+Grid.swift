// Tables whose columns are counted while they are printed.

import BatonDiagnostics

extension Compiler {
  func compileGrid(_ instruction: Instruction, _ frame: Frame, _ range: SourceRange) throws(TemplateError) {
    switch instruction {
    case .grid(let bits, let body):
      builder.emit(.gridBegin, a: Int(bits.value), b: Int(bits.mask), range)
      try compile(body, frame.opening(.gridEnd))
      builder.emit(.gridEnd, range)
    case .gridColumn(let width):
      let (kind, value) = width.operands
      builder.emit(.gridColumn, k: kind, a: value, range)
    case .gridColumns: builder.emit(.gridColumns, range)
    case .gridGroupEnd: builder.emit(.gridGroupEnd, range)
    case .gridRow(let open, let body, let close):
      builder.emit(.gridRowBegin, range)
      builder.emit(.markBegin, range)
      try compile(open, frame)
      builder.emit(.markBegin, range)
      try compile(body, frame.opening(.markEnd).opening(.markEnd))
      let jump = builder.emit(.markEnd, k: 1, range)
      builder.emit(.gridRowEnd, range)
      try compile(close, frame)
      builder.patch(jump, to: builder.label())
      builder.emit(.markEnd, k: 2, range)
    case .gridRowTail: builder.emit(.gridRowTail, range)
    case .gridCell(let columns, let rows, let range):
      if let columns { try compile(columns, frame) }
      if let rows { try compile(rows, frame) }
      builder.emit(.gridCell, k: (columns == nil ? 0 : 1) | (rows == nil ? 0 : 2), range)
    default: preconditionFailure("an instruction that is not about tables")
    }
  }
}

extension ColumnWidth {
  /// The width as operands of an operation.
  var operands: (kind: Int, value: Int) {
    switch self {
    case .share: (0, 0)
    case .fixed(let value): (1, value)
    case .percent(let value): (2, value)
    }
  }

  init(kind: UInt8, value: Int) {
    switch kind {
    case 1: self = .fixed(value)
    case 2: self = .percent(value)
    default: self = .share
    }
  }
}
