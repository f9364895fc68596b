// `tojson`: JSON with sorted keys and ASCII only, and nothing that HTML could misread.

extension Machine {
  /// The JSON text of a value.
  func json(_ value: Node, indent: Int?, level: Int) throws(Fault) -> String {
    guard level < 200 else { throw Fault(.runtime, id: "nesting-too-deep", "数据套得太深，不能写成 JSON") }
    switch value.tag {
    case .none: return "null"
    case .bool: return value.integer == 0 ? "false" : "true"
    case .int: return String(value.integer)
    case .bigInt, .decimal: return text(of: value)
    case .float: return number(value.double)
    case .string: return Self.quoted(text(of: value))
    case .record where value.flags.contains(.figure):
      return try json(plain(value), indent: indent, level: level)
    case .list where !value.isPlainList, .undefined, .missing, .range, .object, .cell:
      throw Fault.type("\(typeName(of: value))不能写成 JSON")
    case .list, .tuple:
      var items: [String] = []
      for index in 0..<(itemCount(of: value) ?? 0) {
        items.append(try json(item(index, of: value), indent: indent, level: level + 1))
      }
      return enclosed(items, "[", "]", indent: indent, level: level)
    case .record, .map:
      return enclosed(
        try members(value, indent: indent, level: level), "{", "}", indent: indent, level: level)
    }
  }

  private func members(_ mapping: Node, indent: Int?, level: Int) throws(Fault) -> [String] {
    let entries = Array(zip(keys(of: mapping), values(of: mapping)))
    let order = try sortedIndices(of: entries.map { [$0.0] }, isReversed: false, comparesItems: true)
    var result: [String] = []
    for index in order {
      let (key, value) = entries[index]
      result.append(try name(key) + ": " + json(value, indent: indent, level: level + 1))
    }
    return result
  }

  private func name(_ key: Node) throws(Fault) -> String {
    switch key.tag {
    case .string: return Self.quoted(text(of: key))
    case .int, .bigInt, .float, .bool, .none: return "\"" + (try json(key, indent: nil, level: 0)) + "\""
    default: throw Fault.type("\(typeName(of: key))不能作 JSON 的键")
    }
  }

  private func enclosed(_ items: [String], _ open: String, _ close: String, indent: Int?, level: Int)
    -> String
  {
    guard !items.isEmpty else { return open + close }
    guard let indent else { return open + items.joined(separator: ", ") + close }
    let outer = "\n" + String(repeating: " ", count: max(0, indent) * level)
    let inner = outer + String(repeating: " ", count: max(0, indent))
    return open + inner + items.joined(separator: "," + inner) + outer + close
  }

  private func number(_ value: Double) -> String {
    value.isFinite ? FloatText.shortest(value) : value.isNaN ? "NaN" : value < 0 ? "-Infinity" : "Infinity"
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for unit in text.utf16 {
      switch unit {
      case 0x22: result += "\\\""
      case 0x5C: result += "\\\\"
      case 0x0A: result += "\\n"
      case 0x0D: result += "\\r"
      case 0x09: result += "\\t"
      case 0x08: result += "\\b"
      case 0x0C: result += "\\f"
      // `<`, `>`, `&` and `'` as well, so that the text can stand in a page.
      case 0x3C, 0x3E, 0x26, 0x27, 0..<0x20, 0x80...0xFFFF:
        let digits = String(unit, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: result.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
      }
    }
    return result + "\""
  }
}
