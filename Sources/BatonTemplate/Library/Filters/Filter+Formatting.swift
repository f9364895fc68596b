// `format`, `tojson`, `pprint`: values laid out by a pattern or a notation.

extension Filter {
  static let formattingFilters: [Filter] = [format, toJSON, prettyPrint]

  /// `format(…)`: Python's `%` formatting, by position or by name.
  private static let format = Filter(
    "format", "格式", signature: Signature(.any, rest: true, keywords: true, gives: .text)
  ) { (machine, arguments) throws(Fault) in
    guard arguments.rest.isMissing || arguments.keywords.isMissing else {
      throw Fault(.filterArgument, "「format」的参数或者都按位置，或者都按名称")
    }
    let format = arguments[0].isString ? arguments[0] : machine.makeString(try machine.str(arguments[0]))
    return try machine.formatted(format, by: arguments)
  }

  /// `tojson(indent=none)`: markup that is safe inside of `script` and of attributes in single quotes.
  private static let toJSON = Filter(
    "tojson", signature: Signature(.any, [.optional("indent", [.integer, .none])], gives: .text)
  ) { (machine, arguments) throws(Fault) in
    let indent = try machine.optionalInteger(arguments[1], "indent")
    try machine.checkWidth(indent ?? 0)
    let text = try machine.json(machine.plain(arguments[0]), indent: indent, level: 0)
    return machine.makeString(text, isMarkup: true)
  }

  /// `pprint`
  private static let prettyPrint = Filter("pprint", signature: Signature(.any, gives: .text)) {
    (machine, arguments) throws(Fault) in
    var printer = PrettyPrinter()
    try printer.print(machine.plain(arguments[0]), indent: 0, allowance: 0, isTop: true, &machine)
    return machine.makeString(printer.output)
  }
}
