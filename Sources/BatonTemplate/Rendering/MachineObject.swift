// Values with behaviour.

/// What an `object` node stands for.
package enum MachineObject {
  /// `namespace(…)`: attributes that can be assigned.
  case namespace(MapStore)
  /// `cycler(…)`
  case cycler(items: [Node], position: Int)
  /// `joiner(…)`
  case joiner(separator: Node, wasUsed: Bool)
  /// A method that was read but not called yet: `{% set f = "a".upper %}`.
  case method(of: Node, name: String)
  /// A global function, by its number in the environment.
  case function(Int)
}
