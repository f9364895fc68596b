// Filters about sequences as they stand: their ends, their length, their order, their sum.

extension Filter {
  static let sequenceFilters: [Filter] = [
    defaultValue, length, first, last, random, list, reverse, items, join, sum, batch, slice, attr,
  ]

  /// `default(default_value="", boolean=false)`
  private static let defaultValue = Filter(
    "default", "d", "缺省",
    signature: Signature(
      [.any, .undefined], [.optional("default_value"), .optional("boolean", .bool)], gives: .any)
  ) { (machine, arguments) throws(Fault) in
    let value = arguments[0]
    let replaces =
      value.isUndefined ? true : try machine.flag(arguments[2]) ? try !machine.isTrue(value) : false
    guard replaces else { return value }
    return arguments[1].isMissing ? machine.makeString("") : arguments[1]
  }

  /// `length`: characters of a text, items of a list, keys of an object.
  private static let length = Filter(
    "length", "count", "长度", signature: Signature([.sequence, .undefined], gives: .integer)
  ) { (machine, arguments) throws(Fault) in
    let value = machine.plain(arguments[0])
    if value.isUndefined {
      try machine.refuseStrictUndefined(value)
      return .int(0)
    }
    guard !value.flags.contains(.generator), let count = machine.itemCount(of: value) else {
      throw Fault.type("\(machine.typeName(of: value))没有长度", help: value.tag == .list ? "先用 |list 变成列表" : nil)
    }
    return .int(count)
  }

  /// `first`: undefined where there is none.
  private static let first = Filter("first", signature: Signature([.sequence, .undefined], gives: .any)) {
    (machine, arguments) throws(Fault) in
    try machine.items(of: machine.plain(arguments[0])).first
      ?? machine.makeUndefined(machine.makeString("第一项"))
  }

  /// `last`: undefined where there is none.
  private static let last = Filter("last", signature: Signature([.sequence, .undefined], gives: .any)) {
    (machine, arguments) throws(Fault) in
    let value = machine.plain(arguments[0])
    guard !value.flags.contains(.generator) else {
      throw Fault.type("逐项生成的序列没有最后一项", help: "先用 |list 变成列表")
    }
    guard var last = try machine.items(of: value).last else {
      return machine.makeUndefined(machine.makeString("最后一项"))
    }
    if value.isMarkup { last.flags.insert(.markup) }
    return last
  }

  /// `random`: an item by a number that depends only on what was rendered before, so that the same template
  /// and data always give the same text.
  private static let random = Filter("random", signature: Signature([.sequence, .undefined], gives: .any)) {
    (machine, arguments) throws(Fault) in
    let value = machine.plain(arguments[0])
    guard !value.isMapping, value.flags.isDisjoint(with: .unindexed) else {
      throw machine.wrongType(value, "random", wanted: "列表")
    }
    let items = try machine.items(of: value)
    guard !items.isEmpty else { return machine.makeUndefined(machine.makeString("任一项")) }
    var state = UInt64(truncatingIfNeeded: machine.scratchNodes.count &+ items.count)
    return items[Int(SplitMix.next(&state) % UInt64(items.count))]
  }

  /// `list`
  private static let list = Filter("list", "列表", signature: Signature([.sequence, .undefined], gives: .list))
  {
    (machine, arguments) throws(Fault) in
    machine.makeList(try machine.items(of: machine.plain(arguments[0])))
  }

  /// `reverse`: a text by characters.
  private static let reverse = Filter(
    "reverse", signature: Signature([.sequence, .undefined], gives: [.text, .list])
  ) { (machine, arguments) throws(Fault) in
    let value = machine.plain(arguments[0])
    if value.isString {
      return machine.makeString(
        String(machine.text(of: value).unicodeScalars.reversed()), isMarkup: value.isMarkup)
    }
    // A generator cannot be run backwards: it becomes a list.
    let isList = value.flags.contains(.generator)
    return machine.makeList(try machine.items(of: value).reversed(), isGenerator: !isList)
  }

  /// `items`: pairs of key and value.
  private static let items = Filter("items", signature: Signature([.mapping, .undefined], gives: .list)) {
    (machine, arguments) throws(Fault) in
    let value = machine.plain(arguments[0])
    if value.isUndefined { return machine.makeList([], isGenerator: true) }
    guard value.isMapping else { throw machine.wrongType(value, "items", wanted: "对象") }
    var pairs: [Node] = []
    for (key, item) in try machine.pairs(of: value) { pairs.append(machine.makeTuple([key, item])) }
    return machine.makeList(pairs, isGenerator: true)
  }

