// The ids of a rendering (TEMPLATES §11): each is printed once, and what points to one finds it.

/// What ids were printed, and what pointed to ids.
struct IdentifierRegister {
  /// A `#name` that was printed, and the instruction that printed it.
  struct Reference {
    let name: String
    let program: Int
    let position: Int
  }

  private var order: [String] = []
  private var defined: Set<String> = []
  private(set) var references: [Reference] = []

  var definitionCount: Int { order.count }

  /// - Returns: Whether the id is new.
  mutating func define(_ name: String) -> Bool {
    guard defined.insert(name).inserted else { return false }
    order.append(name)
    return true
  }

  mutating func refer(to name: String, from program: Int, _ position: Int) {
    references.append(Reference(name: name, program: program, position: position))
  }

  /// Forgets the ids of what was taken back.
  mutating func takeBack(to count: Int) {
    while order.count > count { defined.remove(order.removeLast()) }
  }

  /// The first reference to an id that was never printed.
  var firstDangling: Reference? { references.first { !defined.contains($0.name) } }

  mutating func removeAll() {
    if order.isEmpty, references.isEmpty { return }
    order.removeAll(keepingCapacity: true)
    defined.removeAll(keepingCapacity: true)
    references.removeAll(keepingCapacity: true)
  }
}

extension Machine {
  /// Ends the printing of an id, or of a URL that may point to one. Both are compared as they were printed.
  mutating func endIdentifier(_ role: UInt8, _ program: Int, _ position: Int) throws(Fault) {
    let start = marks.removeLast().start
    guard out.count > start else { return }
    let printed = out.withBytes { String(decoding: $0[start...], as: UTF8.self) }
    let role = Instruction.IdentifierRole(rawValue: role)
    if role != .reference, let written = environment.dialect.anchorName?(printed.unescapedQuotes) {
      out.truncate(to: start)
      out.append(written)
    }
    switch role {
    case .definition:
      guard identifiers.define(printed.unescapedQuotes) else {
        throw Fault(
          .value, id: "duplicate-id", "「id」的值「\(printed)」已经用过", help: "每个「id」只能印一次，循环里可以加上「loop.index」")
      }
    case .reference:
      // `#` and `#top` are the beginning of the page.
      guard printed.hasPrefix("#"), printed != "#", printed != "#top" else { return }
      identifiers.refer(to: String(printed.dropFirst()).unescapedQuotes, from: program, position)
    case .anchor: identifiers.refer(to: printed.unescapedQuotes, from: program, position)
    case nil: preconditionFailure("an identifier of no role")
    }
  }

  /// Refuses a reference to an id that was never printed, where it was printed itself.
  mutating func checkReferences() throws(Fault) {
    guard let reference = identifiers.firstDangling else { return }
    trace = [(reference.program, reference.position)]
    throw Fault(
      .value, id: "dangling-reference", "没有印出「id」为「\(reference.name)」的元素", help: "改正「#」后面的名称，或给目标加上这个「id」")
  }
}

extension String {
  /// Written characters stay as written in a template and are references in a value: both are the same id.
  fileprivate var unescapedQuotes: String {
    guard utf8.contains(UInt8(ascii: "&")) else { return self }
    return Array(utf8).referencesResolved
  }
}
