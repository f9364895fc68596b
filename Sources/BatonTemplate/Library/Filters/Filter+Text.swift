// Filters that make a text of a text.

extension Filter {
  /// A filter that changes a value's text and leaves markup markup.
  private static func textual(
    _ name: String, _ transform: @escaping @Sendable (String) -> String
  ) -> Filter {
    Filter(name, signature: Signature(.any, gives: .text)) { (machine, arguments) throws(Fault) in
      let text = try machine.str(arguments[0])
      return machine.makeString(transform(text), isMarkup: arguments[0].isMarkup)
    }
  }

  static let textFilters: [Filter] = [
    textual("upper", LetterCase.upper), textual("lower", LetterCase.lower),
    textual("capitalize", LetterCase.capitalize), title, trim, center, replace, truncate, wordwrap, wordcount,
    indent, string,
  ]

  /// `title`: what was markup is a text again.
  private static let title = Filter("title", signature: Signature(.any, gives: .text)) {
    (machine, arguments) throws(Fault) in
    machine.makeString(LetterCase.titleWords(try machine.str(arguments[0])))
  }

  /// `trim(chars=none)`
  private static let trim = Filter(
    "trim", signature: Signature(.any, [.optional("chars", [.text, .none])], gives: .text)
  ) { (machine, arguments) throws(Fault) in
    let characters = try machine.optionalString(arguments[1], "chars")
    return machine.makeString(
      TextSplitting.strip(try machine.str(arguments[0]), of: characters), isMarkup: arguments[0].isMarkup)
  }

  /// `center(width=80)`
  private static let center = Filter(
    "center", signature: Signature(.any, [.optional("width", .integer)], gives: .text)
  ) { (machine, arguments) throws(Fault) in
    let width = max(0, try machine.integer(arguments[1], "width", default: 80))
    try machine.checkWidth(width)
    return machine.makeString(
      TextPadding.pad(try machine.str(arguments[0]), to: width, .center), isMarkup: arguments[0].isMarkup)
  }

  /// `replace(old, new, count=none)`: into markup, the new text is escaped; markup put into a text makes it markup.
  private static let replace = Filter(
    "replace",
    signature: Signature(
      .any, [.required("old", .any), .required("new", .any), .optional("count", [.integer, .none])],
      gives: .text)
  ) { (machine, arguments) throws(Fault) in
    var text = try machine.str(arguments[0])
    let old = try machine.str(arguments[1])
    var new = try machine.str(arguments[2])
    let count = try machine.optionalInteger(arguments[3], "count") ?? -1
    var isMarkup = machine.autoescapes && arguments[0].isMarkup
    if machine.autoescapes, !isMarkup, arguments[1].isMarkup || arguments[2].isMarkup {
      text = MarkupText.escape(text)
      isMarkup = true
    }
    if isMarkup, !arguments[2].isMarkup { new = MarkupText.escape(new) }
    let result = TextSearch.replace(old, by: new, in: text, limit: count < 0 ? nil : count)
    return machine.makeString(result, isMarkup: isMarkup)
  }

  /// `truncate(length=255, killwords=false, end="...", leeway=5)`
  private static let truncate = Filter(
    "truncate",
    signature: Signature(
      .text,
      [
        .optional("length", .integer), .optional("killwords", .bool), .optional("end", .text),
        .optional("leeway", [.integer, .none]),
      ], gives: .text)
  ) { (machine, arguments) throws(Fault) in
    let end = try machine.string(arguments[3], "end", default: "...")
    let isMarkup = arguments[0].isMarkup
    // No text comes near these bounds; what lies beyond them must not overflow.
    let bound = 1 << 40
    let length = max(-bound, min(bound, try machine.integer(arguments[1], "length", default: 255)))
    let leeway = try machine.optionalInteger(arguments[4], "leeway") ?? 5
    // What is short enough is left as it is, whatever it is.
    if arguments[0].isUndefined { return arguments[0] }
    if !arguments[0].isString, !arguments[0].flags.contains(.generator),
      let count = machine.itemCount(of: arguments[0]), count <= length
    {
      return arguments[0]
    }
    let text = try machine.string(arguments[0], "truncate")
    let result = try TextShortening.truncate(
      text, to: length, cutsWords: try machine.flag(arguments[2]), end: end, leeway: leeway)
    guard isMarkup, !arguments[3].isMarkup, result != text else {
      return machine.makeString(result, isMarkup: isMarkup)
    }
    let kept = result.unicodeScalars.dropLast(end.unicodeScalars.count)
    return machine.makeString(String(kept) + MarkupText.escape(end), isMarkup: true)
  }

  /// `wordwrap(width=79, break_long_words=true, wrapstring=none, break_on_hyphens=true)`
  private static let wordwrap = Filter(
    "wordwrap",
    signature: Signature(
      .text,
      [
        .optional("width", .integer), .optional("break_long_words", .bool),
        .optional("wrapstring", [.text, .none]), .optional("break_on_hyphens", .bool),
      ], gives: .text)
  ) { (machine, arguments) throws(Fault) in
    let text = try machine.string(arguments[0], "wordwrap")
    var wrap = WordWrap(width: try machine.integer(arguments[1], "width", default: 79))
    if !arguments[2].isMissing { wrap.breaksLongWords = try machine.isTrue(arguments[2]) }
    if !arguments[4].isMissing { wrap.breaksOnHyphens = try machine.isTrue(arguments[4]) }
    var separator = try machine.optionalString(arguments[3], "wrapstring") ?? "\n"
    var lines: [String] = []
    for line in TextSplitting.lines(text) {
      lines.append(try wrap.lines(of: line).joined(separator: separator))
    }
    if arguments[3].isMarkup { lines = lines.map(MarkupText.escape) }
    separator = lines.joined(separator: separator)
    return machine.makeString(separator, isMarkup: arguments[3].isMarkup)
  }

  /// `wordcount`
  private static let wordcount = Filter("wordcount", signature: Signature(.any, gives: .integer)) {
    (machine, arguments) throws(Fault) in
    .int(TextShortening.wordCount(try machine.str(arguments[0])))
  }

  /// `indent(width=4, first=false, blank=false)`: the width may be the indentation itself.
  private static let indent = Filter(
    "indent",
    signature: Signature(
      .text, [.optional("width", [.integer, .text]), .optional("first", .bool), .optional("blank", .bool)],
      gives: .text)
  ) { (machine, arguments) throws(Fault) in
    let text = try machine.string(arguments[0], "indent")
    let indentation: String
    if arguments[1].isString {
      indentation = machine.text(of: arguments[1])
    } else {
      let width = try machine.integer(arguments[1], "width", default: 4)
      try machine.checkWidth(width)
      indentation = String(repeating: " ", count: max(0, width))
    }
    let first = try machine.flag(arguments[2])
    let blank = try machine.flag(arguments[3])
    return machine.makeString(
      TextShortening.indent(text, by: indentation, first: first, blank: blank),
      isMarkup: arguments[0].isMarkup)
  }

  /// `string`: the text a value prints as; markup stays markup.
  private static let string = Filter("string", signature: Signature(.any, gives: .text)) {
    (machine, arguments) throws(Fault) in
    arguments[0].isString ? arguments[0] : machine.makeString(try machine.str(arguments[0]))
  }
}
