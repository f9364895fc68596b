// Applying a `%` format to values.

internal import BigInt

extension Machine {
  /// A format filled from positional arguments or from keywords; into markup, what is filled in is escaped.
  mutating func formatted(_ format: Node, by arguments: borrowing Arguments) throws(Fault) -> Node {
    let isMarkup = format.isMarkup
    let parsed = try PercentFormat(text(of: format))
    var values: [Node] = []
    if !arguments.rest.isMissing {
      values = try items(of: arguments.rest)
    } else if !arguments.keywords.isMissing, !parsed.isMapping {
      values = [arguments.keywords]
    }
    var position = 0
    func next() throws(Fault) -> Node {
      guard position < values.count else { throw Fault.type("格式里的「%」比参数多") }
      position += 1
      return values[position - 1]
    }
    var result = ""
    for piece in parsed.pieces {
      switch piece {
      case .literal(let text): result += text
      case .conversion(var conversion):
        if conversion.width == .argument {
          let width = try integer(try next(), "宽度")
          try checkWidth(width)
          if width < 0 { conversion.isLeftAligned = true }
          conversion.width = .fixed(abs(width))
        }
        if conversion.precision == .argument {
          let precision = try integer(try next(), "位数")
          try checkWidth(precision)
          conversion.precision = .fixed(max(0, precision))
        }
        let value: Node
        if let key = conversion.key {
          value = try keyword(key, arguments)
        } else if conversion.type == "%" {
          result += "%"
          continue
        } else {
          value = try next()
        }
        result += try text(of: numeric(plain(value), conversion, isMarkup), conversion, isMarkup: isMarkup)
      }
    }
    let isOneMapping = values.count == 1 && values[0].isMapping && position == 0
    guard position == values.count || parsed.isMapping || isOneMapping else {
      throw Fault.type("格式里的「%」比参数少")
    }
    return makeString(result, isMarkup: isMarkup)
  }

  private mutating func keyword(
    _ key: String, _ arguments: borrowing Arguments
  ) throws(Fault) -> Node {
    let mapping = arguments.keywords
    guard mapping.isMapping else { throw Fault.type("格式里的「%(\(key))」要按名称给参数") }
    guard let value = value(named: key, in: mapping) else {
      throw Fault(.runtime, id: "key-not-found", "格式里的「%(\(key))」没有对应的参数")
    }
    return value
  }

  private mutating func text(
    of value: Node, _ conversion: PercentConversion, isMarkup: Bool
  ) throws(Fault) -> String {
    switch conversion.type {
    case "s":
      let text = try str(value)
      return conversion.text(isMarkup && !value.isMarkup ? MarkupText.escape(text) : text)
    case "r": return conversion.text(isMarkup ? MarkupText.escape(repr(value)) : repr(value))
    case "a":
      let quoted = TextLiteral.ascii(repr(value))
      return conversion.text(isMarkup ? MarkupText.escape(quoted) : quoted)
    case "c": return conversion.text(try character(value))
    case "d", "i", "u": return try wholeNumber(value, conversion)
    case "o", "x", "X":
      guard value.isInteger else { throw notANumber(value, conversion) }
      return integerText(value, conversion)
    default:
      if value.tag == .decimal { return conversion.decimal(try decimal(value, "format")) }
      guard value.isNumber else { throw notANumber(value, conversion) }
      return conversion.float(try double(value, "format"))
    }
  }

  /// What is filled into markup may be a number written as a text.
  private mutating func numeric(_ value: Node, _ conversion: PercentConversion, _ isMarkup: Bool) -> Node {
    guard isMarkup, value.isString else { return value }
    switch conversion.type {
    case "d", "i", "u": return NumberReading.integer(text(of: value)).map { makeInteger($0) } ?? value
    case "e", "E", "f", "F", "g", "G": return NumberReading.float(text(of: value)).map { .float($0) } ?? value
    default: return value
    }
  }

  private func integerText(_ value: Node, _ conversion: PercentConversion) -> String {
    value.tag == .bigInt ? conversion.integer(bigInteger(value)) : conversion.integer(value.integer)
  }

  private func wholeNumber(_ value: Node, _ conversion: PercentConversion) throws(Fault) -> String {
    switch value.tag {
    case .int, .bool, .bigInt: return integerText(value, conversion)
    case .float:
      guard value.double.isFinite else {
        throw Fault(value.double.isNaN ? .value : .overflow, "「\(brief(value))」不能作整数印出")
      }
      return conversion.integer(BigInt(value.double.rounded(.towardZero)))
    case .decimal:
      return conversion.integer(
        try decimal(value, "format").rounded(places: 0, .truncate).coefficient)
    default: throw notANumber(value, conversion)
    }
  }

  private func character(_ value: Node) throws(Fault) -> String {
    if value.isString, characterCount(of: value) == 1 { return text(of: value) }
    guard value.tag == .int || value.tag == .bool else {
      throw Fault.type("「%c」要一个字符或字符的编码，这里是\(typeName(of: value))")
    }
    guard let code = UInt32(exactly: value.integer), let point = Unicode.Scalar(code) else {
      throw Fault(.overflow, "没有编码为「\(value.integer)」的字符")
    }
    return String(Character(point))
  }

  private func notANumber(_ value: Node, _ conversion: PercentConversion) -> Fault {
    if value.isUndefined { return undefinedFault(value) }
    return .type("「%\(conversion.type)」要数，这里是\(typeName(of: value))「\(brief(value))」")
  }
}
