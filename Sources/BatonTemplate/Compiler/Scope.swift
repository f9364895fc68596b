// Who a name belongs to. Jinja decides it before anything runs: a name that a scope assigns is the scope's own
// from its beginning on, and starts as whatever it was outside.

/// The names of one scope: a function's body, a loop's body, a `with` …
final class Scope {
  enum Reference {
    /// Looked up in the context whenever it is used.
    case context
    /// A slot of the function that owns the scope.
    case slot(Int)
  }

  /// What a slot holds when its scope is entered.
  enum Load {
    case parameter
    case resolve(String)
    /// The value that the name has in the scope around.
    case alias(String)
    case missing
  }

  let parent: Scope?
  let function: FunctionBuilder
  /// In order of first mention, so that code does not depend on hashing.
  private(set) var order: [String] = []
  private(set) var loads: [String: Load] = [:]
  private(set) var stores: Set<String> = []
  private var slots: [String: Int] = [:]

  init(parent: Scope?, function: FunctionBuilder) {
    self.parent = parent
    self.function = function
  }

  /// The scope that gives a name its meaning, seen from this one.
  func owner(of name: String) -> Scope? {
    var scope: Scope? = self
    while let current = scope {
      if current.loads[name] != nil { return current }
      scope = current.parent
    }
    return nil
  }

  // MARK: Analysis

  private func define(_ name: String, _ load: Load) {
    if loads[name] == nil { order.append(name) }
    loads[name] = load
  }

  func load(_ name: String) {
    if owner(of: name) == nil { define(name, .resolve(name)) }
  }

  func store(_ name: String) {
    stores.insert(name)
    if loads[name] == nil { define(name, parent?.owner(of: name) != nil ? .alias(name) : .missing) }
  }

  @discardableResult
  func declareParameter(_ name: String) -> Int {
    stores.insert(name)
    define(name, .parameter)
    return slot(of: name)
  }

  /// A copy for one branch of an `if`.
  func branch() -> Scope {
    let copy = Scope(parent: parent, function: function)
    copy.order = order
    copy.loads = loads
    copy.stores = stores
    return copy
  }

  /// Takes over what the branches of an `if` did: a name that only some of them assign is looked up outside first.
  func merge(_ branches: [Scope]) {
    var assigned: [String] = []
    for branch in branches {
      for name in branch.order
      where branch.stores.contains(name) && !stores.contains(name) && !assigned.contains(name) {
        assigned.append(name)
      }
    }
    for branch in branches {
      for name in branch.order {
        if let load = branch.loads[name] { define(name, load) }
      }
      stores.formUnion(branch.stores)
    }
    for name in assigned { define(name, parent?.owner(of: name) != nil ? .alias(name) : .resolve(name)) }
  }

  // MARK: Use

  /// How code of this very scope reaches one of its names.
  func reference(_ name: String) -> Reference {
    if case .resolve = loads[name], !stores.contains(name) { return .context }
    return .slot(slot(of: name))
  }

  func slot(of name: String) -> Int {
    if let known = slots[name] { return known }
    let slot = function.newSlot()
    slots[name] = slot
    return slot
  }

  /// The names that this scope and those around it assign, innermost first.
  func assignedNames() -> [String] {
    var result: [String] = []
    var scope: Scope? = self
    while let current = scope {
      for name in current.order where current.stores.contains(name) && !result.contains(name) {
        result.append(name)
      }
      scope = current.parent
    }
    return result
  }
}

/// Counts the slots of a function while it is compiled. The first two are the machine's: the frame that the
/// function was defined in, and the serial number of the activation.
final class FunctionBuilder {
  static let reservedSlots = 2
  let outer: FunctionBuilder?
  private(set) var slotCount = FunctionBuilder.reservedSlots

  init(outer: FunctionBuilder?) { self.outer = outer }

  func newSlot() -> Int {
    slotCount += 1
    return slotCount - 1
  }

  /// How many functions lie between this one and another around it.
  func distance(to other: FunctionBuilder) -> Int {
    var distance = 0
    var function: FunctionBuilder? = self
    while let current = function, current !== other {
      distance += 1
      function = current.outer
    }
    return distance
  }
}
