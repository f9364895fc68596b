// The methods of texts that look for something, cut apart, or fill in.

extension Function {
  static let searchMethods: [Function] = [
    finding("find", fromRight: false, refuses: false), finding("rfind", fromRight: true, refuses: false),
    finding("index", fromRight: false, refuses: true), finding("rindex", fromRight: true, refuses: true),
    count, affix("startswith", atEnd: false), affix("endswith", atEnd: true),
  ]

  static let splittingMethods: [Function] = [
    splitting("split", fromRight: false), splitting("rsplit", fromRight: true), splitLines,
    parting("partition", fromRight: false), parting("rpartition", fromRight: true),
  ]

  private static let bounds: [Signature.Parameter] = [
    .optional("start", [.integer, .none]), .optional("end", [.integer, .none]),
  ]

  private static func finding(_ name: String, fromRight: Bool, refuses: Bool) -> Function {
    Function(name, signature: Signature(.text, [.required("sub", .text)] + bounds, gives: .integer)) {
      (machine, arguments) throws(Fault) in
      let points = machine.text(of: arguments[0]).points
      let needle = try machine.string(arguments[1], name).points
      let start = try machine.optionalInteger(arguments[2], "start")
      let end = try machine.optionalInteger(arguments[3], "end")
      var found: Int?
      if let (start, end) = TextSearch.bounds(start, end, count: points.count) {
        found =
          fromRight
          ? TextSearch.last(needle, in: points, from: start, before: end)
          : TextSearch.first(needle, in: points, from: start, to: end)
      }
      if refuses, found == nil { throw Fault(.value, "「\(machine.brief(arguments[0]))」里没有要找的文字") }
      return .int(found ?? -1)
    }
  }

  private static let count = Function(
    "count", signature: Signature(.text, [.required("sub", .text)] + bounds, gives: .integer)
  ) { (machine, arguments) throws(Fault) in
    let points = machine.text(of: arguments[0]).points
    let needle = try machine.string(arguments[1], "count").points
    let start = try machine.optionalInteger(arguments[2], "start")
    let end = try machine.optionalInteger(arguments[3], "end")
    guard let (from, to) = TextSearch.bounds(start, end, count: points.count) else { return .int(0) }
    return .int(TextSearch.count(needle, in: points, from: from, to: to))
  }

  /// `startswith(prefix or prefixes)`
  private static func affix(_ name: String, atEnd: Bool) -> Function {
    Function(name, signature: Signature(.text, [.required("affix", [.text, .list])] + bounds, gives: .bool)) {
      (machine, arguments) throws(Fault) in
      let points = machine.text(of: arguments[0]).points
      let start = try machine.optionalInteger(arguments[2], "start")
      let end = try machine.optionalInteger(arguments[3], "end")
      let isTuple = arguments[1].tag == .tuple
      let affixes = isTuple ? try machine.items(of: arguments[1]) : [arguments[1]]
      guard let (from, to) = TextSearch.bounds(start, end, count: points.count) else { return .bool(false) }
      for affix in affixes {
        let wanted = try machine.string(affix, name).points
        let found = atEnd ? points[from..<to].suffix(wanted.count) : points[from..<to].prefix(wanted.count)
        if found.elementsEqual(wanted) { return .bool(true) }
      }
      return .bool(false)
    }
  }

  private static func splitting(_ name: String, fromRight: Bool) -> Function {
    Function(
      name,
      signature: Signature(
        .text, [.optional("sep", [.text, .none]), .optional("maxsplit", .integer)], gives: .list)
    ) { (machine, arguments) throws(Fault) in
      let text = machine.text(of: arguments[0])
      let maximum = try machine.integer(arguments[2], "maxsplit", default: -1)
      let limit = maximum < 0 ? nil : maximum
      guard let separator = try machine.optionalString(arguments[1], "sep") else {
        let words =
          fromRight
          ? TextSplitting.wordsFromRight(text, limit: limit) : TextSplitting.words(text, limit: limit)
        return machine.makeStrings(words, isMarkup: arguments[0].isMarkup)
      }
      guard !separator.isEmpty else { throw Fault(.value, "分隔用的文字不能是空的") }
      let parts =
        fromRight
        ? TextSplitting.splitFromRight(text, by: separator, limit: limit)
        : TextSplitting.split(text, by: separator, limit: limit)
      return machine.makeStrings(parts, isMarkup: arguments[0].isMarkup)
    }
  }

  private static let splitLines = Function(
    "splitlines", signature: Signature(.text, [.optional("keepends", .bool)], gives: .list)
  ) { (machine, arguments) throws(Fault) in
    let lines = TextSplitting.lines(
      machine.text(of: arguments[0]), keepsEnds: try machine.flag(arguments[1]))
    return machine.makeStrings(lines, isMarkup: arguments[0].isMarkup)
  }

  private static func parting(_ name: String, fromRight: Bool) -> Function {
    Function(name, signature: Signature(.text, [.required("sep", .text)], gives: .list)) {
      (machine, arguments) throws(Fault) in
      let text = machine.text(of: arguments[0])
      let separator = try machine.string(arguments[1], "sep")
      guard !separator.isEmpty else { throw Fault(.value, "分隔用的文字不能是空的") }
      let parts =
        fromRight
        ? TextSplitting.partitionFromRight(text, at: separator) : TextSplitting.partition(text, at: separator)
      var nodes: [Node] = []
      for part in parts { nodes.append(machine.makeString(part, isMarkup: arguments[0].isMarkup)) }
      return machine.makeTuple(nodes)
    }
  }

  // MARK: Formatting and markup

  static let markupMethods: [Function] = [
    Function("format", signature: Signature(.text, rest: true, keywords: true, gives: .text)) {
      (machine, arguments) throws(Fault) in
      try machine.formatted(arguments[0], try machine.given(arguments).positional, arguments.keywords)
    },
    Function("format_map", signature: Signature(.text, [.required("mapping", .mapping)], gives: .text)) {
      (machine, arguments) throws(Fault) in
      let mapping = machine.plain(arguments[1])
      guard mapping.isMapping else { throw machine.wrongType(mapping, "format_map", wanted: "对象") }
      return try machine.formatted(arguments[0], [], mapping)
    },
    markup("striptags", MarkupText.stripTags), markup("unescape", MarkupText.unescape),
  ]

  /// A method that only markup has.
  private static func markup(_ name: String, _ transform: @escaping @Sendable (String) -> String) -> Function
  {
    Function(name, signature: Signature(.text, gives: .text)) { (machine, arguments) throws(Fault) in
      guard arguments[0].isMarkup else {
        throw Fault(.undefined, "文字没有「\(name)」", help: "用过滤器 |\(name)，或者先 |safe")
      }
      return machine.makeString(transform(machine.text(of: arguments[0])))
    }
  }
}
