// The callables that templates know by name.
//
// Adding a filter: write `static let upper = Filter("upper", signature: Signature(.any, gives: .text)) { … }` in a file of
// this folder and list it in its file's table; `Library.standard` gathers the tables. `arguments[0]` is the value, `arguments[1]` the
// first parameter of the signature; one that was left out arrives as `missing`. Values are read and made
// through the machine; a fault is thrown as a `Fault`, without a place: the machine knows it.

/// A filter: `value|name(…)`.
package struct Filter: Sendable {
  package typealias Body = @Sendable (inout Machine, borrowing Arguments) throws(Fault) -> Node

  package let names: [String]
  package let signature: Signature
  package let apply: Body

  /// A filter with its name, and others it is known by; Chinese ones are as good as Latin ones.
  package init(_ names: String..., signature: Signature = Signature(), apply: @escaping Body) {
    self.names = names
    self.signature = signature
    self.apply = apply
  }
}

/// A test: `value is name(…)`.
package struct Test: Sendable {
  package typealias Body = @Sendable (inout Machine, borrowing Arguments) throws(Fault) -> Bool

  package let names: [String]
  package let signature: Signature
  package let holds: Body

  package init(_ names: String..., signature: Signature = Signature(), holds: @escaping Body) {
    self.init(names: names, signature: signature, holds: holds)
  }

  package init(names: [String], signature: Signature = Signature(), holds: @escaping Body) {
    self.names = names
    self.signature = signature
    self.holds = holds
  }
}

/// A global function, `name(…)`, or a method, `value.name(…)`, whose value is `arguments[0]`. (A function's
/// arguments begin at `[1]` too.)
package struct Function: Sendable {
  package typealias Body = @Sendable (inout Machine, borrowing Arguments) throws(Fault) -> Node

  package let names: [String]
  package let signature: Signature
  package let call: Body

  package init(_ names: String..., signature: Signature = Signature(), call: @escaping Body) {
    self.names = names
    self.signature = signature
    self.call = call
  }
}

/// Whose methods a table holds.
package enum Receiver: UInt8, Sendable, CaseIterable {
  case string, list, tuple, mapping, integer, float, decimal, cycler, joiner
}

/// Everything that templates can call by name, numbered: instructions hold the numbers.
package struct Library: Sendable {
  package private(set) var filters: [Filter] = []
  package private(set) var tests: [Test] = []
  package private(set) var functions: [Function] = []
  package private(set) var filterNumbers: [String: Int] = [:]
  package private(set) var testNumbers: [String: Int] = [:]
  package private(set) var functionNumbers: [String: Int] = [:]
  private var methods: [Receiver: [String: Function]] = [:]

  package init() {}

  package mutating func add(_ filter: Filter) {
    for name in filter.names { filterNumbers[name] = filters.count }
    filters.append(filter)
  }

  package mutating func add(_ test: Test) {
    for name in test.names { testNumbers[name] = tests.count }
    tests.append(test)
  }

  package mutating func add(_ function: Function) {
    for name in function.names { functionNumbers[name] = functions.count }
    functions.append(function)
  }

  package mutating func add(_ method: Function, to receivers: Receiver...) {
    for receiver in receivers {
      for name in method.names { methods[receiver, default: [:]][name] = method }
    }
  }

  package func method(_ name: String, of receiver: Receiver) -> Function? { methods[receiver]?[name] }
}
