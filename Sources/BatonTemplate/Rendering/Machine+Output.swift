// Printing values: plain, escaped as markupsafe does it, or by the rule of a place.

extension Machine {
  @inline(__always)
  mutating func emit(_ value: Node, _ mode: EmitMode, place: UInt8) throws(Fault) {
    switch mode {
    case .escaped: try emitEscaped(value)
    case .plain: try emitPlain(value)
    case .dynamic: if autoescapes { try emitEscaped(value) } else { try emitPlain(value) }
    case .place: try emit(value, in: place)
    }
  }

  func escapes(_ mode: EmitMode) -> Bool {
    switch mode {
    case .plain: false
    case .escaped, .place: true
    case .dynamic: autoescapes
    }
  }

  private mutating func emitPlain(_ value: Node) throws(Fault) {
    switch value.tag {
    case .string:
      let bytes = rawBytes(value)
      if let base = bytes.baseAddress { out.append(base, bytes.count) }
    case .int: out.append(value.integer)
    default: out.append(try str(value))
    }
  }

  private mutating func emitEscaped(_ value: Node) throws(Fault) {
    switch value.tag {
    case .string:
      let bytes = rawBytes(value)
      guard let base = bytes.baseAddress else { return }
      if value.isMarkup { out.append(base, bytes.count) } else { out.appendEscaped(base, bytes.count) }
    case .int: out.append(value.integer)
    case .undefined: out.appendEscaped(try str(value))
    default:
      let value = plain(value)
      if value.tag == .string { try emitEscaped(value) } else { out.appendEscaped(try str(value)) }
    }
  }

  /// A number with some places, as Python's `%.kf` writes it.
  mutating func makeFixed(_ value: Double, places: Int) -> Node {
    let start = scratchBytes.count
    scratchBytes.appendFixed(value, places: places)
    return scratchText(.string, from: start)
  }
}
