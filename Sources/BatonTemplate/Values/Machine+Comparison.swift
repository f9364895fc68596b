// Equality, order, hash and truth, as Python has them: numbers compare across types, strings by code point.

import BigInt

extension Machine {
  // MARK: Truth

  /// Whether a value counts as true.
  ///
  /// - Throws: `undefined-value` in strict mode.
  package func isTrue(_ node: Node) throws(Fault) -> Bool {
    switch node.tag {
    case .bool, .int: return node.bits != 0
    case .string: return node.count != 0 && (!isFragment(node) || !fragmentCharacters(of: node).isEmpty)
    case .none: return false
    case .undefined:
      try refuseStrictUndefined(node)
      return false
    case .missing: return false
    case .float: return node.double != 0
    case .bigInt: return true
    case .decimal: return text(of: node).utf8.contains { (0x31...0x39).contains($0) }
    case .record where node.flags.contains(.figure): return try isTrue(plain(node))
    case .list where node.flags.contains(.generator): return true
    case .list, .tuple, .record, .map, .range: return (itemCount(of: node) ?? 0) > 0
    case .object, .cell: return true
    }
  }

  // MARK: Equality

  package func equals(_ left: Node, _ right: Node, depth: Int = 0) throws(Fault) -> Bool {
    let left = plain(left)
    let right = plain(right)
    if left.isUndefined || right.isUndefined {
      if left.isUndefined { try refuseStrictUndefined(left) }
      if right.isUndefined { try refuseStrictUndefined(right) }
      return left.isUndefined && right.isUndefined
    }
    if left.tag == .string, right.tag == .string {
      let (one, other) = (rawBytes(left), rawBytes(right))
      return one.count == other.count && one.elementsEqual(other)
    }
    if left.isNumber, right.isNumber { return compareNumbers(left, right) == .equal }
    if left.tag == .range || right.tag == .range {
      return left.tag == right.tag && range(of: left) == range(of: right)
    }
    if left.tag == .list, right.tag == .list, left.flags.union(right.flags).contains(.generator) {
      return left.bits == right.bits && left.arena == right.arena
    }
    guard depth < 200 else { throw Fault(.recursion, "值套得太深，不能比较") }
    if left.isSequence, left.tag == right.tag {
      guard left.flags.intersection(.unindexed) == right.flags.intersection(.unindexed) else { return false }
      return try sequencesEqual(left, right, depth)
    }
    if left.isMapping, right.isMapping { return try mappingsEqual(left, right, depth) }
    return left.tag == right.tag && left.bits == right.bits && left.arena == right.arena
  }

  private func sequencesEqual(_ left: Node, _ right: Node, _ depth: Int) throws(Fault) -> Bool {
    if left.arena == .scratch, right.arena == .scratch, left.bits == right.bits, left.count == right.count {
      return true
    }
    guard itemCount(of: left) == itemCount(of: right) else { return false }
    for index in 0..<(itemCount(of: left) ?? 0) {
      guard try equals(item(index, of: left), item(index, of: right), depth: depth + 1) else { return false }
    }
    return true
  }

  private func mappingsEqual(_ left: Node, _ right: Node, _ depth: Int) throws(Fault) -> Bool {
    if left.arena == .scratch, right.arena == .scratch, left.bits == right.bits, left.tag == right.tag {
      return true
    }
    guard itemCount(of: left) == itemCount(of: right) else { return false }
    let leftValues = values(of: left)
    for (slot, key) in keys(of: left).enumerated() {
      guard let other = try value(of: key, in: right), try equals(leftValues[slot], other, depth: depth + 1)
      else {
        return false
      }
    }
    return true
  }

  // MARK: Order

  package enum Order: Sendable { case less, equal, greater, unordered }

  /// The order of two values.
  ///
  /// - Throws: `wrong-type` for values without an order, `undefined-value` for undefined ones.
  package func compare(_ left: Node, _ right: Node) throws(Fault) -> Order {
    let left = plain(left)
    let right = plain(right)
    try refuseUndefined(left)
    try refuseUndefined(right)
    if left.isNumber, right.isNumber { return compareNumbers(left, right) }
    if left.tag == .string, right.tag == .string { return compareBytes(rawBytes(left), rawBytes(right)) }
    if left.isSequence, left.tag == right.tag, left.tag != .range,
      left.flags.union(right.flags).isDisjoint(with: .unindexed)
    {
      return try compareSequences(left, right)
    }
    throw Fault.type("\(typeName(of: left))和\(typeName(of: right))不能比较大小")
  }

