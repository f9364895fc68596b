// What names mean outside of any local scope: a template's own assignments over the data over the globals.

/// The names of one running template.
struct Context {
  /// Where to look next, or -1.
  var parent = -1
  /// The data: a record or a mapping, or `missing`.
  var data = Node.missing
  /// What the template has assigned at its top level, as symbols of the machine.
  var names: [UInt32] = []
  var values: [Node] = []
  var exported: [UInt32] = []
  /// The blocks of the template, then those of its parents.
  var blocks: [BlockLink] = []

  /// Forgets its names.
  mutating func forget() {
    names.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
  }

  mutating func set(_ name: UInt32, _ value: Node) {
    if let index = names.firstIndex(of: name) {
      values[index] = value
    } else {
      names.append(name)
      values.append(value)
    }
  }
}

/// A block in a chain of inheritance; the first of a name is the one that is printed.
struct BlockLink: BitwiseCopyable {
  let name: UInt32
  let program: Int
  let function: Int
}

/// A program that a machine has made its own: its constants and names have the machine's numbers.
struct LinkedProgram {
  let program: Program
  /// Where its constants, its names, and its inline caches begin.
  let constants: Int
  let symbols: [UInt32]
  let caches: Int
  let blocks: [BlockLink]
  /// The slots of the program and of all that it refers to, once they were asked for.
  var askedSlots: [UInt32]?
}

/// Where a field was found the last time, for records of one shape.
struct InlineCache: BitwiseCopyable {
  /// The shape's number plus 1; 0 for none.
  var shape: UInt32 = 0
  /// The field's place, or `UInt32.max` where the shape has no such field.
  var slot: UInt32 = 0
}
