// `attribute="city.name"`: the path that `map`, `sort`, `groupby` and others look values up by.

extension Machine {
  /// The steps of a path: names and, where a step is a number, indices. `nil` for none.
  package mutating func attributePath(_ node: Node) throws(Fault) -> [Node]? {
    if node.isMissing || node.isNone { return nil }
    if node.isInteger { return [node] }
    guard node.isString else { throw wrongType(node, "attribute", wanted: "文字或整数") }
    return path(text(of: node))
  }

  /// Several paths, parted by commas.
  package mutating func attributePaths(_ node: Node) throws(Fault) -> [[Node]] {
    guard node.isString else { return [try attributePath(node) ?? []] }
    var paths: [[Node]] = []
    for part in TextSplitting.split(text(of: node), by: ",") { paths.append(path(part)) }
    return paths
  }

  private mutating func path(_ text: String) -> [Node] {
    var steps: [Node] = []
    for step in TextSplitting.split(text, by: ".") {
      let index = CharacterClass.isdigit.holds(for: step) ? Int(step) : nil
      steps.append(index.map { .int($0) } ?? makeString(step))
    }
    return steps
  }

  /// The value at the end of a path; at each step, an undefined value becomes the default.
  package mutating func value(
    at path: [Node], of node: Node, default otherwise: Node = .missing
  ) throws(Fault) -> Node {
    var value = node
    for step in path {
      value = try element(step, of: value)
      if value.isUndefined, !otherwise.isMissing, !otherwise.isNone { value = otherwise }
    }
    return value
  }

  /// A text in lower case where case does not count; other values are themselves.
  package mutating func folded(_ node: Node, _ ignoresCase: Bool) -> Node {
    guard ignoresCase, node.isString else { return node }
    return makeString(LetterCase.lower(text(of: node)))
  }

  /// The bytes a value prints as; escaped unless it is markup.
  package func bytes(of node: Node, escaped: Bool) throws(Fault) -> [UInt8] {
    if node.isString, !escaped || node.isMarkup { return utf8(of: node) }
    let text = try str(node)
    return Array((escaped ? MarkupText.escape(text) : text).utf8)
  }
}
