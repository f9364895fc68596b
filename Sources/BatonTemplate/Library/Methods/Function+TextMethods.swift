// The methods of texts. Of markup they make markup, and what is put into it is escaped.

extension Function {
  private static func same(
    _ name: String, _ transform: @escaping @Sendable (String) -> String
  ) -> Function {
    Function(name, signature: Signature(.text, gives: .text)) { (machine, arguments) throws(Fault) in
      machine.makeString(transform(machine.text(of: arguments[0])), isMarkup: arguments[0].isMarkup)
    }
  }

  private static let caseMethods: [Function] = [
    same("upper", LetterCase.upper), same("lower", LetterCase.lower), same("title", LetterCase.title),
    same("capitalize", LetterCase.capitalize), same("swapcase", LetterCase.swapcase),
    same("casefold", LetterCase.casefold),
  ]

  private static let classMethods: [Function] = CharacterClass.allCases.map { kind in
    Function(kind.rawValue, signature: Signature(.text, gives: .bool)) { (machine, arguments) throws(Fault) in
      .bool(kind.holds(for: machine.text(of: arguments[0])))
    }
  }

  static let textMethods: [Function] =
    caseMethods + classMethods + [
      stripping("strip", .both), stripping("lstrip", .left), stripping("rstrip", .right),
      padding("center", .center), padding("ljust", .left), padding("rjust", .right), zfill, expandTabs,
      removing("removeprefix", atEnd: false), removing("removesuffix", atEnd: true), replace, join, encode,
    ] + searchMethods + splittingMethods + markupMethods

  private static func stripping(_ name: String, _ side: TextSplitting.Side) -> Function {
    Function(name, signature: Signature(.text, [.optional("chars", [.text, .none])], gives: .text)) {
      (machine, arguments) throws(Fault) in
      let characters = try machine.optionalString(arguments[1], "chars")
      return machine.makeString(
        TextSplitting.strip(machine.text(of: arguments[0]), of: characters, side),
        isMarkup: arguments[0].isMarkup)
    }
  }

  private static func padding(_ name: String, _ alignment: TextPadding.Alignment) -> Function {
    Function(
      name,
      signature: Signature(.text, [.required("width", .integer), .optional("fillchar", .text)], gives: .text)
    ) { (machine, arguments) throws(Fault) in
      let width = max(0, try machine.integer(arguments[1], "width"))
      try machine.checkWidth(width)
      var fill = try machine.string(arguments[2], "fillchar", default: " ")
      if arguments[0].isMarkup { fill = MarkupText.escape(fill) }
      guard let point = fill.unicodeScalars.first, fill.unicodeScalars.count == 1 else {
        throw Fault.type("填充用的「\(fill)」应是一个字符")
      }
      return machine.makeString(
        TextPadding.pad(machine.text(of: arguments[0]), to: width, with: point, alignment),
        isMarkup: arguments[0].isMarkup)
    }
  }

  private static let zfill = Function(
    "zfill", signature: Signature(.text, [.required("width", .integer)], gives: .text)
  ) { (machine, arguments) throws(Fault) in
    let width = max(0, try machine.integer(arguments[1], "width"))
    try machine.checkWidth(width)
    return machine.makeString(
      TextPadding.zfill(machine.text(of: arguments[0]), to: width), isMarkup: arguments[0].isMarkup)
  }

  private static let expandTabs = Function(
    "expandtabs", signature: Signature(.text, [.optional("tabsize", .integer)], gives: .text)
  ) { (machine, arguments) throws(Fault) in
    let size = try machine.integer(arguments[1], "tabsize", default: 8)
    try machine.checkWidth(size)
    return machine.makeString(
      TextPadding.expandTabs(machine.text(of: arguments[0]), size: size), isMarkup: arguments[0].isMarkup)
  }

  private static func removing(_ name: String, atEnd: Bool) -> Function {
    Function(name, signature: Signature(.text, [.required("affix", .text)], gives: .text)) {
      (machine, arguments) throws(Fault) in
      let text = machine.text(of: arguments[0]).points
      let affix = try machine.string(arguments[1], name).points
      let found = atEnd ? text.suffix(affix.count) : text.prefix(affix.count)
      guard found.elementsEqual(affix), !affix.isEmpty else { return arguments[0] }
      let rest = atEnd ? text.dropLast(affix.count) : text.dropFirst(affix.count)
      return machine.makeString(String(rest), isMarkup: arguments[0].isMarkup)
    }
  }

  private static let replace = Function(
    "replace",
    signature: Signature(
      .text, [.required("old", .text), .required("new", .text), .optional("count", .integer)], gives: .text)
  ) { (machine, arguments) throws(Fault) in
    let old = try machine.string(arguments[1], "old")
    var new = try machine.string(arguments[2], "new")
    let count = try machine.integer(arguments[3], "count", default: -1)
    let isMarkup = arguments[0].isMarkup
    if isMarkup, !arguments[2].isMarkup { new = MarkupText.escape(new) }
    let result = TextSearch.replace(
      old, by: new, in: machine.text(of: arguments[0]), limit: count < 0 ? nil : count)
    return machine.makeString(result, isMarkup: isMarkup)
  }

  /// `", ".join(texts)`
  private static let join = Function(
    "join", signature: Signature(.text, [.required("iterable", .sequence)], gives: .text)
  ) { (machine, arguments) throws(Fault) in
    let isMarkup = arguments[0].isMarkup
    let separator = machine.text(of: arguments[0])
    var parts: [String] = []
    for item in try machine.items(of: machine.plain(arguments[1])) {
      let text = try isMarkup ? machine.str(item) : machine.string(item, "join")
      parts.append(isMarkup && !item.isMarkup ? MarkupText.escape(text) : text)
    }
    return machine.makeString(parts.joined(separator: separator), isMarkup: isMarkup)
  }

  /// `encode`: templates have no bytes; what Python would print of them.
  private static let encode = Function(
    "encode",
    signature: Signature(.text, [.optional("encoding", .text), .optional("errors", .text)], gives: .text)
  ) { (machine, arguments) throws(Fault) in
    let encoding = try machine.string(arguments[1], "encoding", default: "utf-8")
    guard ["utf-8", "utf8"].contains(LetterCase.lower(encoding)) else {
      throw Fault(.value, "不认识编码「\(encoding)」", help: "只有 utf-8")
    }
    return machine.makeString("b" + TextLiteral.quoteBytes(machine.utf8(of: arguments[0])))
  }
}
