// Printing in the places of a structured template.

extension Machine {
  /// Prints a value by the rule of a place.
  mutating func emit(_ value: Node, in place: UInt8) throws(Fault) {
    let value = plain(value)
    if value.flags.contains(.rendered), value.isMarkup { return try emitFragment(value, in: place) }
    switch rules[Int(place)].check {
    case .any: break
    case .url: try checkURL(value)
    case .integer(let range):
      guard value.tag == .int, range.contains(value.integer) else {
        throw badNumber(value, range)
      }
      return out.append(value.integer)
    }
    switch value.tag {
    case .int: out.append(value.integer)
    case .string:
      let bytes = rawBytes(value)
      guard let base = bytes.baseAddress else { return }
      if value.isMarkup { return try emitMarkup(value, place) }
      try append(base, bytes.count, place)
    default:
      let text = makeString(try str(value))
      let bytes = rawBytes(text)
      if let base = bytes.baseAddress { try append(base, bytes.count, place) }
    }
  }

  /// A value where a number in a range is wanted.
  func badNumber(_ value: Node, _ range: ClosedRange<Int>) -> Fault {
    let wanted =
      range.upperBound == Int.max
      ? "不小于 \(range.lowerBound) 的整数" : "\(range.lowerBound) 到 \(range.upperBound) 的整数"
    return Fault(
      .value, id: "bad-number", "这里要有\(range.upperBound == Int.max ? "" : " ")\(wanted)，不能是「\(brief(value))」")
  }

  /// Prints a value that says it is markup (`|safe`): it is read before it is believed.
  private mutating func emitMarkup(_ value: Node, _ place: UInt8) throws(Fault) {
    let text = text(of: value)
    let isText = !text.utf8.contains(UInt8(ascii: "<"))
    let isInAttribute = OutputPlace.attributes.contains(OutputPlace(rawValue: place))
    if isInAttribute, !isText || text.utf8.contains(UInt8(ascii: "\"")) {
      throw Fault(.value, id: "bad-markup", "属性里不能放标记「\(brief(value))」")
    }
    if isText, isInAttribute { return out.append(text) }
    guard environment.dialect.name == "xhtml" || isText else {
      throw Fault(.value, id: "markup-kind", "这里只能放不带标签的标记")
    }
    let markup: MarkupValue
    do throws(MarkupValue.Fault) {
      markup = try MarkupValue(text)
    } catch {
      throw Fault(.value, id: "bad-markup", "值不是可以直接使用的标记：\(error.message)")
    }
    if isText { return out.append(text) }
    try checkKind(markup.kind, of: value, in: place)
    out.append(markup.html)
  }

  private func checkKind(_ kind: Kind?, of value: Node, in place: UInt8) throws(Fault) {
    let wanted: String
    switch (rules[Int(place)].fragments, kind) {
    case (.blocks, .text?), (.blocks, .inline?), (.blocks, .block?), (.inline, .text?), (.inline, .inline?):
      return
    case (.characters, _): wanted = "文字"
    case (.inline, _): wanted = "文字和行内内容"
    case (.blocks, _): wanted = "段落、表格和文字"
    }
    let label = kind.map { "「\($0.label)」" } ?? "「\(fragmentBrief(value))」这样混在一起的内容"
    throw Fault(
      .value, id: "markup-kind", "这里只能放\(wanted)，不能放\(label)",
      help: kind == .block ? "让「{{ … }}」单独成段" : "只要其中的文字，用「striptags」")
  }

  /// Prints a fragment that fits the place.
  private mutating func emitFragment(_ value: Node, in place: UInt8) throws(Fault) {
    switch rules[Int(place)].fragments {
    case .characters:
      guard !holdsElements(value) else {
        throw Fault(
          .value, id: "markup-kind", "这里只能放文字，不能放带格式的内容「\(fragmentBrief(value))」",
          help: "先用「striptags」取它的文字")
      }
      try emit(makeString(fragmentCharacters(of: value)), in: place)
    case .inline:
      guard !holdsBlocks(value) else {
        throw Fault(
          .value, id: "markup-kind", "这里只能放文字和行内内容，不能放段落、表格「\(fragmentBrief(value))」",
          help: "让「{{ … }}」单独成段")
      }
      try emitFragment(value)
    case .blocks: try emitFragment(value)
    }
  }

  /// A text as it is printed between tags, for a fragment that holds it.
  mutating func printedText(_ value: Node) throws(Fault) -> [UInt8] {
    if isFragment(value) { return Array(rawBytes(value)) }
    let start = out.count
    try emit(value, in: OutputPlace.text.rawValue)
    let printed = out.bytes(from: start)
    out.truncate(to: start)
    return printed
  }

  func checkURL(_ value: Node) throws(Fault) {
    let url = try str(value)
    guard !URLScheme.isHarmless(url) else { return }
    throw Fault(
      .value, id: "bad-url", "不能有这样的网址「\(url)」", help: "网址只能是相对的、「#…」、http、https、mailto 或 tel")
  }

  @inline(__always)
  private mutating func append(_ base: UnsafeRawPointer, _ count: Int, _ place: UInt8) throws(Fault) {
    if let refused = rules[Int(place)].append(base, count, to: &out) {
      throw invalidCharacter(UInt32(refused))
    }
    if mayHoldNoncharacters { try refuseNoncharacters(base, count) }
  }

  private func refuseNoncharacters(_ base: UnsafeRawPointer, _ count: Int) throws(Fault) {
    let bytes = UnsafeRawBufferPointer(start: base, count: count)
    guard count > 2 else { return }
    for index in 0..<(count - 2)
    where bytes[index] == 0xEF && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE {
      throw invalidCharacter(0xFF00 | UInt32(bytes[index + 2] | 0xC0))
    }
  }

  private func invalidCharacter(_ value: UInt32) -> Fault {
    let digits = String(value, radix: 16, uppercase: true)
    let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return Fault(.value, id: "invalid-character", "值里有文档不能容纳的字符「U+\(padded)」", help: "从数据里删掉这个字符")
  }

  /// Whether a text that is printed may hold U+FFFE or U+FFFF.
  private var mayHoldNoncharacters: Bool { document.holdsNoncharacters || makesCharacters }
}
