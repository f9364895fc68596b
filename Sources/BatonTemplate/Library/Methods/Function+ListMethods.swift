// The methods of lists and tuples.

extension Function {
  static let tupleMethods: [Function] = [count, index]

  static let listMethods: [Function] = [
    count, index, append, clear, copy, extend, insert, pop, remove, reverse, sort,
  ]

  private static let count = Function(
    "count", signature: Signature(.list, [.required("value")], gives: .integer)
  ) { (machine, arguments) throws(Fault) in
    var count = 0
    for item in try machine.items(of: arguments[0]) where try machine.equals(item, arguments[1]) {
      count += 1
    }
    return .int(count)
  }

  private static let index = Function(
    "index",
    signature: Signature(
      .list, [.required("value"), .optional("start", .integer), .optional("stop", .integer)], gives: .integer)
  ) { (machine, arguments) throws(Fault) in
    let items = try machine.items(of: arguments[0])
    let start = try machine.integer(arguments[2], "start", default: 0)
    let stop = try machine.integer(arguments[3], "stop", default: items.count)
    if let (from, to) = TextSearch.bounds(start, stop, count: items.count) {
      for index in from..<to where try machine.equals(items[index], arguments[1]) { return .int(index) }
    }
    throw Fault(.value, "列表里没有「\(machine.brief(arguments[1]))」")
  }

  private static let append = Function(
    "append", signature: Signature(.list, [.required("value")], gives: .none)
  ) { (machine, arguments) throws(Fault) in
    let value = arguments[1]
    try machine.updateList(arguments[0]) { $0.append(value) }
    return .none
  }

  private static let clear = Function("clear", signature: Signature(.list, gives: .none)) {
    (machine, arguments) throws(Fault) in
    try machine.updateList(arguments[0]) { $0 = [] }
    return .none
  }

  private static let copy = Function("copy", signature: Signature(.list, gives: .list)) {
    (machine, arguments) throws(Fault) in
    machine.makeList(try machine.items(of: arguments[0]))
  }

  private static let extend = Function(
    "extend", signature: Signature(.list, [.required("values", .sequence)], gives: .none)
  ) { (machine, arguments) throws(Fault) in
    let more = try machine.items(of: machine.plain(arguments[1]))
    try machine.updateList(arguments[0]) { $0 += more }
    return .none
  }

  private static let insert = Function(
    "insert", signature: Signature(.list, [.required("index", .integer), .required("value")], gives: .none)
  ) { (machine, arguments) throws(Fault) in
    let index = try machine.integer(arguments[1], "index")
    let value = arguments[2]
    try machine.updateList(arguments[0]) { items in
      let place = index < 0 ? index + items.count : index
      items.insert(value, at: min(max(0, place), items.count))
    }
    return .none
  }

  private static let pop = Function(
    "pop", signature: Signature(.list, [.optional("index", .integer)], gives: .any)
  ) { (machine, arguments) throws(Fault) in
    let index = try machine.integer(arguments[1], "index", default: -1)
    var taken: Node?
    try machine.updateList(arguments[0]) { items in
      let place = index < 0 ? index + items.count : index
      if items.indices.contains(place) { taken = items.remove(at: place) }
    }
    guard let taken else { throw Fault(.index, "列表里没有第\(index)项可取") }
    return taken
  }

  private static let remove = Function(
    "remove", signature: Signature(.list, [.required("value")], gives: .none)
  ) { (machine, arguments) throws(Fault) in
    let items = try machine.items(of: arguments[0])
    for (index, item) in items.enumerated() where try machine.equals(item, arguments[1]) {
      try machine.updateList(arguments[0]) { items in _ = items.remove(at: index) }
      return .none
    }
    throw Fault(.value, "列表里没有「\(machine.brief(arguments[1]))」")
  }

  private static let reverse = Function("reverse", signature: Signature(.list, gives: .none)) {
    (machine, arguments) throws(Fault) in
    try machine.updateList(arguments[0]) { $0.reverse() }
    return .none
  }

  private static let sort = Function(
    "sort", signature: Signature(.list, [.optional("reverse", .bool)], gives: .none)
  ) { (machine, arguments) throws(Fault) in
    let items = try machine.items(of: arguments[0])
    let order = try machine.sortedIndices(
      of: items.map { [$0] }, isReversed: try machine.flag(arguments[1]), comparesItems: true)
    try machine.updateList(arguments[0]) { $0 = order.map { items[$0] } }
    return .none
  }
}
