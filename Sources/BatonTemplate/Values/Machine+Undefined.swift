// Values that are not there, and what may be done with them.

extension Machine {
  /// Throws what using an undefined value means, unless the use is allowed.
  package func refuseUndefined(_ node: Node, unless isAllowed: Bool = false) throws(Fault) {
    guard node.isUndefined, !isAllowed else { return }
    throw undefinedFault(node)
  }

  /// The fault of using an undefined value: it names what is missing, and of what.
  package func undefinedFault(_ node: Node) -> Fault {
    let (name, owner) = undefinedOrigin(node)
    if owner.isMissing { return Fault(.undefined, id: "undefined-value", "没有「\(name)」这个名称") }
    return Fault(.undefined, id: "undefined-value", "\(typeName(of: owner))里没有「\(name)」")
  }

  /// What an undefined value was asked for as, and the value it was asked of (`missing`: of the context).
  package func undefinedOrigin(_ node: Node) -> (name: String, owner: Node) {
    let name = scratchNodes[node.offset]
    return (name.isString ? text(of: name) : brief(name), scratchNodes[node.offset + 1])
  }

  /// The Chinese name of a value's type, for messages.
  package func typeName(of node: Node) -> String {
    switch node.tag {
    case .missing, .undefined, .cell: "未定义的值"
    case .none: "空值"
    case .bool: "真假值"
    case .int, .bigInt: "整数"
    case .float: "小数"
    case .decimal: "定点小数"
    case .string: "文字"
    case .list: "列表"
    case .tuple: "元组"
    case .record, .map: "对象"
    case .range: "数列"
    case .object: "内部对象"
    }
  }

  /// A value in a few characters, for messages.
  package func brief(_ node: Node) -> String {
    let text = repr(node)
    guard text.count > 24 else { return text }
    return text.prefix(24) + "…"
  }
}
