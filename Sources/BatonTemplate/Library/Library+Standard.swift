// What every environment knows to begin with.

extension Library {
  /// Jinja's filters, tests, functions and methods, and ours.
  package static let standard: Library = {
    var library = Library()
    library.add(.upper)
    library.add(.defaultValue)
    library.add(.length)
    library.add(.defined)
    return library
  }()
}

extension Filter {
  /// `upper`: letters as capitals; markup stays markup.
  package static let upper = Filter("upper") { (machine, arguments) throws(Fault) in
    let text = try machine.str(arguments[0])
    return machine.makeString(text.uppercased(), isMarkup: arguments[0].isMarkup)
  }

  /// `default(value, default_value="", boolean=false)`
  package static let defaultValue = Filter(
    "default", "d", "缺省", signature: Signature([.optional("default_value"), .optional("boolean")])
  ) { (machine, arguments) throws(Fault) in
    let value = arguments[0]
    let replaces =
      value.isUndefined ? true : try machine.isTrue(arguments[2]) ? try !machine.isTrue(value) : false
    guard replaces else { return value }
    return arguments[1].isMissing ? machine.makeString("") : arguments[1]
  }

  /// `length`: characters of a text, items of a list, keys of an object.
  package static let length = Filter("length", "count") { (machine, arguments) throws(Fault) in
    try machine.refuseStrictUndefined(arguments[0])
    if arguments[0].isUndefined { return .int(0) }
    guard let count = machine.itemCount(of: arguments[0]) else {
      throw Fault.type("\(machine.typeName(of: arguments[0]))没有长度")
    }
    return .int(count)
  }
}

extension Test {
  /// `defined`
  package static let defined = Test("defined") { (_, arguments) throws(Fault) in !arguments[0].isUndefined }
}
