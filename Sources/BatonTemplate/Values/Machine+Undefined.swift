// Values that are not there, and what may be done with them.

import BatonDiagnostics

extension Machine {
  /// How an undefined value behaves.
  private func mode(_ node: Node) -> UndefinedMode {
    return node.flags.contains(.lenient) ? .default : undefinedMode
  }

  /// Throws what using an undefined value as a value means; other values pass.
  package func refuseUndefined(_ node: Node) throws(Fault) {
    if node.isUndefined { throw undefinedFault(node) }
  }

  /// Throws when an undefined value is asked for its truth, text or items where that is an error; other values
  /// pass.
  package func refuseStrictUndefined(_ node: Node) throws(Fault) {
    if node.isUndefined, mode(node) == .strict { throw undefinedFault(node) }
  }

  /// The fault of using an undefined value: it names what is missing, and of what.
  package func undefinedFault(_ node: Node) -> Fault {
    let (name, owner) = undefinedOrigin(node)
    if node.flags.contains(.forbidden) {
      return Fault(.security, id: "forbidden-attribute", "不能使用\(typeName(of: owner))的内部属性「\(name)」")
    }
    if node.flags.contains(.lenient) {
      return Fault(.undefined, id: "undefined-value", "「if」的条件不成立，又没有写「else」")
    }
    if owner.isMissing { return Fault(.undefined, id: "undefined-value", "没有「\(name)」这个名称") }
    return Fault(
      .undefined, id: "undefined-value", "\(typeName(of: owner))里没有「\(name)」", help: suggestion(name, owner))
  }

  /// The nearest key that the owner does have.
  private func suggestion(_ name: String, _ owner: Node) -> String? {
    guard owner.isMapping else { return nil }
    let keys = keys(of: owner).filter(\.isString).map { text(of: $0) }
    return Suggestion.nearest(to: name, among: keys).map { "是不是想写「\($0)」？" }
  }

  /// Undefined values print nothing, or what is missing in debug mode.
  func strOfUndefined(_ node: Node) throws(Fault) -> String {
    switch mode(node) {
    case .default, .chainable: return ""
    case .strict: throw undefinedFault(node)
    case .debug:
      let (name, owner) = undefinedOrigin(node)
      if owner.isMissing { return "{{ \(name) }}" }
      return "{{ no such element: \(pythonTypeName(of: owner))[\(repr(scratchNodes[node.offset]))] }}"
    }
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
