// The keys of records, kept once. A record is its values in a row and the number of its shape, so that a
// template site which has seen the shape before finds a field without looking at the key.

/// The ordered keys of a record.
struct Shape: Sendable {
  /// Strings in the table's key bytes, in the order of the record's values.
  let keys: [Node]
  /// Open addressing over the keys' hashes, for shapes too long to look through; empty for short ones.
  let index: [UInt32]
}

/// All shapes of a document, immutable. Documents built one after another by one builder share a lineage: ids
/// given once stay what they are, so caches outlive a document.
final class ShapeTable: Sendable {
  final class Lineage: Sendable {}

  let lineage: Lineage
  let shapes: [Shape]
  let bytes: PaddedBytes

  init(lineage: Lineage = Lineage(), shapes: [Shape] = [], bytes: PaddedBytes = .empty) {
    self.lineage = lineage
    self.shapes = shapes
    self.bytes = bytes
  }

  static let indexedLength = 12

  static func hash(_ key: UnsafeRawBufferPointer) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in key { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash ^ (hash >> 29)
  }

  /// The place of a key in a shape.
  func slot(of key: UnsafeRawBufferPointer, in shapeID: Int) -> Int? {
    let shape = shapes[shapeID]
    if shape.index.isEmpty {
      return shape.keys.firstIndex { matches($0, key) }
    }
    let mask = shape.index.count - 1
    var probe = Int(truncatingIfNeeded: Self.hash(key)) & mask
    while shape.index[probe] != 0 {
      let slot = Int(shape.index[probe]) - 1
      if matches(shape.keys[slot], key) { return slot }
      probe = (probe + 1) & mask
    }
    return nil
  }

  private func matches(_ node: Node, _ key: UnsafeRawBufferPointer) -> Bool {
    node.byteCount == key.count
      && bytesEqual(bytes.base + node.offset, key.baseAddress, key.count)
  }
}

/// Whether two stretches of memory hold the same bytes.
@inline(__always)
func bytesEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer?, _ count: Int) -> Bool {
  guard let right else { return count == 0 }
  var index = 0
  while index + 8 <= count {
    if left.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      != right.loadUnaligned(fromByteOffset: index, as: UInt64.self)
    {
      return false
    }
    index += 8
  }
  while index < count {
    if left.load(fromByteOffset: index, as: UInt8.self) != right.load(fromByteOffset: index, as: UInt8.self) {
      return false
    }
    index += 1
  }
  return true
}
