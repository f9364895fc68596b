// The standard library's side of encoding: encoders and containers over slots.

/// What a value's `encode(to:)` is given.
struct SlotEncoder: Encoder {
  let slot: EncodedSlot
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    slot.becomeRecord()
    return KeyedEncodingContainer(RecordContainer<Key>(slot: slot, codingPath: codingPath))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    slot.becomeList()
    return ListContainer(slot: slot, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    ValueContainer(slot: slot, codingPath: codingPath)
  }
}

private struct RecordContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let slot: EncodedSlot
  let codingPath: [any CodingKey]

  private func field(_ key: some CodingKey) -> EncodedSlot { slot.field(key.stringValue) }

  mutating func encodeNil(forKey key: Key) { field(key).encodeNone() }
  mutating func encode(_ value: Bool, forKey key: Key) { field(key).encode(value) }
  mutating func encode(_ value: String, forKey key: Key) { field(key).encode(value) }
  mutating func encode(_ value: Double, forKey key: Key) { field(key).encode(value) }
  mutating func encode(_ value: Float, forKey key: Key) { field(key).encode(Double(value)) }
  mutating func encode(_ value: Int, forKey key: Key) { field(key).encode(value) }
  mutating func encode(_ value: Int8, forKey key: Key) { field(key).encode(value) }
  mutating func encode(_ value: Int16, forKey key: Key) { field(key).encode(value) }
  mutating func encode(_ value: Int32, forKey key: Key) { field(key).encode(value) }
  mutating func encode(_ value: Int64, forKey key: Key) { field(key).encode(value) }
  mutating func encode(_ value: UInt, forKey key: Key) { field(key).encode(value) }
  mutating func encode(_ value: UInt8, forKey key: Key) { field(key).encode(value) }
  mutating func encode(_ value: UInt16, forKey key: Key) { field(key).encode(value) }
  mutating func encode(_ value: UInt32, forKey key: Key) { field(key).encode(value) }
  mutating func encode(_ value: UInt64, forKey key: Key) { field(key).encode(value) }

  mutating func encode(_ value: some Encodable, forKey key: Key) throws {
    try field(key).encode(value, path: codingPath + [key])
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    encoder(of: key).container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    encoder(of: key).unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder {
    SlotEncoder(slot: slot.field("super"), codingPath: codingPath)
  }

  mutating func superEncoder(forKey key: Key) -> any Encoder { encoder(of: key) }

  private func encoder(of key: Key) -> SlotEncoder {
    SlotEncoder(slot: field(key), codingPath: codingPath + [key])
  }
}

private struct ListContainer: UnkeyedEncodingContainer {
  let slot: EncodedSlot
  let codingPath: [any CodingKey]
  var count: Int { slot.itemCount }

  mutating func encodeNil() { slot.item().encodeNone() }

  mutating func encode(_ value: some Encodable) throws {
    try slot.item().encode(value, path: codingPath)
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    encoder().container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { encoder().unkeyedContainer() }
  mutating func superEncoder() -> any Encoder { encoder() }

  private func encoder() -> SlotEncoder { SlotEncoder(slot: slot.item(), codingPath: codingPath) }
}

private struct ValueContainer: SingleValueEncodingContainer {
  let slot: EncodedSlot
  let codingPath: [any CodingKey]

  mutating func encodeNil() { slot.encodeNone() }
  mutating func encode(_ value: Bool) { slot.encode(value) }
  mutating func encode(_ value: String) { slot.encode(value) }
  mutating func encode(_ value: Double) { slot.encode(value) }
  mutating func encode(_ value: Float) { slot.encode(Double(value)) }
  mutating func encode(_ value: Int) { slot.encode(value) }
  mutating func encode(_ value: Int8) { slot.encode(value) }
  mutating func encode(_ value: Int16) { slot.encode(value) }
  mutating func encode(_ value: Int32) { slot.encode(value) }
  mutating func encode(_ value: Int64) { slot.encode(value) }
  mutating func encode(_ value: UInt) { slot.encode(value) }
  mutating func encode(_ value: UInt8) { slot.encode(value) }
  mutating func encode(_ value: UInt16) { slot.encode(value) }
  mutating func encode(_ value: UInt32) { slot.encode(value) }
  mutating func encode(_ value: UInt64) { slot.encode(value) }
  mutating func encode(_ value: some Encodable) throws { try slot.encode(value, path: codingPath) }
}