  private func compareSequences(_ left: Node, _ right: Node) throws(Fault) -> Order {
    let (leftCount, rightCount) = (itemCount(of: left) ?? 0, itemCount(of: right) ?? 0)
    for index in 0..<min(leftCount, rightCount) {
      let (one, other) = (item(index, of: left), item(index, of: right))
      if try !equals(one, other) { return try compare(one, other) }
    }
    return leftCount < rightCount ? .less : leftCount > rightCount ? .greater : .equal
  }

  /// UTF-8 sorts by bytes as code points do.
  private func compareBytes(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Order {
    for index in 0..<min(left.count, right.count) where left[index] != right[index] {
      return left[index] < right[index] ? .less : .greater
    }
    return left.count < right.count ? .less : left.count > right.count ? .greater : .equal
  }

  func compareNumbers(_ left: Node, _ right: Node) -> Order {
    if left.tag != .float, right.tag != .float, left.tag != .bigInt, right.tag != .bigInt,
      left.tag != .decimal, right.tag != .decimal
    {
      return order(left.integer, right.integer)
    }
    if let one = left.exactDouble, let other = right.exactDouble { return order(one, other) }
    if left.tag == .float { return compareFloat(left.double, exact(right)) }
    if right.tag == .float {
      return switch compareFloat(right.double, exact(left)) {
      case .less: .greater
      case .greater: .less
      case let same: same
      }
    }
    return order(exact(left), exact(right))
  }

  private func order<Number: Comparable>(_ left: Number, _ right: Number) -> Order {
    left < right ? .less : left == right ? .equal : left > right ? .greater : .unordered
  }

  /// Floats compare with exact numbers by their exact value.
  private func compareFloat(_ float: Double, _ exact: ExactNumber) -> Order {
    if float.isNaN { return .unordered }
    if float.isInfinite { return float < 0 ? .less : .greater }
    return order(ExactNumber(float), exact)
  }

  func exact(_ node: Node) -> ExactNumber {
    switch node.tag {
    case .bigInt, .decimal: ExactNumber(text: text(of: node))
    default: ExactNumber(BigInt(node.integer))
    }
  }

  // MARK: Hash

  /// The hash of a value as a key; equal values have equal hashes.
  ///
  /// - Throws: `wrong-type` for lists and mappings.
  package func hash(of node: Node) throws(Fault) -> UInt64 {
    let node = plain(node)
    switch node.tag {
    case .string: return ShapeTable.hash(rawBytes(node))
    case .int, .bool: return mixed(UInt64(bitPattern: Int64(node.integer)))
    case .float, .bigInt, .decimal:
      let approximate = node.tag == .float ? node.double : exact(node).approximate
      if let whole = Int(exactly: approximate) { return mixed(UInt64(bitPattern: Int64(whole))) }
      return mixed(approximate.bitPattern)
    case .none: return 0x5A17
    case .tuple:
      var result: UInt64 = 0x3456
      for index in 0..<node.byteCount { result = mixed(result ^ (try hash(of: item(index, of: node)))) }
      return result
    case .undefined:
      try refuseStrictUndefined(node)
      return 0x77
    case .range, .object, .missing, .cell: return mixed(node.bits)
    case .list where !node.flags.isDisjoint(with: [.generator, .valuesView]): return mixed(node.bits)
    case .list, .record, .map: throw Fault.type("\(typeName(of: node))不能作键")
    }
  }

  private func mixed(_ value: UInt64) -> UInt64 {
    var value = (value ^ (value >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    value ^= value >> 33
    return value
  }
}

extension Node {
  /// The number as a float, where that is exactly the number.
  fileprivate var exactDouble: Double? {
    switch tag {
    case .float: double
    case .int, .bool: integer.magnitude <= 1 << 53 ? Double(integer) : nil
    default: nil
    }
  }
}
