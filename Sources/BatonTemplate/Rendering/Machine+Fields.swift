// Attributes and elements: `a.b`, `a[b]`, `a[b:c:d]`.

extension Machine {
  /// A field of a value by way of a site's cache; other values go the long way.
  mutating func field(_ base: Node, _ name: Node, _ site: Int) throws(Fault) -> Node {
    if base.tag == .record, let value = cachedField(base, name, site) { return value }
    return try attribute(base, name, methodsFirst: false)
  }

  /// `base.name`: an attribute or a method, else an element.
  package mutating func attribute(_ base: Node, _ name: Node, methodsFirst: Bool) throws(Fault) -> Node {
    if base.isUndefined {
      if undefinedMode == .chainable { return makeUndefined(name, of: base) }
      throw undefinedFault(base)
    }
    let text = text(of: name)
    if text.hasPrefix("_"), let value = underscored(base, name, text) { return value }
    if base.tag == .object { return try attribute(ofObject: base.offset, base, name, text) }
    if base.isMapping {
      if methodsFirst, method(text, of: base) != nil { return makeObject(.method(of: base, name: name)) }
      if let value = try value(of: name, in: base) { return value }
      if method(text, of: base) != nil { return makeObject(.method(of: base, name: name)) }
      if base.flags.contains(.figure) { return try attribute(plain(base), name, methodsFirst: methodsFirst) }
      return makeUndefined(name, of: base)
    }
    if method(text, of: base) != nil { return makeObject(.method(of: base, name: name)) }
    if base.flags.contains(.group), text == "grouper" || text == "list" {
      return item(text == "grouper" ? 0 : 1, of: base)
    }
    return makeUndefined(name, of: base)
  }

  /// A value's method in the library.
  func method(_ name: String, of base: Node) -> Function? {
    guard let receiver = receiver(of: base) else { return nil }
    return library.method(name, of: receiver)
  }

  private func receiver(of base: Node) -> Receiver? {
    switch base.tag {
    case .string: return .string
    case .list: return base.flags.isDisjoint(with: .unindexed) ? .list : nil
    case .tuple: return .tuple
    case .record, .map: return .mapping
    case .int, .bigInt, .bool: return .integer
    case .float: return .float
    case .decimal: return .decimal
    case .object:
      switch objects[base.offset] {
      case .cycler: return .cycler
      case .joiner: return .joiner
      default: return nil
      }
    default: return nil
    }
  }

  /// Attributes that begin with `_` are the host's own; using one is refused. A mapping's key may.
  private mutating func underscored(_ base: Node, _ name: Node, _ text: String) -> Node? {
    if base.isMapping, (try? value(of: name, in: base)) ?? nil != nil { return nil }
    if base.tag == .object, case .namespace = objects[base.offset], !text.hasPrefix("__") { return nil }
    var undefined = makeUndefined(name, of: base)
    let isHostAttribute = text.hasPrefix("__") && text.hasSuffix("__")
    if isHostAttribute, Self.hostAttributes.contains(text) || isFunction(base) {
      undefined.flags.insert(.forbidden)
    }
    return undefined
  }

  private func isFunction(_ base: Node) -> Bool {
    guard base.tag == .object else { return false }
    switch objects[base.offset] {
    case .function, .method: return true
    default: return false
    }
  }

  /// What every Python object has.
  private static let hostAttributes: Set<String> = [
    "__class__", "__delattr__", "__dict__", "__dir__", "__doc__", "__eq__", "__format__", "__ge__",
    "__getattribute__",
    "__getstate__", "__gt__", "__hash__", "__init__", "__init_subclass__", "__le__", "__lt__", "__module__",
    "__ne__",
    "__new__", "__reduce__", "__reduce_ex__", "__repr__", "__setattr__", "__sizeof__", "__str__",
    "__subclasshook__",
    "__mro__", "__bases__", "__subclasses__", "__len__", "__add__", "__mul__", "__contains__", "__getitem__",
    "__iter__",
  ]

  private mutating func attribute(
    ofObject number: Int, _ base: Node, _ name: Node, _ text: String
  ) throws(Fault) -> Node {
    switch objects[number] {
    case .namespace(let store):
      for (slot, key) in store.keys.enumerated() where key.tag == .string && self.text(of: key) == text {
        return store.values[slot]
      }
    case .loop(let index, let serial):
      if let attribute = LoopAttribute(text) { return try loopAttribute(base, attribute) }
      if text == "cycle" || text == "changed", isRunning(index, serial) {
        return makeObject(.loopMethod(index, name: name))
      }
    case .macro(let macro): if let value = attribute(of: macro, text) { return value }
    case .module(let context, _):
      for (slot, symbol) in contexts[context].names.enumerated()
      where contexts[context].exported.contains(symbol) && self.text(of: symbolNames[Int(symbol)]) == text {
        return contexts[context].values[slot]
      }
    case .templateReference(let context):
      for (index, link) in contexts[context].blocks.enumerated()
      where self.text(of: symbolNames[Int(link.name)]) == text {
        return makeObject(.blockReference(context: context, link: index))
      }
    case .blockReference(let context, let link):
      if text == "super" { return superReference(after: link, context) }
    case .cycler(let items, let position):
      if text == "current" { return items[position % items.count] }
      if method(text, of: base) != nil { return makeObject(.method(of: base, name: name)) }
    case .joiner, .method, .function, .loopMethod: break
    }
    return makeUndefined(name, of: base)
  }

