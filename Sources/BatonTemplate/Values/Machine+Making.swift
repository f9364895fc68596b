// Making values: everything new lives in the scratch arena and ends with the rendering.

extension Machine {
  package mutating func makeString(_ text: String, isMarkup: Bool = false) -> Node {
    let start = scratchBytes.count
    scratchBytes.append(text)
    return scratchText(.string, from: start, isMarkup: isMarkup)
  }

  package mutating func makeString(bytes: [UInt8], isMarkup: Bool = false) -> Node {
    let start = scratchBytes.count
    scratchBytes.append(bytes)
    return scratchText(.string, from: start, isMarkup: isMarkup)
  }

  /// An exact decimal by its canonical text.
  package mutating func makeDecimal(text: String) -> Node {
    let start = scratchBytes.count
    scratchBytes.append(text)
    return scratchText(.decimal, from: start)
  }

  package mutating func makeList(_ items: [Node], isGenerator: Bool = false) -> Node {
    lists.append(items)
    return Node(.list, .scratch, flags: isGenerator ? .generator : [], bits: UInt64(lists.count - 1))
  }

  /// What a mapping's `keys()`, `values()` or `items()` is.
  mutating func makeView(_ items: [Node], _ kind: Node.Flags) -> Node {
    var view = makeList(items)
    view.flags.insert(kind)
    return view
  }

  package mutating func makeTuple(_ items: [Node]) -> Node {
    let start = scratchNodes.count
    scratchNodes.append(contentsOf: items)
    return Node(.tuple, .scratch, count: UInt32(items.count), bits: UInt64(start))
  }

  /// A mapping; a key that comes twice keeps its place and takes the later value.
  package mutating func makeMap(_ entries: [(key: Node, value: Node)] = []) throws(Fault) -> Node {
    maps.append(MapStore())
    let node = Node(.map, .scratch, bits: UInt64(maps.count - 1))
    for entry in entries { try setValue(entry.value, of: entry.key, in: node) }
    return node
  }

  /// Sets a key of a mapping.
  package mutating func setValue(_ value: Node, of key: Node, in mapping: Node) throws(Fault) {
    let map = try changeable(mapping)
    let hash = try hash(of: key)
    if let slot = try slot(of: key, hash, in: maps[map.offset]) {
      maps[map.offset].values[slot] = value
    } else {
      maps[map.offset].append(key, hash: hash, value)
    }
  }

  /// Removes a key of a mapping, and says what it held.
  package mutating func removeValue(of key: Node, in mapping: Node) throws(Fault) -> Node? {
    let map = try changeable(mapping)
    guard let slot = try slot(of: key, try hash(of: key), in: maps[map.offset]) else { return nil }
    let value = maps[map.offset].values[slot]
    maps[map.offset].remove(at: slot)
    return value
  }

  /// Changes the items of a list.
  package mutating func updateList(
    _ list: Node, _ change: (inout [Node]) throws(Fault) -> Void
  ) throws(Fault) {
    let number = try changeable(list).offset
    try change(&lists[number])
  }

  package mutating func makeRange(from start: Int, to stop: Int, by step: Int) -> Node {
    let first = scratchNodes.count
    scratchNodes.append(contentsOf: [.int(start), .int(stop), .int(step)])
    return Node(.range, .scratch, count: 3, bits: UInt64(first))
  }

  package mutating func makeObject(_ object: MachineObject) -> Node {
    objects.append(object)
    return Node(.object, .scratch, bits: UInt64(objects.count - 1))
  }

  /// A value that is not there: what was asked for, and of what (`nil`: of the context).
  package mutating func makeUndefined(_ name: Node, of owner: Node? = nil) -> Node {
    let start = scratchNodes.count
    scratchNodes.append(name)
    scratchNodes.append(owner ?? .missing)
    return Node(.undefined, .scratch, count: 2, bits: UInt64(start))
  }

  /// Bytes appended to the scratch arena since `start`, as a text.
  func scratchText(_ tag: Node.Tag, from start: Int, isMarkup: Bool = false) -> Node {
    Node(
      tag, .scratch, flags: isMarkup ? .markup : [], count: UInt32(scratchBytes.count - start),
      bits: UInt64(start))
  }
}
