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
  case method(of: Node, name: Node)
  /// A global function, by its number in the library.
  case function(Int)
  case macro(MacroValue)
  /// `loop`: its place on the stack of loops, and the serial number that shows whether it is still running.
  case loop(Int, serial: Int)
  /// `loop.cycle` or `loop.changed`, read but not called yet.
  case loopMethod(Int, name: Node)
  /// An imported template: its context, and what it printed.
  case module(context: Int, body: Node)
  /// `self`
  case templateReference(context: Int)
  /// `self.name` or `super`: a block of a context.
  case blockReference(context: Int, link: Int)
}

/// A macro, or the body of a `call`: code and the frame it is closed over.
package struct MacroValue: BitwiseCopyable {
  let program: Int
  let function: Int
  /// The frame that the macro was defined in, and its serial number.
  let frame: Int
  let serial: Int
  let context: Int
}
