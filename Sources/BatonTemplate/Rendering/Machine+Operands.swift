// What the interpreter's loop takes its operands by.

extension Machine {
  /// `literal|format(value)` the long way.
  mutating func format(_ value: Node, by literal: Node, filter: Int) throws(Fault) -> Node {
    var arguments = Arguments()
    arguments[0] = literal
    arguments.rest = makeList([value])
    return try library.filters[filter].apply(&self, arguments)
  }

  /// Pops items that were pushed in order.
  mutating func popLast(_ count: Int) -> [Node] {
    let items = Array(stack[(stack.count - count)...])
    stack.removeLast(count)
    return items
  }

  /// A slot of a frame some levels out.
  func outerValue(_ frame: Int, levels: Int, slot: Int) throws(Fault) -> Node {
    var frame = frame
    for _ in 0..<levels { frame = slots[frame].integer }
    return slots[frame + slot]
  }
}

extension EmitMode {
  init(bits: UInt8) { self = EmitMode(rawValue: bits) ?? .plain }
}

extension Node {
  /// The number of a float or an integer.
  var fixedOperand: Double { tag == .float ? double : Double(integer) }
}
