// Looking into a document from outside: what a host needs to pick a part and render with it.

extension Document {
  /// A value of a document.
  public struct Value: Sendable {
    package let document: Document
    package let node: Node

    /// A field of an object.
    public subscript(name: String) -> Value? {
      guard node.tag == .record else { return nil }
      var name = name
      return name.withUTF8 { text in
        document.shapes.slot(of: UnsafeRawBufferPointer(text), in: Int(node.count)).map {
          Value(document: document, node: document.nodes[node.offset + $0])
        }
      }
    }

    /// The names of an object's fields, in order; empty for other values.
    public var names: [String] {
      guard node.tag == .record else { return [] }
      return document.shapes.shapes[Int(node.count)].keys.map { key in
        String(
          decoding: UnsafeRawBufferPointer(
            start: document.shapes.bytes.base + key.offset, count: key.byteCount),
          as: UTF8.self)
      }
    }

    /// The items of a list; empty for other values.
    public var items: [Value] {
      guard node.tag == .list else { return [] }
      return document.nodes[node.offset..<(node.offset + node.byteCount)].map {
        Value(document: document, node: $0)
      }
    }

    /// A whole number that fits an `Int`; `nil` for other values.
    public var integer: Int? { node.tag == .int ? node.integer : nil }

    /// A truth value; `nil` for other values.
    public var bool: Bool? { node.tag == .bool ? node.integer == 1 : nil }

    /// A text; `nil` for other values.
    public var text: String? {
      guard node.tag == .string else { return nil }
      return String(
        decoding: UnsafeRawBufferPointer(start: document.bytes.base + node.offset, count: node.byteCount),
        as: UTF8.self)
    }
  }

  /// The document's own value.
  public var value: Value { Value(document: self, node: root) }
}
