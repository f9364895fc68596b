// The methods of numbers.

internal import BigInt

extension Function {
  static let integerMethods: [Function] = [
    Function("bit_length", signature: Signature(.integer, gives: .integer)) {
      (machine, arguments) throws(Fault) in
      .int(machine.bigInteger(arguments[0]).magnitude.bitWidth)
    },
    Function("bit_count", signature: Signature(.integer, gives: .integer)) {
      (machine, arguments) throws(Fault) in
      .int(machine.bigInteger(arguments[0]).magnitude.words.reduce(0) { $0 + $1.nonzeroBitCount })
    },
    Function("conjugate", signature: Signature(.integer, gives: .integer)) {
      (machine, arguments) throws(Fault) in
      machine.makeInteger(machine.bigInteger(arguments[0]))
    },
    Function("as_integer_ratio", signature: Signature(.integer, gives: .list)) {
      (machine, arguments) throws(Fault) in
      let value = machine.makeInteger(machine.bigInteger(arguments[0]))
      return machine.makeTuple([value, .int(1)])
    },
  ]

  static let floatMethods: [Function] = [
    Function("is_integer", signature: Signature(.float, gives: .bool)) { (_, arguments) throws(Fault) in
      let value = arguments[0].double
      return .bool(value.isFinite && value.rounded(.towardZero) == value)
    },
    Function("conjugate", signature: Signature(.float, gives: .float)) { (_, arguments) throws(Fault) in
      arguments[0]
    },
    Function("as_integer_ratio", signature: Signature(.float, gives: .list)) {
      (machine, arguments) throws(Fault) in
      let value = arguments[0].double
      guard value.isFinite else {
        throw Fault(value.isNaN ? .value : .overflow, "「\(FloatText.shortest(value))」不能写成整数之比")
      }
      let (numerator, denominator) = BinaryDigits.ratio(of: value)
      let nodes = [machine.makeInteger(numerator), machine.makeInteger(denominator)]
      return machine.makeTuple(nodes)
    },
  ]
}
