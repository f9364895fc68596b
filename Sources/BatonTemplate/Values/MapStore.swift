// A mapping made while rendering: ordered by insertion, any hashable key.

/// Keys and values in order, and an index once there are many. Equality of keys is the machine's.
package struct MapStore {
  package var keys: [Node] = []
  package var values: [Node] = []
  /// Hashes beside the keys, compared first.
  var hashes: [UInt64] = []
  /// Slots by hash; built once the mapping is long.
  var index: [UInt64: [Int]] = [:]

  static let indexedLength = 12

  package init() {}

  package var count: Int { keys.count }

  mutating func append(_ key: Node, hash: UInt64, _ value: Node) {
    keys.append(key)
    values.append(value)
    hashes.append(hash)
    if !index.isEmpty {
      index[hash, default: []].append(keys.count - 1)
    } else if keys.count > Self.indexedLength {
      reindex()
    }
  }

  mutating func remove(at slot: Int) {
    keys.remove(at: slot)
    values.remove(at: slot)
    hashes.remove(at: slot)
    index = [:]
    if keys.count > Self.indexedLength { reindex() }
  }

  private mutating func reindex() {
    index.reserveCapacity(hashes.count)
    for (slot, hash) in hashes.enumerated() { index[hash, default: []].append(slot) }
  }
}