  /// `join(d="", attribute=none)`: where an item or the separator is markup, the others are escaped.
  private static let join = Filter(
    "join",
    signature: Signature(
      [.sequence, .undefined], [.optional("d", .any), .optional("attribute", [.text, .integer, .none])],
      gives: .text)
  ) { (machine, arguments) throws(Fault) in
    let path = try machine.attributePath(arguments[2])
    let separator = arguments[1].isMissing ? machine.makeString("") : arguments[1]
    let items = try machine.items(of: machine.plain(arguments[0]))
    var parts: [Node] = []
    for item in items {
      let part = path == nil ? item : try machine.value(at: path ?? [], of: item)
      parts.append(machine.plain(part))
    }
    if machine.environment.dialect.isStructured { return try machine.joined(parts, by: separator) }
    let isMarkup = machine.autoescapes && (separator.isMarkup || parts.contains(where: \.isMarkup))
    var result: [UInt8] = []
    let glue = try machine.bytes(of: separator, escaped: isMarkup)
    for (index, part) in parts.enumerated() {
      if index > 0 { result += glue }
      result += try machine.bytes(of: part, escaped: isMarkup)
    }
    return machine.makeString(bytes: result, isMarkup: isMarkup)
  }

  /// `sum(attribute=none, start=0)`
  private static let sum = Filter(
    "sum",
    signature: Signature(
      [.list, .mapping, .undefined],
      [.optional("attribute", [.text, .integer, .none]), .optional("start", .any)], gives: .any)
  ) { (machine, arguments) throws(Fault) in
    let path = try machine.attributePath(arguments[1])
    var total = arguments[2].isMissing ? Node.int(0) : arguments[2]
    guard !total.isString else { throw Fault.type("文字不能相加求和", help: "连接文字用 |join") }
    for item in try machine.items(of: machine.plain(arguments[0])) {
      let value = path == nil ? item : try machine.value(at: path ?? [], of: item)
      total = try machine.binary(0, total, value)
    }
    return total
  }

  /// `batch(linecount, fill_with=none)`: lists of so many items.
  private static let batch = Filter(
    "batch",
    signature: Signature(
      [.sequence, .undefined], [.required("linecount", .any), .optional("fill_with")], gives: .list)
  ) { (machine, arguments) throws(Fault) in
    let fill = arguments[2].isMissing || arguments[2].isNone ? nil : arguments[2]
    // What is no number is never reached.
    let size = arguments[1].tag == .int ? arguments[1].integer : -1
    var batches: [Node] = []
    var current: [Node] = []
    for item in try machine.items(of: machine.plain(arguments[0])) {
      if current.count == size {
        batches.append(machine.makeList(current))
        current = []
      }
      current.append(item)
    }
    if !current.isEmpty {
      if let fill, current.count < size {
        try machine.checkWidth(size)
        current += repeatElement(fill, count: size - current.count)
      }
      batches.append(machine.makeList(current))
    }
    return machine.makeList(batches, isGenerator: true)
  }

  /// `slice(slices, fill_with=none)`: so many lists, the first ones longer by one where it does not come out even.
  private static let slice = Filter(
    "slice",
    signature: Signature(
      [.sequence, .undefined], [.required("slices", .integer), .optional("fill_with")], gives: .list)
  ) { (machine, arguments) throws(Fault) in
    let items = try machine.items(of: machine.plain(arguments[0]))
    let count = try machine.integer(arguments[1], "slices")
    guard count != 0 else { throw .zeroDivision }
    guard count > 0 else { return machine.makeList([], isGenerator: true) }
    try machine.checkWidth(count)
    let fill = arguments[2].isMissing || arguments[2].isNone ? nil : arguments[2]
    let (size, longer) = items.count.quotientAndRemainder(dividingBy: count)
    var slices: [Node] = []
    var start = 0
    for index in 0..<count {
      let end = start + size + (index < longer ? 1 : 0)
      var slice = Array(items[start..<end])
      if let fill, index >= longer { slice.append(fill) }
      slices.append(machine.makeList(slice))
      start = end
    }
    return machine.makeList(slices, isGenerator: true)
  }

  /// `attr(name)`: an attribute, never an item.
  private static let attr = Filter(
    "attr", signature: Signature(.any, [.required("name", .text)], gives: .any)
  ) {
    (machine, arguments) throws(Fault) in
    let value = arguments[0]
    let name = machine.text(of: machine.makeString(try machine.str(arguments[1])))
    let key = machine.makeString(name)
    guard value.isMapping, !name.hasPrefix("_"), machine.method(name, of: value) == nil else {
      return try machine.attribute(value, key, methodsFirst: true)
    }
    return machine.makeUndefined(key, of: value)
  }
}

/// A small pseudo-random generator (SplitMix64), for texts that need variety but no chance.
enum SplitMix {
  static func next(_ state: inout UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
