// The standard library's encoding protocols over boxes.

struct BoxEncoder: Encoder {
  let sink: EncodingSink
  let box: EncodedBox

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    box.becomeRecord()
    return KeyedEncodingContainer(KeyedBox<Key>(sink: sink, box: box))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    box.becomeList()
    return UnkeyedBox(sink: sink, box: box)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { SingleBox(sink: sink, box: box) }
}

private struct KeyedBox<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let sink: EncodingSink
  let box: EncodedBox

  var codingPath: [any CodingKey] { [] }

  private func add(_ node: Node, _ key: Key) { box.append(key.stringValue, .node(node), sink) }

  mutating func encodeNil(forKey key: Key) { add(.none, key) }
  mutating func encode(_ value: Bool, forKey key: Key) { add(.bool(value), key) }
  mutating func encode(_ value: String, forKey key: Key) { add(sink.node(ofText: value), key) }
  mutating func encode(_ value: Double, forKey key: Key) { add(.float(value), key) }
  mutating func encode(_ value: Float, forKey key: Key) { add(.float(Double(value)), key) }
  mutating func encode(_ value: Int, forKey key: Key) { add(.int(value), key) }
  mutating func encode(_ value: Int8, forKey key: Key) { add(.int(Int(value)), key) }
  mutating func encode(_ value: Int16, forKey key: Key) { add(.int(Int(value)), key) }
  mutating func encode(_ value: Int32, forKey key: Key) { add(.int(Int(value)), key) }
  mutating func encode(_ value: Int64, forKey key: Key) { add(.int(Int(value)), key) }
  mutating func encode(_ value: UInt, forKey key: Key) { add(sink.node(ofInteger: value), key) }
  mutating func encode(_ value: UInt8, forKey key: Key) { add(.int(Int(value)), key) }
  mutating func encode(_ value: UInt16, forKey key: Key) { add(.int(Int(value)), key) }
  mutating func encode(_ value: UInt32, forKey key: Key) { add(.int(Int(value)), key) }
  mutating func encode(_ value: UInt64, forKey key: Key) { add(sink.node(ofInteger: value), key) }
  mutating func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    add(try sink.node(of: value), key)
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    let inner = EncodedBox()
    inner.becomeRecord()
    box.append(key.stringValue, .box(inner), sink)
    return KeyedEncodingContainer(KeyedBox<Nested>(sink: sink, box: inner))
  }

  mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    let inner = EncodedBox()
    inner.becomeList()
    box.append(key.stringValue, .box(inner), sink)
    return UnkeyedBox(sink: sink, box: inner)
  }

  mutating func superEncoder() -> any Encoder { superEncoder(named: "super") }
  mutating func superEncoder(forKey key: Key) -> any Encoder { superEncoder(named: key.stringValue) }

  private func superEncoder(named name: String) -> any Encoder {
    let inner = EncodedBox()
    box.append(name, .box(inner), sink)
    return BoxEncoder(sink: sink, box: inner)
  }
}

private struct UnkeyedBox: UnkeyedEncodingContainer {
  let sink: EncodingSink
  let box: EncodedBox

  var codingPath: [any CodingKey] { [] }
  var count: Int { box.items.count }

  private func add(_ node: Node) { box.append(.node(node)) }

  mutating func encodeNil() { add(.none) }
  mutating func encode(_ value: Bool) { add(.bool(value)) }
  mutating func encode(_ value: String) { add(sink.node(ofText: value)) }
  mutating func encode(_ value: Double) { add(.float(value)) }
  mutating func encode(_ value: Float) { add(.float(Double(value))) }
  mutating func encode(_ value: Int) { add(.int(value)) }
  mutating func encode(_ value: Int8) { add(.int(Int(value))) }
  mutating func encode(_ value: Int16) { add(.int(Int(value))) }
  mutating func encode(_ value: Int32) { add(.int(Int(value))) }
  mutating func encode(_ value: Int64) { add(.int(Int(value))) }
  mutating func encode(_ value: UInt) { add(sink.node(ofInteger: value)) }
  mutating func encode(_ value: UInt8) { add(.int(Int(value))) }
  mutating func encode(_ value: UInt16) { add(.int(Int(value))) }
  mutating func encode(_ value: UInt32) { add(.int(Int(value))) }
  mutating func encode(_ value: UInt64) { add(sink.node(ofInteger: value)) }
  mutating func encode<Value: Encodable>(_ value: Value) throws { add(try sink.node(of: value)) }

  mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<
    Nested
  > {
    let inner = EncodedBox()
    inner.becomeRecord()
    box.append(.box(inner))
    return KeyedEncodingContainer(KeyedBox<Nested>(sink: sink, box: inner))
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    let inner = EncodedBox()
    inner.becomeList()
    box.append(.box(inner))
    return UnkeyedBox(sink: sink, box: inner)
  }

  mutating func superEncoder() -> any Encoder {
    let inner = EncodedBox()
    box.append(.box(inner))
    return BoxEncoder(sink: sink, box: inner)
  }
}

private struct SingleBox: SingleValueEncodingContainer {
  let sink: EncodingSink
  let box: EncodedBox

  var codingPath: [any CodingKey] { [] }

  private func set(_ node: Node) { box.set(.node(node)) }

  mutating func encodeNil() { set(.none) }
  mutating func encode(_ value: Bool) { set(.bool(value)) }
  mutating func encode(_ value: String) { set(sink.node(ofText: value)) }
  mutating func encode(_ value: Double) { set(.float(value)) }
  mutating func encode(_ value: Float) { set(.float(Double(value))) }
  mutating func encode(_ value: Int) { set(.int(value)) }
  mutating func encode(_ value: Int8) { set(.int(Int(value))) }
  mutating func encode(_ value: Int16) { set(.int(Int(value))) }
  mutating func encode(_ value: Int32) { set(.int(Int(value))) }
  mutating func encode(_ value: Int64) { set(.int(Int(value))) }
  mutating func encode(_ value: UInt) { set(sink.node(ofInteger: value)) }
  mutating func encode(_ value: UInt8) { set(.int(Int(value))) }
  mutating func encode(_ value: UInt16) { set(.int(Int(value))) }
  mutating func encode(_ value: UInt32) { set(.int(Int(value))) }
  mutating func encode(_ value: UInt64) { set(sink.node(ofInteger: value)) }
  mutating func encode<Value: Encodable>(_ value: Value) throws { set(try sink.node(of: value)) }
}
