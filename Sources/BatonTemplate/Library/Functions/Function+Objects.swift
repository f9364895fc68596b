// The methods of cyclers and joiners.

extension Function {
  static let cyclerMethods: [Function] = [
    Function("next", signature: Signature(.any, gives: .any)) { (machine, arguments) throws(Fault) in
      guard case .cycler(let items, let position) = machine.objects[arguments[0].offset] else { return .none }
      machine.objects[arguments[0].offset] = .cycler(items: items, position: position + 1)
      return items[position % items.count]
    },
    Function("reset", signature: Signature(.any, gives: .none)) { (machine, arguments) throws(Fault) in
      if case .cycler(let items, _) = machine.objects[arguments[0].offset] {
        machine.objects[arguments[0].offset] = .cycler(items: items, position: 0)
      }
      return .none
    },
  ]

  static let joinerMethods: [Function] = [
    Function("__call__", signature: Signature(.any, gives: .text)) { (machine, arguments) throws(Fault) in
      guard case .joiner(let separator, let wasUsed) = machine.objects[arguments[0].offset] else {
        return .none
      }
      machine.objects[arguments[0].offset] = .joiner(separator: separator, wasUsed: true)
      return wasUsed ? separator : machine.makeString("")
    }
  ]
}
