// Filters that order, group and compare: all of them stable, all of them blind to case unless told otherwise.

extension Filter {
  static let sortingFilters: [Filter] = [
    sort, dictSort, unique, groupBy, extreme("min", .less), extreme("max", .greater),
  ]

  private static let attribute = Signature.Parameter.optional("attribute", [.text, .integer, .none])

  /// `sort(reverse=false, case_sensitive=false, attribute=none)`: by several attributes, `"a,b"`, in turn.
  private static let sort = Filter(
    "sort",
    signature: Signature(
      [.sequence, .undefined], [.optional("reverse", .bool), .optional("case_sensitive", .bool), attribute],
      gives: .list)
  ) { (machine, arguments) throws(Fault) in
    let isReversed = try machine.flag(arguments[1])
    let ignoresCase = try !machine.flag(arguments[2])
    let paths = try machine.attributePaths(arguments[3])
    let items = try machine.items(of: machine.plain(arguments[0]))
    var keys: [[Node]] = []
    for item in items {
      var key: [Node] = []
      for path in paths { key.append(machine.folded(try machine.value(at: path, of: item), ignoresCase)) }
      keys.append(key)
    }
    let order = try machine.sortedIndices(of: keys, isReversed: isReversed)
    return machine.makeList(order.map { items[$0] })
  }

  /// `dictsort(case_sensitive=false, by="key", reverse=false)`
  private static let dictSort = Filter(
    "dictsort",
    signature: Signature(
      .mapping, [.optional("case_sensitive", .bool), .optional("by", .text), .optional("reverse", .bool)],
      gives: .list)
  ) { (machine, arguments) throws(Fault) in
    let ignoresCase = try !machine.flag(arguments[1])
    let by = arguments[2].isMissing ? "key" : arguments[2].isString ? machine.text(of: arguments[2]) : ""
    guard by == "key" || by == "value" else {
      throw Fault(.filterArgument, "「dictsort」只能按 key 或 value 排序")
    }
    let value = machine.plain(arguments[0])
    guard value.isMapping else { throw machine.wrongType(value, "dictsort", wanted: "对象") }
    let pairs = try machine.pairs(of: value)
    var keys: [[Node]] = []
    for pair in pairs { keys.append([machine.folded(by == "key" ? pair.key : pair.value, ignoresCase)]) }
    let order = try machine.sortedIndices(of: keys, isReversed: try machine.flag(arguments[3]))
    var result: [Node] = []
    for index in order { result.append(machine.makeTuple([pairs[index].key, pairs[index].value])) }
    return machine.makeList(result)
  }

  /// `unique(case_sensitive=false, attribute=none)`: the first of all that are equal.
  private static let unique = Filter(
    "unique",
    signature: Signature(
      [.sequence, .undefined], [.optional("case_sensitive", .bool), attribute], gives: .list)
  ) { (machine, arguments) throws(Fault) in
    let ignoresCase = try !machine.flag(arguments[1])
    let path = try machine.attributePath(arguments[2]) ?? []
    let seen = try machine.makeMap()
    var result: [Node] = []
    for item in try machine.items(of: machine.plain(arguments[0])) {
      let key = machine.folded(try machine.value(at: path, of: item), ignoresCase)
      if try machine.value(of: key, in: seen) == nil {
        try machine.setValue(.none, of: key, in: seen)
        result.append(item)
      }
    }
    return machine.makeList(result, isGenerator: true)
  }

  /// `min` and `max(case_sensitive=false, attribute=none)`: the first of the extreme ones.
  private static func extreme(_ name: String, _ wanted: Machine.Order) -> Filter {
    Filter(
      name,
      signature: Signature(
        [.sequence, .undefined], [.optional("case_sensitive", .bool), attribute], gives: .any)
    ) { (machine, arguments) throws(Fault) in
      let ignoresCase = try !machine.flag(arguments[1])
      let path = try machine.attributePath(arguments[2]) ?? []
      var best: (item: Node, key: Node)?
      for item in try machine.items(of: machine.plain(arguments[0])) {
        let key = machine.folded(try machine.value(at: path, of: item), ignoresCase)
        if let current = best, try machine.compare(key, current.key) != wanted { continue }
        best = (item, key)
      }
      return best?.item ?? machine.makeUndefined(machine.makeString("最值"))
    }
  }

  /// `groupby(attribute, default=none, case_sensitive=false)`: groups in order, each a pair of `grouper` and `list`.
  private static let groupBy = Filter(
    "groupby",
    signature: Signature(
      [.sequence, .undefined],
      [.required("attribute", [.text, .integer]), .optional("default"), .optional("case_sensitive", .bool)],
      gives: .list)
  ) { (machine, arguments) throws(Fault) in
    let path = try machine.attributePath(arguments[1]) ?? []
    let ignoresCase = try !machine.flag(arguments[3])
    let items = try machine.items(of: machine.plain(arguments[0]))
    var values: [Node] = []
    var keys: [[Node]] = []
    for item in items {
      let value = try machine.value(at: path, of: item, default: arguments[2])
      values.append(value)
      keys.append([machine.folded(value, ignoresCase)])
    }
    var groups: [Node] = []
    var current: [Int] = []
    func close(_ machine: inout Machine) {
      guard let first = current.first else { return }
      var group = machine.makeTuple([values[first], machine.makeList(current.map { items[$0] })])
      group.flags.insert(.group)
      groups.append(group)
    }
    for index in try machine.sortedIndices(of: keys, isReversed: false, comparesItems: true) {
      if let last = current.last, try !machine.equals(keys[last][0], keys[index][0]) {
        close(&machine)
        current = []
      }
      current.append(index)
    }
    close(&machine)
    return machine.makeList(groups)
  }
}

extension Machine {
  /// Indices in the order of their keys; equal ones stay as they stand, also in reverse.
  ///
  /// Keys are compared as Python compares lists: the first items that are not equal decide. With
  /// `comparesItems` each key is one value, compared even if it is equal.
  func sortedIndices(
    of keys: [[Node]], isReversed: Bool, comparesItems: Bool = false
  ) throws(Fault) -> [Int] {
    var order = isReversed ? Array(keys.indices.reversed()) : Array(keys.indices)
    order = try merged(order[...]) { (left, right) throws(Fault) in
      for (one, other) in zip(keys[left], keys[right]) {
        if comparesItems { return try compare(one, other) == .less }
        if try !equals(one, other) { return try compare(one, other) == .less }
      }
      return false
    }
    return isReversed ? order.reversed() : order
  }

  /// A stable merge sort that can throw.
  private func merged(
    _ order: ArraySlice<Int>, _ isLess: (Int, Int) throws(Fault) -> Bool
  ) throws(Fault) -> [Int] {
    guard order.count > 1 else { return Array(order) }
    let middle = order.startIndex + order.count / 2
    let left = try merged(order[..<middle], isLess)
    let right = try merged(order[middle...], isLess)
    var result: [Int] = []
    result.reserveCapacity(order.count)
    var (i, j) = (0, 0)
    while i < left.count, j < right.count {
      if try isLess(right[j], left[i]) {
        result.append(right[j])
        j += 1
      } else {
        result.append(left[i])
        i += 1
      }
    }
    return result + left[i...] + right[j...]
  }
}
