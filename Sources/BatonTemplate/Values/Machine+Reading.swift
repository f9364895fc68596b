// Reading values: what filters, tests and functions ask of a node.

extension Machine {
  /// The bytes of a string, a `bigInt` or a `decimal`. The pointer must not outlive the next change of the machine.
  @inline(__always)
  func rawBytes(_ node: Node) -> UnsafeRawBufferPointer {
    let base: UnsafeRawPointer
    let limit: Int
    switch node.arena {
    case .document: (base, limit) = (document.bytes.base, document.bytes.count)
    case .keys: (base, limit) = (document.shapes.bytes.base, document.shapes.bytes.count)
    case .constants: (base, limit) = (UnsafeRawPointer(constantBytes.base), constantBytes.count)
    case .scratch, .none: (base, limit) = (UnsafeRawPointer(scratchBytes.base), scratchBytes.count)
    }
    let (offset, length) = (node.offset, node.byteCount)
    precondition(offset >= 0 && offset + length <= limit, "a text outside its arena")
    return UnsafeRawBufferPointer(start: base + offset, count: length)
  }

  /// The text of a string, a `bigInt` or a `decimal` node.
  package func text(of node: Node) -> String {
    String(decoding: rawBytes(node), as: UTF8.self)
  }

  /// The UTF-8 bytes of a string node.
  package func utf8(of node: Node) -> [UInt8] { Array(rawBytes(node)) }

  /// The items of a list, tuple or range; the keys of a mapping; the characters of a string as strings.
  ///
  /// - Throws: `wrong-type` for what cannot be iterated.
  package mutating func items(of node: Node) throws(Fault) -> [Node] {
    let node = current(node)
    switch node.tag {
    case .list where node.arena == .scratch: return lists[node.offset]
    case .list, .tuple: return slice(node, count: node.byteCount)
    case .record: return keys(of: node)
    case .map: return maps[node.offset].keys
    case .range: return range(of: node).map { Node.int($0) }
    case .string where isFragment(node): return characters(of: makeString(fragmentCharacters(of: node)))
    case .string: return characters(of: node)
    case .undefined:
      try refuseStrictUndefined(node)
      return []
    default:
      throw Fault.type("\(typeName(of: node))「\(brief(node))」不能逐项读取")
    }
  }

  /// How many items ``items(of:)`` gives, without making them; `nil` for what has no length.
  package func itemCount(of node: Node) -> Int? {
    let node = current(node)
    return switch node.tag {
    case .list where node.arena == .scratch: lists[node.offset].count
    case .list, .tuple: node.byteCount
    case .record: document.shapes.shapes[Int(node.count)].keys.count
    case .map: maps[node.offset].count
    case .range: range(of: node).count
    case .string: characterCount(of: node)
    default: nil
    }
  }

  /// One item of a list, tuple or range by its index from 0; must be in range.
  package func item(_ index: Int, of node: Node) -> Node {
    let node = current(node)
    switch node.tag {
    case .list where node.arena == .scratch: return lists[node.offset][index]
    case .range: return .int(range(of: node)[index])
    default:
      precondition(index >= 0 && index < node.byteCount, "an item outside its list")
      return node.arena == .document
        ? document.nodes[node.offset + index]
        : node.arena == .constants ? constantNodes[node.offset + index] : scratchNodes[node.offset + index]
    }
  }

  private func slice(_ node: Node, count: Int) -> [Node] {
    let range = node.offset..<(node.offset + count)
    switch node.arena {
    case .document: return Array(document.nodes[range])
    case .constants: return Array(constantNodes[range])
    default: return Array(scratchNodes[range])
    }
  }

  // MARK: Mappings

  /// The keys of a mapping, in order.
  package func keys(of node: Node) -> [Node] {
    let node = current(node)
    return node.tag == .record ? document.shapes.shapes[Int(node.count)].keys : maps[node.offset].keys
  }

  /// The values of a mapping, in order.
  package func values(of node: Node) -> [Node] {
    let node = current(node)
    return node.tag == .record
      ? slice(node, count: document.shapes.shapes[Int(node.count)].keys.count) : maps[node.offset].values
  }

  /// The value of a key in a mapping.
  ///
  /// - Throws: `wrong-type` for a key that cannot be one (a list, a mapping).
  package func value(of key: Node, in mapping: Node) throws(Fault) -> Node? {
    let mapping = current(mapping)
    if mapping.tag == .record {
      guard key.tag == .string else {
        _ = try hash(of: key)
        return nil
      }
      return field(rawBytes(key), of: mapping)
    }
    let hash = try hash(of: key)
    let store = maps[mapping.offset]
    return try slot(of: key, hash, in: store).map { store.values[$0] }
  }

  /// The value of a text key in a mapping.
  package mutating func value(named name: String, in mapping: Node) -> Node? {
    let mapping = current(mapping)
    var name = name
    if mapping.tag == .record {
      return name.withUTF8 { field(UnsafeRawBufferPointer($0), of: mapping) }
    }
    let store = maps[mapping.offset]
    for (slot, key) in store.keys.enumerated() where key.tag == .string && text(of: key) == name {
      return store.values[slot]
    }
    return nil
  }

  func field(_ key: UnsafeRawBufferPointer, of record: Node) -> Node? {
    guard let slot = document.shapes.slot(of: key, in: Int(record.count)) else { return nil }
    return document.nodes[record.offset + slot]
  }

  func slot(of key: Node, _ hash: UInt64, in store: MapStore) throws(Fault) -> Int? {
    if !store.index.isEmpty {
      for slot in store.index[hash] ?? [] where try equals(store.keys[slot], key) { return slot }
      return nil
    }
    for slot in store.keys.indices where store.hashes[slot] == hash {
      if try equals(store.keys[slot], key) { return slot }
    }
    return nil
  }

  // MARK: Others

  /// The value a figure stands for; any other value is itself.
  @inline(__always)
  package func plain(_ node: Node) -> Node {
    node.tag == .record && node.flags.contains(.figure) ? document.nodes[node.offset] : node
  }

  /// A `range` object's numbers.
  package func range(of node: Node) -> IntegerRange {
    let start = scratchNodes[node.offset].integer
    let stop = scratchNodes[node.offset + 1].integer
    let step = scratchNodes[node.offset + 2].integer
    return IntegerRange(start: start, stop: stop, step: step)
  }

  /// How many code points a string has.
  package func characterCount(of node: Node) -> Int {
    if isFragment(node) { return fragmentCharacters(of: node).unicodeScalars.count }
    return rawBytes(node).reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
  }

  /// Every code point of a string as a string of its own.
  private func characters(of node: Node) -> [Node] {
    let bytes = rawBytes(node)
    var result: [Node] = []
    var start = 0
    while start < bytes.count {
      var end = start + 1
      while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
      var character = node
      character.bits += UInt64(start)
      character.count = UInt32(end - start)
      character.flags = []
      result.append(character)
      start = end
    }
    return result
  }
}
