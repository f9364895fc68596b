// Builds documents from the leaves up: children first, so that those of one parent stand side by side.

/// Makes documents. One builder may make many, one after another; their records share shapes.
package struct DocumentBuilder: Sendable {
  private var nodes: [Node] = []
  private var bytes: [UInt8] = []
  private var shapes: [Shape] = []
  private var images: [Image] = []
  private var keyBytes: [UInt8] = []
  private var shapeIDs: [[Node.KeyID]: UInt32] = [:]
  private var keyIDs: [[UInt8]: Node.KeyID] = [:]
  private var keys: [Node] = []
  /// Which key came after each one last (the first entry: at the beginning of a record); -1 for none.
  private var followers: [Int32] = []
  private var frozen = ShapeTable()

  package init() {}

  // MARK: Leaves

  package mutating func string(_ text: String, isMarkup: Bool = false) -> Node {
    var text = text
    return text.withUTF8 { string(UnsafeRawBufferPointer($0), isMarkup: isMarkup) }
  }

  package mutating func string(_ text: UnsafeRawBufferPointer, isMarkup: Bool = false) -> Node {
    leaf(.string, text, flags: isMarkup ? .markup : [])
  }

  /// A picture: a text that stands for it.
  package mutating func image(_ image: Image) -> Node {
    images.append(image)
    var node = string("image:\(images.count - 1)")
    node.flags.insert(.image)
    return node
  }

  /// An integer beyond 64 bits: its decimal digits, with a minus where it is negative.
  package mutating func bigInteger(digits: String) -> Node { leaf(.bigInt, digits) }

  /// An exact decimal by its canonical text.
  package mutating func decimal(text: String) -> Node { leaf(.decimal, text) }

  private mutating func leaf(_ tag: Node.Tag, _ text: String) -> Node {
    var text = text
    return text.withUTF8 { leaf(tag, UnsafeRawBufferPointer($0), flags: []) }
  }

  private mutating func leaf(_ tag: Node.Tag, _ text: UnsafeRawBufferPointer, flags: Node.Flags) -> Node {
    let start = bytes.count
    bytes.append(contentsOf: text)
    return Node(tag, .document, flags: flags, count: UInt32(text.count), bits: UInt64(start))
  }

  // MARK: Branches

  package mutating func list(_ items: [Node]) -> Node {
    Node(.list, .document, count: UInt32(items.count), bits: place(of: items))
  }

  package mutating func list(_ items: ArraySlice<Node>) -> Node {
    Node(.list, .document, count: UInt32(items.count), bits: place(of: items))
  }

  /// Stores children and says where. What is empty takes a place too: a value is told from another by its
  /// place when a template changes it.
  private mutating func place(of children: some Collection<Node>) -> UInt64 {
    defer {
      nodes.append(contentsOf: children)
      if children.isEmpty { nodes.append(.missing) }
    }
    return UInt64(nodes.count)
  }

  /// A record. Keys must differ from each other.
  package mutating func record(
    _ keys: ArraySlice<Node.KeyID>, _ values: ArraySlice<Node>, isFigure: Bool = false
  ) -> Node {
    precondition(keys.count == values.count, "a record has one value a key")
    let start = place(of: values)
    return Node(.record, .document, flags: isFigure ? .figure : [], count: shape(of: keys), bits: start)
  }

  package mutating func record(_ fields: [(String, Node)], isFigure: Bool = false) -> Node {
    var ids: [Node.KeyID] = []
    for (name, _) in fields { ids.append(key(name)) }
    return record(ids[...], fields.map(\.1)[...], isFigure: isFigure)
  }

  // MARK: Keys and shapes

  package mutating func key(_ name: String) -> Node.KeyID {
    key(bytes: Array(name.utf8))
  }

  package mutating func key(bytes: [UInt8]) -> Node.KeyID {
    if let known = keyIDs[bytes] { return known }
    let id = Node.KeyID(rawValue: UInt32(keys.count))
    keys.append(Node(.string, .keys, count: UInt32(bytes.count), bits: UInt64(keyBytes.count)))
    keyBytes.append(contentsOf: bytes)
    keyIDs[bytes] = id
    return id
  }

  /// A key, guessed by what followed the key before it the last time: records of one kind repeat.
  package mutating func key(_ name: String, after previous: Node.KeyID?) -> Node.KeyID {
    var name = name
    return name.withUTF8 { key(UnsafeRawBufferPointer($0), after: previous) }
  }

  package mutating func key(_ text: UnsafeRawBufferPointer, after previous: Node.KeyID?) -> Node.KeyID {
    let place = previous.map { Int($0.rawValue) + 1 } ?? 0
    if place < followers.count, followers[place] >= 0 {
      let guess = Node.KeyID(rawValue: UInt32(followers[place]))
      if isKey(guess, text) { return guess }
    }
    let key = key(bytes: Array(text))
    while followers.count <= max(place, Int(key.rawValue) + 1) { followers.append(-1) }
    followers[place] = Int32(key.rawValue)
    return key
  }

  /// Whether a text is that of a key.
  private func isKey(_ id: Node.KeyID, _ text: UnsafeRawBufferPointer) -> Bool {
    let node = keys[Int(id.rawValue)]
    guard node.byteCount == text.count else { return false }
    return keyBytes.withUnsafeBytes { all in
      guard let base = all.baseAddress else { return text.isEmpty }
      return bytesEqual(base + node.offset, text.baseAddress, text.count)
    }
  }

  private mutating func shape(of keys: ArraySlice<Node.KeyID>) -> UInt32 {
    let list = Array(keys)
    if let known = shapeIDs[list] { return known }
    let id = UInt32(shapes.count)
    let keyNodes = list.map { self.keys[Int($0.rawValue)] }
    shapes.append(Shape(keys: keyNodes, index: index(of: keyNodes)))
    shapeIDs[list] = id
    return id
  }

  private func index(of keyNodes: [Node]) -> [UInt32] {
    guard keyNodes.count > ShapeTable.indexedLength else { return [] }
    var size = 32
    while size < keyNodes.count * 2 { size *= 2 }
    var index = [UInt32](repeating: 0, count: size)
    keyBytes.withUnsafeBytes { all in
      for (slot, key) in keyNodes.enumerated() {
        let text = UnsafeRawBufferPointer(rebasing: all[key.offset..<(key.offset + key.byteCount)])
        var probe = Int(truncatingIfNeeded: ShapeTable.hash(text)) & (size - 1)
        while index[probe] != 0 { probe = (probe + 1) & (size - 1) }
        index[probe] = UInt32(slot + 1)
      }
    }
    return index
  }

  // MARK: Documents

  /// Ends a document; the builder starts the next one with the shapes it knows.
  package mutating func document(root: Node) -> Document {
    if frozen.shapes.count != shapes.count || frozen.bytes.count != keyBytes.count {
      frozen = ShapeTable(lineage: frozen.lineage, shapes: shapes, bytes: PaddedBytes(keyBytes))
    }
    defer {
      nodes.removeAll(keepingCapacity: true)
      bytes.removeAll(keepingCapacity: true)
      images.removeAll()
    }
    return Document(nodes: nodes, bytes: bytes, shapes: frozen, images: images, root: root)
  }

  func emptyDocument() -> Document {
    var builder = self
    let root = builder.record([])
    return builder.document(root: root)
  }
}

extension Node {
  /// A key that a builder knows.
  package struct KeyID: Hashable, BitwiseCopyable, Sendable {
    let rawValue: UInt32
  }
}