  private mutating func attribute(of macro: MacroValue, _ name: String) -> Node? {
    let function = linked[macro.program].program.functions[macro.function]
    switch name {
    case "name": return function.isAnonymous ? Node.none : makeString(function.name)
    case "arguments":
      let symbols = linked[macro.program].symbols
      return makeTuple(function.parameters.map { symbolNames[Int(symbols[$0.name])] })
    case "caller": return .bool(function.callerSlot != nil || function.hasExplicitCaller)
    case "catch_kwargs": return .bool(function.keywordsSlot != nil)
    case "catch_varargs": return .bool(function.restSlot != nil)
    default: return nil
    }
  }

  /// Assigns an attribute of a namespace; the namespace is on the stack above the value.
  mutating func storeAttribute(_ name: Node) throws(Fault) {
    let target = stack.removeLast()
    let value = stack.removeLast()
    guard target.tag == .object, case .namespace(var store) = objects[target.offset] else {
      throw Fault(
        .runtime, id: "not-a-namespace", "只能给 namespace 的属性赋值", help: "先写「{% set ns = namespace() %}」")
    }
    noteKept(value)
    let hash = try hash(of: name)
    if let slot = try slot(of: name, hash, in: store) {
      store.values[slot] = value
    } else {
      store.append(name, hash: hash, value)
    }
    objects[target.offset] = .namespace(store)
  }

  // MARK: Elements

  /// `base[index]`
  package mutating func element(_ index: Node, of base: Node) throws(Fault) -> Node {
    try refuseFragment(base, "取其中一部分")
    if base.isUndefined {
      if undefinedMode == .chainable { return makeUndefined(index, of: base) }
      throw undefinedFault(base)
    }
    let index = plain(index)
    if base.isMapping {
      if index.tag == .list || index.isMapping { return makeUndefined(index, of: base) }
      if let value = try value(of: index, in: base) { return value }
      return try elementByName(index, base)
    }
    if index.tag == .int || index.tag == .bool, base.flags.isDisjoint(with: .unindexed),
      let count = itemCount(of: base),
      base.tag != .object
    {
      let position = index.integer < 0 ? index.integer + count : index.integer
      guard position >= 0, position < count else { return makeUndefined(index, of: base) }
      return base.tag == .string ? character(position, of: base) : item(position, of: base)
    }
    return try elementByName(index, base)
  }

  /// What is no element may be an attribute: `a["b"]` finds what `a.b` does.
  private mutating func elementByName(_ index: Node, _ base: Node) throws(Fault) -> Node {
    guard index.tag == .string else {
      if index.isUndefined { try refuseStrictUndefined(index) }
      return makeUndefined(index, of: base)
    }
    if base.isMapping {
      let text = text(of: index)
      if text.hasPrefix("_"), let value = underscored(base, index, text) { return value }
      if method(text, of: base) != nil { return makeObject(.method(of: base, name: index)) }
      return makeUndefined(index, of: base)
    }
    return try attribute(base, index, methodsFirst: false)
  }

  private func character(_ position: Int, of string: Node) -> Node {
    let bytes = rawBytes(string)
    var remaining = position
    var start = 0
    while start < bytes.count {
      var end = start + 1
      while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
      if remaining == 0 {
        var character = string
        character.bits += UInt64(start)
        character.count = UInt32(end - start)
        return character
      }
      remaining -= 1
      start = end
    }
    preconditionFailure("a character outside its string")
  }

  // MARK: Slices

  /// `base[start:stop:step]`
  mutating func slice(_ base: Node, _ start: Node, _ stop: Node, _ step: Node) throws(Fault) -> Node {
    try refuseFragment(base, "取其中一部分")
    if base.isUndefined {
      if undefinedMode == .chainable { return makeUndefined(start, of: base) }
      throw undefinedFault(base)
    }
    guard !base.isMapping else { throw Fault.type("对象不能切片") }
    guard base.isString || base.isSequence, base.flags.isDisjoint(with: .unindexed) else {
      throw Fault.type("\(typeName(of: base))不能切片")
    }
    let count = itemCount(of: base) ?? 0
    let stride = step.isNone ? 1 : try sliceIndex(step)
    guard stride != 0 else { throw Fault.value("切片的步长不能是 0") }
    let range = try sliceRange(start, stop, stride, count)
    switch base.tag {
    case .string:
      let characters = try items(of: base)
      var bytes: [UInt8] = []
      for index in range { bytes.append(contentsOf: rawBytes(characters[index])) }
      return makeString(bytes: bytes, isMarkup: base.isMarkup)
    case .tuple: return makeTuple(range.map { item($0, of: base) })
    case .range:
      let numbers = self.range(of: base)
      let first = range.first.map { numbers[$0] } ?? numbers.start
      return makeRange(
        from: first, to: first + range.count * stride * numbers.step, by: stride * numbers.step)
    default: return makeList(range.map { item($0, of: base) })
    }
  }

  private func sliceIndex(_ node: Node) throws(Fault) -> Int {
    let node = plain(node)
    guard node.tag == .int || node.tag == .bool else {
      throw Fault.type("切片的位置要是整数，不能是\(typeName(of: node))")
    }
    return node.integer
  }

  /// The indices of a slice, as Python's `slice.indices`.
  private func sliceRange(_ start: Node, _ stop: Node, _ step: Int, _ count: Int) throws(Fault)
    -> IntegerRange
  {
    let (low, high) = step > 0 ? (0, count) : (-1, count - 1)
    func clamped(_ node: Node, _ otherwise: Int) throws(Fault) -> Int {
      if node.isNone { return otherwise }
      let index = try sliceIndex(node)
      return max(low, min(high, index < 0 ? index.addingReportingOverflow(count).partialValue : index))
    }
    let first = try clamped(start, step > 0 ? 0 : count - 1)
    let last = try clamped(stop, step > 0 ? count : -1)
    return IntegerRange(start: first, stop: last, step: step)
  }
}
