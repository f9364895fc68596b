// Swift values as documents: what templates are rendered with when the host has types of its own.

/// Encodes values as documents. Keys keep the order in which they are encoded; `nil` that is encoded is none.
///
///     var encoder = ValueEncoder()
///     let document = try encoder.document(encoding: ["单位": "县教育局"])
///
/// ``Decimal`` stays an exact decimal; integers of any width stay integers.
public struct ValueEncoder: Sendable {
  private var builder = DocumentBuilder()

  public init() {}

  /// Encodes a whole value. Documents made by one encoder share what they know about shapes.
  ///
  /// - Throws: What the value's own `encode(to:)` throws.
  public mutating func document(encoding value: some Encodable) throws -> Document {
    let slot = EncodedSlot()
    try slot.encode(value, path: [])
    return builder.document(root: slot.node(&builder))
  }
}

/// The place that one value is encoded into; a reference, because containers outlive the call that opens them.
final class EncodedSlot {
  private enum Content {
    /// Nothing was encoded: a value without fields.
    case nothing
    case leaf(Node)
    case text(String)
    case digits(String)
    case decimal(Decimal)
    case list([EncodedSlot])
    case record([(name: String, slot: EncodedSlot)])
  }

  private var content = Content.nothing

  /// Makes the value's node, its children first.
  func node(_ builder: inout DocumentBuilder) -> Node {
    switch content {
    case .nothing: return builder.record([])
    case .leaf(let node): return node
    case .text(let text): return builder.string(text)
    case .digits(let digits): return builder.bigInteger(digits: digits)
    case .decimal(let decimal): return builder.decimal(text: decimal.description)
    case .list(let slots):
      var nodes: [Node] = []
      nodes.reserveCapacity(slots.count)
      for slot in slots { nodes.append(slot.node(&builder)) }
      return builder.list(nodes)
    case .record(let fields):
      var nodes: [(String, Node)] = []
      nodes.reserveCapacity(fields.count)
      for (name, slot) in fields { nodes.append((name, slot.node(&builder))) }
      return builder.record(nodes)
    }
  }

  // MARK: Encoding

  func encode(_ value: some Encodable, path: [any CodingKey]) throws {
    switch value {
    case let text as String: content = .text(text)
    case let integer as Int: content = .leaf(.int(integer))
    case let decimal as Decimal: content = .decimal(decimal)
    default: try value.encode(to: SlotEncoder(slot: self, codingPath: path))
    }
  }

  func encodeNone() { content = .leaf(.none) }
  func encode(_ value: Bool) { content = .leaf(.bool(value)) }
  func encode(_ value: Double) { content = .leaf(.float(value)) }
  func encode(_ value: String) { content = .text(value) }

  func encode(_ value: some BinaryInteger) {
    content = Int(exactly: value).map { .leaf(.int($0)) } ?? .digits(String(value))
  }

  // MARK: Opening containers

  /// Makes this a record unless it is one already: a type and its superclass may share one.
  func becomeRecord() {
    if case .record = content { return }
    content = .record([])
  }

  func becomeList() {
    if case .list = content { return }
    content = .list([])
  }

  /// The slot of a field: a new one, or the one that was encoded before under the same name.
  func field(_ name: String) -> EncodedSlot {
    guard case .record(var fields) = content else { preconditionFailure("a field outside a record") }
    if let known = fields.first(where: { $0.name == name }) { return known.slot }
    content = .nothing
    let slot = EncodedSlot()
    fields.append((name, slot))
    content = .record(fields)
    return slot
  }

  /// The slot of the next item.
  func item() -> EncodedSlot {
    guard case .list(var slots) = content else { preconditionFailure("an item outside a list") }
    content = .nothing
    let slot = EncodedSlot()
    slots.append(slot)
    content = .list(slots)
    return slot
  }

  var itemCount: Int { if case .list(let slots) = content { slots.count } else { 0 } }
}
