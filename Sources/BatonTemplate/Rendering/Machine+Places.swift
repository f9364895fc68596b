// Printing in the places of a structured template.

extension Machine {
  /// Prints a value by the rule of a place.
  mutating func emit(_ value: Node, in place: UInt8) throws(Fault) {
    let value = plain(value)
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
      if value.isMarkup, value.flags.contains(.rendered) { return out.append(base, bytes.count) }
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
    guard place == OutputPlace.text.rawValue || place == OutputPlace.preservedText.rawValue else {
      guard isText, !text.utf8.contains(UInt8(ascii: "\"")) else {
        throw Fault(.value, id: "bad-markup", "属性里不能放标记「\(brief(value))」")
      }
      return out.append(text)
    }
    guard environment.dialect.name == "xhtml" || isText else {
      throw Fault(.value, id: "markup-kind", "这里只能放不带标签的标记")
    }
    do throws(MarkupValue.Fault) {
      let markup = try MarkupValue(text)
      out.append(isText ? text : markup.html)
    } catch {
      throw Fault(.value, id: "bad-markup", "值不是可以直接使用的标记：\(error.message)")
    }
  }

  /// A text as it is printed between tags, for a fragment that holds it.
  mutating func printedText(_ value: Node) throws(Fault) -> [UInt8] {
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
