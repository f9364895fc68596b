// Reading arguments: the value of the wanted type, or a fault that names the parameter.

extension Machine {
  // MARK: Texts

  /// The text of a string node; any other value is a fault.
  package func string(_ node: Node, _ name: String) throws(Fault) -> String {
    guard node.isString else { throw wrongType(node, name, wanted: "文字") }
    return text(of: node)
  }

  /// The text of an argument that may be left out.
  package func string(_ node: Node, _ name: String, default value: String) throws(Fault) -> String {
    node.isMissing ? value : try string(node, name)
  }

  /// The text of an argument that may be left out or `none`.
  package func optionalString(_ node: Node, _ name: String) throws(Fault) -> String? {
    node.isMissing || node.isNone ? nil : try string(node, name)
  }

  // MARK: Numbers

  /// A whole number of 64 bits, or a fault.
  package func integer(_ node: Node, _ name: String) throws(Fault) -> Int {
    let node = plain(node)
    switch node.tag {
    case .int, .bool: return node.integer
    case .bigInt: throw Fault(.overflow, "参数「\(name)」的数太大")
    default: throw wrongType(node, name, wanted: "整数")
    }
  }

  /// A whole number that may be left out.
  package func integer(_ node: Node, _ name: String, default value: Int) throws(Fault) -> Int {
    node.isMissing ? value : try integer(node, name)
  }

  package func optionalInteger(_ node: Node, _ name: String) throws(Fault) -> Int? {
    node.isMissing || node.isNone ? nil : try integer(node, name)
  }

  /// Whether an argument that may be left out is true.
  package func flag(_ node: Node) throws(Fault) -> Bool {
    node.isMissing ? false : try isTrue(node)
  }

  /// The float of a number node; the nearest one for integers and decimals. A fault for other values.
  package func double(_ node: Node, _ name: String) throws(Fault) -> Double {
    let node = plain(node)
    switch node.tag {
    case .float: return node.double
    case .int, .bool: return Double(node.integer)
    case .decimal: return Double(text(of: node)) ?? .nan
    case .bigInt:
      let value = FloatText.nearest(to: bigInteger(node))
      guard value.isFinite else { throw Fault(.overflow, "整数「\(brief(node))」太大，不能作小数") }
      return value
    default: throw wrongType(node, name, wanted: "数")
    }
  }

  /// The exact decimal of a number, or of a text that is one. A float counts as the decimal it prints as.
  package func decimal(_ node: Node, _ name: String) throws(Fault) -> Decimal {
    let node = plain(node)
    let value: Decimal?
    switch node.tag {
    case .int, .bool: value = Decimal(node.integer)
    case .bigInt, .decimal: value = Decimal(text(of: node))
    case .float: value = Decimal(shortest: node.double)
    case .string: value = Decimal(TextSplitting.strip(text(of: node)))
    default: value = nil
    }
    guard let value else { throw wrongType(node, name, wanted: "数") }
    return value
  }

  /// The rounding mode of an argument.
  package func rounding(
    _ node: Node, _ name: String, default value: Decimal.Rounding = .halfUp
  ) throws(Fault) -> Decimal.Rounding {
    guard let mode = try optionalString(node, name) else { return value }
    guard let rounding = Decimal.Rounding(named: mode) else {
      throw Fault(
        .filterArgument, "没有「\(mode)」这种修约方式", help: "可用 half_up（四舍五入）、gb8170（四舍六入五成双）、truncate（去尾）、floor、ceil"
      )
    }
    return rounding
  }

  /// Decimal places: not negative, and not more than a figure can have.
  package func places(_ node: Node, _ name: String) throws(Fault) -> Int? {
    guard let places = try optionalInteger(node, name) else { return nil }
    guard (0...100).contains(places) else { throw Fault(.value, "小数位数「\(places)」应在 0 到 100 之间") }
    return places
  }

  // MARK: Making

  package mutating func makeStrings(_ texts: [String], isMarkup: Bool = false) -> Node {
    var nodes: [Node] = []
    for text in texts { nodes.append(makeString(text, isMarkup: isMarkup)) }
    return makeList(nodes)
  }

  /// A width or a count that would make a text nobody wants.
  package func checkWidth(_ width: Int) throws(Fault) {
    guard (-PercentFormat.widthLimit...PercentFormat.widthLimit).contains(width) else {
      throw Fault(.overflow, "宽度或个数「\(width)」太大")
    }
  }

  package func wrongType(_ node: Node, _ name: String, wanted: String) -> Fault {
    node.isUndefined
      ? undefinedFault(node) : .type("「\(name)」应是\(wanted)，这里是\(typeName(of: node))「\(brief(node))」")
  }
}
