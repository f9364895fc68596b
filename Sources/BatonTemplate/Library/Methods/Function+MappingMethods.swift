// The methods of mappings.

extension Function {
  static let mappingMethods: [Function] = [
    keys, values, items, get, copy, clear, pop, popItem, setDefault, update,
  ]

  private static let keys = Function("keys", signature: Signature(.mapping, gives: .list)) {
    (machine, arguments) throws(Fault) in
    machine.makeView(machine.keys(of: arguments[0]), .keysView)
  }

  private static let values = Function("values", signature: Signature(.mapping, gives: .list)) {
    (machine, arguments) throws(Fault) in
    machine.makeView(machine.values(of: arguments[0]), .valuesView)
  }

  private static let items = Function("items", signature: Signature(.mapping, gives: .list)) {
    (machine, arguments) throws(Fault) in
    var pairs: [Node] = []
    for (key, value) in try machine.pairs(of: arguments[0]) { pairs.append(machine.makeTuple([key, value])) }
    return machine.makeView(pairs, .itemsView)
  }

  /// `get(key, default=none)`
  private static let get = Function(
    "get", signature: Signature(.mapping, [.required("key"), .optional("default")], gives: .any)
  ) { (machine, arguments) throws(Fault) in
    let found = try machine.value(of: machine.plain(arguments[1]), in: arguments[0])
    return found ?? (arguments[2].isMissing ? .none : arguments[2])
  }

  private static let copy = Function("copy", signature: Signature(.mapping, gives: .mapping)) {
    (machine, arguments) throws(Fault) in
    try machine.makeMap(try machine.pairs(of: arguments[0]))
  }

  private static let clear = Function("clear", signature: Signature(.mapping, gives: .none)) {
    (machine, arguments) throws(Fault) in
    for key in machine.keys(of: arguments[0]) { _ = try machine.removeValue(of: key, in: arguments[0]) }
    return .none
  }

  /// `pop(key, default)`
  private static let pop = Function(
    "pop", signature: Signature(.mapping, [.required("key"), .optional("default")], gives: .any)
  ) { (machine, arguments) throws(Fault) in
    if let value = try machine.removeValue(of: arguments[1], in: arguments[0]) { return value }
    guard !arguments[2].isMissing else { throw machine.keyFault(arguments[1]) }
    return arguments[2]
  }

  /// `popitem`: the last one.
  private static let popItem = Function("popitem", signature: Signature(.mapping, gives: .list)) {
    (machine, arguments) throws(Fault) in
    guard let key = machine.keys(of: arguments[0]).last,
      let value = try machine.removeValue(of: key, in: arguments[0])
    else { throw Fault(.index, "对象是空的，没有可取的") }
    return machine.makeTuple([key, value])
  }

  /// `setdefault(key, default=none)`
  private static let setDefault = Function(
    "setdefault", signature: Signature(.mapping, [.required("key"), .optional("default")], gives: .any)
  ) { (machine, arguments) throws(Fault) in
    if let value = try machine.value(of: arguments[1], in: arguments[0]) { return value }
    let value = arguments[2].isMissing ? Node.none : arguments[2]
    try machine.setValue(value, of: arguments[1], in: arguments[0])
    return value
  }

  /// `update(mapping or pairs, key=value, …)`
  private static let update = Function(
    "update",
    signature: Signature(.mapping, [.optional("entries", [.mapping, .list])], keywords: true, gives: .none)
  ) { (machine, arguments) throws(Fault) in
    let entries = machine.plain(arguments[1])
    var pairs = entries.isMissing ? [] : try machine.pairs(of: entries)
    if !arguments.keywords.isMissing { pairs += try machine.pairs(of: arguments.keywords) }
    for (key, value) in pairs { try machine.setValue(value, of: key, in: arguments[0]) }
    return .none
  }
}

extension Machine {
  fileprivate func keyFault(_ key: Node) -> Fault {
    Fault(.index, id: "key-not-found", "对象里没有「\(brief(key))」")
  }
}
