// Codable view models straight into a document: no dictionaries, keys guessed by what followed the last one.

/// A value that is written as an exact decimal: templates print it as it is and never round it by accident.
public protocol EncodedAsDecimal: Encodable {
  /// Digits with a sign and a point: `-12.50`.
  var decimalText: String { get }
}

/// A value with its derivation: it is encoded as an object whose first field is what templates print and
/// compute with.
public protocol EncodedAsFigure: Encodable {}

/// A text that is markup already.
public protocol EncodedAsMarkup: Encodable {
  var markup: String { get }
}

/// Encodes values as documents. One encoder may encode many; their records share shapes, and so do renderers'
/// caches. ``Decimal`` stays an exact decimal; integers of any width stay integers.
///
///     var encoder = ValueEncoder()
///     let document = try encoder.document(encoding: report)
public struct ValueEncoder: Sendable {
  private var builder = DocumentBuilder()
  private var kinds = EncodedKinds()

  /// An encoder; one a task, for its buffers are used again.
  public init() {}

  /// Encodes a value; the fields of its root are the names that templates use.
  public mutating func document(encoding value: some Encodable) throws -> Document {
    let sink = EncodingSink(builder: builder, kinds: kinds)
    let root = try sink.node(of: value)
    let document = sink.builder.document(root: root)
    builder = sink.builder
    kinds = sink.kinds
    return document
  }
}

/// Which types are encoded in a way of their own; asked once a type.
struct EncodedKinds: Sendable {
  enum Kind: Sendable { case ordinary, decimal, figure, markup, image }

  private var known: [ObjectIdentifier: Kind] = [:]

  mutating func kind<Value>(of type: Value.Type) -> Kind {
    if let known = known[ObjectIdentifier(type)] { return known }
    let kind: Kind =
      type is any EncodedAsDecimal.Type
      ? .decimal
      : type is any EncodedAsFigure.Type
        ? .figure
        : type is any EncodedAsMarkup.Type ? .markup : type is any EncodedAsImage.Type ? .image : .ordinary
    known[ObjectIdentifier(type)] = kind
    return kind
  }
}

/// Where one encoding collects its nodes.
final class EncodingSink {
  var builder: DocumentBuilder
  var kinds: EncodedKinds
  /// How deep values stand in each other.
  private var depth = 0

  static let maximumDepth = 512

  init(builder: DocumentBuilder, kinds: EncodedKinds) {
    self.builder = builder
    self.kinds = kinds
  }

  func node<Value: Encodable>(of value: Value) throws -> Node {
    let kind = kinds.kind(of: Value.self)
    switch kind {
    case .decimal:
      guard let value = value as? any EncodedAsDecimal else { break }
      return builder.decimal(text: value.decimalText)
    case .markup:
      guard let value = value as? any EncodedAsMarkup else { break }
      return builder.string(value.markup, isMarkup: true)
    case .image:
      guard let value = value as? any EncodedAsImage else { break }
      return builder.image(value.image)
    case .figure, .ordinary: break
    }
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else {
      throw EncodingError.invalidValue(value, .init(codingPath: [], debugDescription: "值嵌套太深"))
    }
    let box = EncodedBox()
    try value.encode(to: BoxEncoder(sink: self, box: box))
    box.isFigure = kind == .figure
    return box.node(self)
  }

  func node(ofInteger value: some BinaryInteger) -> Node {
    Int(exactly: value).map { Node.int($0) } ?? builder.bigInteger(digits: String(value))
  }

  func node(ofText value: String) -> Node { builder.string(value) }
}

/// A value under construction.
final class EncodedBox {
  enum Item {
    case node(Node)
    case box(EncodedBox)
  }

  private enum Content { case nothing, single(Item), record, list }

  private var content = Content.nothing
  private(set) var items: [Item] = []
  private var keys: [Node.KeyID] = []
  var isFigure = false

  func becomeRecord() { if case .nothing = content { content = .record } }
  func becomeList() { if case .nothing = content { content = .list } }
  func set(_ item: Item) { content = .single(item) }
  func append(_ item: Item) { items.append(item) }

  func append(_ name: String, _ item: Item, _ sink: EncodingSink) {
    let key = sink.builder.key(name, after: keys.last)
    if let twin = keys.firstIndex(of: key) {
      items[twin] = item
    } else {
      keys.append(key)
      items.append(item)
    }
  }

  func node(_ sink: EncodingSink) -> Node {
    func resolved(_ item: Item) -> Node {
      switch item {
      case .node(let node): node
      case .box(let box): box.node(sink)
      }
    }
    switch content {
    case .nothing: return sink.builder.record([])
    case .single(let item): return resolved(item)
    case .record: return sink.builder.record(keys[...], items.map(resolved)[...], isFigure: isFigure)
    case .list: return sink.builder.list(items.map(resolved))
    }
  }
}
