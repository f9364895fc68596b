// `map`, `select` and their kin: filters that apply filters and tests to every item.

extension Filter {
  static let selectingFilters: [Filter] = [
    map, selecting("select", byAttribute: false, keeps: true),
    selecting("reject", byAttribute: false, keeps: false),
    selecting("selectattr", byAttribute: true, keeps: true),
    selecting("rejectattr", byAttribute: true, keeps: false),
  ]

  /// `map("filter", …)` or `map(attribute=…, default=…)`
  private static let map = Filter(
    "map", signature: Signature([.sequence, .undefined], rest: true, keywords: true, gives: .list)
  ) { (machine, arguments) throws(Fault) in
    let value = machine.plain(arguments[0])
    let (positional, keywords) = try machine.given(arguments)
    if positional.isEmpty, keywords.contains(where: { $0.name == "attribute" }) {
      return try machine.mapAttribute(value, keywords)
    }
    guard let name = positional.first else {
      throw Fault(.filterArgument, "「map」要写过滤器的名称，或者「attribute=」")
    }
    guard try machine.isTrue(value) else { return machine.makeList([], isGenerator: true) }
    let filter = try machine.string(name, "map")
    let call = machine.callArguments(Array(positional.dropFirst()), keywords)
    var results: [Node] = []
    for item in try machine.items(of: value) {
      results.append(try machine.applyFilter(filter, to: item, call))
    }
    return machine.makeList(results, isGenerator: true)
  }

  /// `select("test", …)`, `selectattr("attribute", "test", …)` and what they leave out. Without a test, truth decides.
  private static func selecting(_ name: String, byAttribute: Bool, keeps: Bool) -> Filter {
    Filter(name, signature: Signature([.sequence, .undefined], rest: true, keywords: true, gives: .list)) {
      (machine, arguments) throws(Fault) in
      let value = machine.plain(arguments[0])
      var (positional, keywords) = try machine.given(arguments)
      var path: [Node]?
      if byAttribute {
        guard !positional.isEmpty else { throw Fault(.filterArgument, "「\(name)」要写字段的名称") }
        path = try machine.attributePath(positional.removeFirst())
      }
      guard try machine.isTrue(value) else { return machine.makeList([], isGenerator: true) }
      let test = try positional.isEmpty ? nil : machine.string(positional.removeFirst(), name)
      let call = machine.callArguments(positional, keywords)
      var results: [Node] = []
      for item in try machine.items(of: value) {
        let asked = path == nil ? item : try machine.value(at: path ?? [], of: item)
        let holds =
          test == nil ? try machine.isTrue(asked) : try machine.applyTest(test ?? "", to: asked, call)
        if holds == keeps { results.append(item) }
      }
      return machine.makeList(results, isGenerator: true)
    }
  }
}

extension Machine {
  /// The arguments of a call that takes any.
  func given(
    _ arguments: borrowing Arguments
  ) throws(Fault) -> (positional: [Node], keywords: [(name: String, value: Node)]) {
    let rest = arguments.rest
    let count = rest.isMissing ? 0 : itemCount(of: rest) ?? 0
    let positional = (0..<count).map { item($0, of: rest) }
    guard !arguments.keywords.isMissing else { return (positional, []) }
    var keywords: [(name: String, value: Node)] = []
    for (key, value) in zip(keys(of: arguments.keywords), values(of: arguments.keywords)) {
      keywords.append((text(of: key), value))
    }
    return (positional, keywords)
  }

  fileprivate mutating func callArguments(
    _ positional: [Node], _ keywords: [(name: String, value: Node)]
  ) -> CallArguments {
    var call = CallArguments(positional)
    for (name, value) in keywords { call.keywords.append((makeString(name), value)) }
    return call
  }

  fileprivate mutating func mapAttribute(
    _ value: Node, _ keywords: [(name: String, value: Node)]
  ) throws(Fault) -> Node {
    var path: [Node]?
    var otherwise = Node.missing
    for (name, argument) in keywords {
      switch name {
      case "attribute": path = try attributePath(argument)
      case "default": otherwise = argument
      default: throw Fault(.filterArgument, "「map」没有参数「\(name)」")
      }
    }
    guard try isTrue(value) else { return makeList([], isGenerator: true) }
    var results: [Node] = []
    for item in try items(of: value) {
      results.append(try self.value(at: path ?? [], of: item, default: otherwise))
    }
    return makeList(results, isGenerator: true)
  }
}
