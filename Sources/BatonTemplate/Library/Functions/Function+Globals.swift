// The functions that templates know without importing anything.

extension Function {
  static let globals: [Function] = [range, dict, lipsum, cycler, joiner, namespace]

  /// `range(stop)`, `range(start, stop, step=1)`
  private static let range = Function(
    "range",
    signature: Signature(
      .any,
      [.required("start", .integer), .optional("stop", .integer), .optional("step", .integer)], gives: .list)
  ) { (machine, arguments) throws(Fault) in
    let first = try machine.integer(arguments[1], "range")
    let hasStop = !arguments[2].isMissing
    let (start, stop) = hasStop ? (first, try machine.integer(arguments[2], "range")) : (0, first)
    let step = try machine.integer(arguments[3], "range", default: 1)
    guard step != 0 else { throw Fault(.value, "「range」的步长不能是零") }
    guard IntegerRange(start: start, stop: stop, step: step).count <= longestRange else {
      throw Fault.overflow("「range」最多有\(longestRange)项")
    }
    return machine.makeRange(from: start, to: stop, by: step)
  }

  /// As in Jinja's sandbox: a template alone cannot ask for endless work.
  private static let longestRange = 100_000

  /// `dict(mapping or pairs, key=value, …)`
  private static let dict = Function(
    "dict",
    signature: Signature(.any, [.optional("entries", [.mapping, .list])], keywords: true, gives: .mapping)
  ) { (machine, arguments) throws(Fault) in
    let entries = machine.plain(arguments[1])
    if entries.isUndefined { throw machine.undefinedFault(entries) }
    var pairs = entries.isMissing ? [] : try machine.pairs(of: entries)
    if !arguments.keywords.isMissing { pairs += try machine.pairs(of: arguments.keywords) }
    return try machine.makeMap(pairs)
  }

  /// `cycler(a, b, …)`
  private static let cycler = Function("cycler", signature: Signature(.any, rest: true, gives: .callable)) {
    (machine, arguments) throws(Fault) in
    let items = try machine.given(arguments).positional
    guard !items.isEmpty else { throw Fault(.runtime, id: "empty-cycler", "「cycler」至少要有一项") }
    return machine.makeObject(.cycler(items: items, position: 0))
  }

  /// `joiner(sep=", ")`: nothing the first time it is called, then the separator.
  private static let joiner = Function(
    "joiner", signature: Signature(.any, [.optional("sep", .text)], gives: .callable)
  ) { (machine, arguments) throws(Fault) in
    let separator = arguments[1].isMissing ? machine.makeString(", ") : arguments[1]
    return machine.makeObject(.joiner(separator: separator, wasUsed: false))
  }

  /// `namespace(key=value, …)`: attributes that can be assigned inside of loops.
  private static let namespace = Function(
    "namespace",
    signature: Signature(.any, [.optional("entries", [.mapping, .list])], keywords: true, gives: .any)
  ) { (machine, arguments) throws(Fault) in
    let entries = machine.plain(arguments[1])
    var pairs = entries.isMissing ? [] : try machine.pairs(of: entries)
    if !arguments.keywords.isMissing { pairs += try machine.pairs(of: arguments.keywords) }
    let map = try machine.makeMap(pairs)
    return machine.makeObject(.namespace(machine.maps[map.offset]))
  }

  /// `lipsum(n=5, html=true, min=20, max=100)`: filler that is the same each time.
  private static let lipsum = Function(
    "lipsum",
    signature: Signature(
      .any,
      [
        .optional("n", .integer), .optional("html", .bool), .optional("min", .integer),
        .optional("max", .integer),
      ], gives: .text)
  ) { (machine, arguments) throws(Fault) in
    let count = try machine.integer(arguments[1], "n", default: 5)
    let isHTML = arguments[2].isMissing ? true : try machine.isTrue(arguments[2])
    let shortest = try machine.integer(arguments[3], "min", default: 20)
    let longest = try machine.integer(arguments[4], "max", default: 100)
    guard shortest < longest else { throw Fault(.value, "「lipsum」的 min 应小于 max") }
    try machine.checkWidth(count)
    try machine.checkWidth(shortest)
    try machine.checkWidth(longest)
    var filler = Filler()
    let paragraphs = (0..<max(0, count)).map { _ in
      filler.paragraph(words: filler.number(shortest, longest))
    }
    let text =
      isHTML
      ? paragraphs.map { "<p>" + MarkupText.escape($0) + "</p>" }.joined(separator: "\n")
      : paragraphs.joined(separator: "\n\n")
    return machine.makeString(text, isMarkup: isHTML)
  }
}

/// Words that mean nothing, in sentences.
private struct Filler {
  private static let words = [
    "lorem", "ipsum", "dolor", "sit", "amet", "consectetur", "adipiscing", "elit", "sed", "tempor", "magna",
    "aliqua",
    "enim", "minim", "veniam", "nostrud", "ullamco", "laboris", "nisi", "commodo",
  ]

  private var state: UInt64 = 1

  mutating func number(_ low: Int, _ high: Int) -> Int {
    low + Int(SplitMix.next(&state) % UInt64(max(1, high - low)))
  }

  /// So many words; a comma now and then, a full stop at the end.
  mutating func paragraph(words count: Int) -> String {
    var result: [String] = []
    var untilStop = 0
    for index in 0..<max(0, count) {
      var word = Self.words[number(0, Self.words.count)]
      if untilStop == 0 {
        word = LetterCase.capitalize(word)
        untilStop = number(8, 18)
      }
      untilStop -= 1
      if index == count - 1 || untilStop == 0 {
        word += "."
        untilStop = 0
      } else if number(0, 8) == 0 {
        word += ","
      }
      result.append(word)
    }
    return result.joined(separator: " ")
  }
}
