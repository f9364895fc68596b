// What the names of a template may be at one point of it. Flow-sensitive: branches are checked in copies that
// are joined afterwards.

/// The names in force, innermost frame last, and what conditions have told since.
struct FlowState: Sendable, Hashable {
  /// Frame 0 is the data, frame 1 the template's top level; blocks begin from these two.
  private var frames: [[String: Possible]]
  /// Narrowed values by the path of the expression: `实地考核`, `行.目标值`.
  private var facts: [String: Possible] = [:]

  init(data: [String: Possible] = [:]) {
    frames = [data, [:]]
  }

  /// The data and the top level alone: what the body of a block sees.
  var outermost: FlowState {
    var scope = self
    scope.frames = Array(frames.prefix(2))
    scope.facts = [:]
    return scope
  }

  /// The names that can be used here.
  var names: [String] { frames.flatMap(\.keys).sorted() }

  func value(of name: String) -> Possible? {
    if let fact = facts[name] { return fact }
    for frame in frames.reversed() {
      if let value = frame[name] { return value }
    }
    return nil
  }

  /// Whether a name means a field of the data, not something the template set.
  func isData(_ name: String) -> Bool {
    frames.lastIndex { $0[name] != nil } == 0
  }

  /// Whether nothing here gives a name a value: it is a field of the data, if that has it.
  func isUnset(_ name: String) -> Bool { frames.allSatisfy { $0[name] == nil } }

  func fact(at path: String) -> Possible? { facts[path] }

  mutating func push() { frames.append([:]) }

  /// Assigns in the innermost frame, and forgets what was known of the name.
  mutating func assign(_ name: String, _ value: Possible) {
    forget(name)
    frames[frames.count - 1][name] = value
  }

  /// Changes what a name is where it was assigned.
  mutating func update(_ name: String, to value: Possible) {
    guard let index = frames.lastIndex(where: { $0[name] != nil }) else { return }
    forget(name)
    frames[index][name] = value
  }

  mutating func narrow(_ path: String, to value: Possible) {
    facts[path] = value
  }

  /// What a body that ran in a further frame left behind.
  mutating func take(from inner: FlowState) {
    frames = Array(inner.frames.prefix(frames.count))
    facts = facts.filter { inner.facts[$0.key] == $0.value }
  }

  mutating func forget(_ name: String) {
    facts = facts.filter { $0.key != name && !$0.key.hasPrefix(name + ".") }
  }

  /// After a choice between two ways that began in the same scope: a name set in one alone may be undefined.
  func joined(with other: FlowState) -> FlowState {
    var result = self
    for index in frames.indices where index < other.frames.count {
      let names = Set(frames[index].keys).union(other.frames[index].keys)
      for name in names {
        let left = frames[index][name] ?? .undefined
        let right = other.frames[index][name] ?? .undefined
        result.frames[index][name] = left.joined(with: right)
      }
    }
    result.facts = facts.filter { other.facts[$0.key] == $0.value }
    return result
  }
}
