// `pprint`: what does not fit into eighty columns is broken, keys in order; as Python's pprint lays it out.

struct PrettyPrinter {
  private static let width = 80

  private(set) var output = ""

  /// Prints a value at a column; `allowance` columns after it are taken.
  mutating func print(
    _ value: Node, indent: Int, allowance: Int, isTop: Bool = false, _ machine: inout Machine
  ) throws(Fault) {
    let line = try Self.flat(value, &machine)
    guard line.unicodeScalars.count > Self.width - indent - allowance else {
      output += line
      return
    }
    switch value.tag {
    case .list where value.isPlainList:
      output += "["
      try printItems(value, indent: indent, allowance: allowance + 1, &machine)
      output += "]"
    case .tuple:
      let close = machine.itemCount(of: value) == 1 ? ",)" : ")"
      output += "("
      try printItems(value, indent: indent, allowance: allowance + close.utf8.count, &machine)
      output += close
    case .record, .map:
      output += "{"
      try printEntries(value, indent: indent, allowance: allowance + 1, &machine)
      output += "}"
    case .string where !value.isMarkup:
      printText(machine.text(of: value), indent: indent, allowance: allowance, isTop: isTop)
    default: output += line
    }
  }

  private mutating func printItems(
    _ value: Node, indent: Int, allowance: Int, _ machine: inout Machine
  ) throws(Fault) {
    let items = try machine.items(of: value)
    for (index, item) in items.enumerated() {
      if index > 0 { breakLine(indent + 1) }
      try print(
        item, indent: indent + 1, allowance: index == items.count - 1 ? allowance : 1, &machine)
    }
  }

  private mutating func printEntries(
    _ value: Node, indent: Int, allowance: Int, _ machine: inout Machine
  ) throws(Fault) {
    let entries = try Self.sorted(value, &machine)
    for (index, entry) in entries.enumerated() {
      if index > 0 { breakLine(indent + 1) }
      let key = try Self.flat(entry.key, &machine)
      output += key + ": "
      try print(
        entry.value, indent: indent + 1 + key.unicodeScalars.count + 2,
        allowance: index == entries.count - 1 ? allowance : 1, &machine)
    }
  }

  private mutating func breakLine(_ indent: Int) {
    output += ",\n" + String(repeating: " ", count: indent)
  }

  /// A value in one line, keys in order.
  private static func flat(_ value: Node, _ machine: inout Machine) throws(Fault) -> String {
    switch value.tag {
    case .list where value.isPlainList, .tuple:
      var items: [String] = []
      for item in try machine.items(of: value) { items.append(try flat(item, &machine)) }
      if value.tag == .list { return "[" + items.joined(separator: ", ") + "]" }
      return "(" + items.joined(separator: ", ") + (items.count == 1 ? ",)" : ")")
    case .record where value.flags.contains(.figure): return machine.repr(value)
    case .record, .map:
      var entries: [String] = []
      for entry in try sorted(value, &machine) {
        entries.append(try flat(entry.key, &machine) + ": " + flat(entry.value, &machine))
      }
      return "{" + entries.joined(separator: ", ") + "}"
    default: return machine.repr(value)
    }
  }

  /// Entries by key; keys that cannot be compared, by their kind.
  private static func sorted(
    _ value: Node, _ machine: inout Machine
  ) throws(Fault) -> [(key: Node, value: Node)] {
    let entries = try machine.pairs(of: value)
    let kinds = entries.map { machine.pythonTypeName(of: $0.key) }
    let isMixed = Set(kinds).count > 1 && !entries.allSatisfy { $0.key.isNumber }
    var order = Array(entries.indices)
    if isMixed {
      order.sort { (kinds[$0], $0) < (kinds[$1], $1) }
    } else {
      order = try machine.sortedIndices(of: entries.map { [$0.key] }, isReversed: false)
    }
    return order.map { entries[$0] }
  }

  /// A long text as several literals, broken behind white space; in brackets where it stands alone.
  private mutating func printText(_ text: String, indent: Int, allowance: Int, isTop: Bool) {
    let indent = isTop ? indent + 1 : indent
    let allowance = isTop ? allowance + 1 : allowance
    let width = Self.width - indent
    let lines = TextSplitting.lines(text, keepsEnds: true)
    var chunks: [String] = []
    for (index, line) in lines.enumerated() {
      let isLast = index == lines.count - 1
      let quoted = TextLiteral.quote(line)
      if quoted.unicodeScalars.count <= (isLast ? width - allowance : width) {
        chunks.append(quoted)
        continue
      }
      var current = ""
      let words = Self.words(line)
      for (position, word) in words.enumerated() {
        let candidate = current + word
        let room = isLast && position == words.count - 1 ? width - allowance : width
        if TextLiteral.quote(candidate).unicodeScalars.count > room {
          if !current.isEmpty { chunks.append(TextLiteral.quote(current)) }
          current = word
        } else {
          current = candidate
        }
      }
      if !current.isEmpty { chunks.append(TextLiteral.quote(current)) }
    }
    guard chunks.count > 1 else {
      output += TextLiteral.quote(text)
      return
    }
    let joined = chunks.joined(separator: "\n" + String(repeating: " ", count: indent))
    output += isTop ? "(" + joined + ")" : joined
  }

  /// Words with the white space behind them.
  private static func words(_ line: String) -> [String] {
    var words: [String] = []
    var current = CodePoints()
    for point in line.unicodeScalars {
      if !point.isPythonSpace, current.last?.isPythonSpace ?? false {
        words.append(String(current))
        current = []
      }
      current.append(point)
    }
    if !current.isEmpty { words.append(String(current)) }
    return words
  }
}
