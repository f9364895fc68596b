// What a value is while a template runs: sixteen trivial bytes that point into an arena. Copying one costs
// no reference count, so the renderer can pass values about as if they were integers.

/// A value, as an index. What it points at is read through the ``Machine`` that runs the template.
package struct Node: BitwiseCopyable, Sendable {
  package var tag: Tag
  package var arena: Arena
  package var flags: Flags
  /// Bytes of a string, children of a list, the shape of a record …
  package var count: UInt32
  /// The number itself, or where in its arena the value begins.
  package var bits: UInt64

  package init(_ tag: Tag, _ arena: Arena = .none, flags: Flags = [], count: UInt32 = 0, bits: UInt64 = 0) {
    self.tag = tag
    self.arena = arena
    self.flags = flags
    self.count = count
    self.bits = bits
  }

  package enum Tag: UInt8, BitwiseCopyable, Sendable {
    /// No value at all: an argument that was not given, a variable that was never set.
    case missing
    case undefined
    case none
    case bool
    /// 64 bits, signed.
    case int
    /// Beyond 64 bits: decimal digits in an arena.
    case bigInt
    case float
    /// An exact decimal: its text in an arena.
    case decimal
    case string
    case list
    case tuple
    /// A mapping with the keys of a shape, immutable.
    case record
    /// A mapping made while rendering.
    case map
    /// `range(…)`: three integers in the scratch arena.
    case range
    /// Something with behaviour: macro, namespace, loop, module …; an index into the machine's objects.
    case object
    /// A captured variable (never seen by a filter).
    case cell
  }

  /// Which store the value points into.
  package enum Arena: UInt8, BitwiseCopyable, Sendable {
    case none, document, scratch, constants, keys
  }

  package struct Flags: OptionSet, BitwiseCopyable, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }
    /// A string that is markup already: not escaped again.
    package static let markup = Flags(rawValue: 1)
    /// A record that prints and computes as its first field: a figure with its derivation.
    package static let figure = Flags(rawValue: 2)
    /// Markup that a template printed itself: it need not be looked at again.
    package static let rendered = Flags(rawValue: 32)
    /// A list where Jinja has a generator (`map`, `select` …): it has no length and no index.
    package static let generator = Flags(rawValue: 4)
    /// An undefined value that may be printed in strict mode too: an `if` without `else`.
    package static let lenient = Flags(rawValue: 8)
    /// An undefined value that stands for an attribute of the host: using it is refused.
    package static let forbidden = Flags(rawValue: 16)
    /// A pair of `groupby`: its items are `grouper` and `list` too.
    package static let group = Flags(rawValue: 64)
    /// What `keys()`, `values()` and `items()` of a mapping give: it has a length, but no index.
    package static let keysView = Flags(rawValue: 128)
    package static let valuesView = Flags(rawValue: 256)
    package static let itemsView = Flags(rawValue: 512)
    /// A text that stands for an image of the document.
    package static let image = Flags(rawValue: 1024)
    /// The lists that are none in Jinja: without index, methods and JSON, equal to no list.
    package static let unindexed: Flags = [.generator, .keysView, .valuesView, .itemsView]
  }
}

extension Node {
  package static let missing = Node(.missing)
  package static let none = Node(.none)
  package static func bool(_ value: Bool) -> Node { Node(.bool, bits: value ? 1 : 0) }
  package static func int(_ value: Int) -> Node { Node(.int, bits: UInt64(bitPattern: Int64(value))) }
  package static func float(_ value: Double) -> Node { Node(.float, bits: value.bitPattern) }

  /// The integer of an `int` or a `bool`; meaningless for other tags.
  package var integer: Int { Int(Int64(bitPattern: bits)) }
  /// The number of a `float`; meaningless for other tags.
  package var double: Double { Double(bitPattern: bits) }

  package var isMissing: Bool { tag == .missing }
  package var isUndefined: Bool { tag == .undefined }
  package var isNone: Bool { tag == .none }
  package var isString: Bool { tag == .string }
  package var isMarkup: Bool { tag == .string && flags.contains(.markup) }
  /// `int`, `bool` and integers beyond 64 bits.
  package var isInteger: Bool { tag == .int || tag == .bool || tag == .bigInt }
  package var isNumber: Bool { isInteger || tag == .float || tag == .decimal }
  package var isSequence: Bool { tag == .list || tag == .tuple || tag == .range }
  /// A list that has an index, methods and a form in JSON.
  package var isPlainList: Bool { tag == .list && flags.isDisjoint(with: .unindexed) }
  package var isMapping: Bool { tag == .record || tag == .map }

  package var offset: Int { Int(truncatingIfNeeded: bits) }
  package var byteCount: Int { Int(count) }
}
