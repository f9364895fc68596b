// `"{0.name:>8}".format(…)`: applying a format string to values.

extension Machine {
  /// A format string filled from its arguments; into markup, what is filled in is escaped.
  mutating func formatted(_ format: Node, _ positional: [Node], _ keywords: Node) throws(Fault) -> Node {
    let fields = try ReplacementFields(text(of: format))
    var state = FieldState(positional: positional, keywords: keywords, isMarkup: format.isMarkup)
    return makeString(try fill(fields.pieces, &state), isMarkup: format.isMarkup)
  }

  private mutating func fill(
    _ pieces: [ReplacementFields.Piece], _ state: inout FieldState
  ) throws(Fault) -> String {
    var result = ""
    for piece in pieces {
      switch piece {
      case .literal(let text): result += text
      case .field(let field):
        var value = try self.value(of: field, &state)
        switch field.conversion {
        case "r": value = makeString(repr(value))
        case "s": value = makeString(try str(value))
        case "a": value = makeString(TextLiteral.ascii(repr(value)))
        default: break
        }
        let isSpecified = !field.specification.isEmpty
        let specification = try fill(field.specification, &state)
        guard state.isMarkup else {
          result += try text(of: value, specification)
          continue
        }
        if value.isMarkup {
          guard !isSpecified else { throw Fault(.value, "标记文本不能再用格式「\(specification)」") }
          result += text(of: value)
        } else {
          result += MarkupText.escape(try text(of: value, specification))
        }
      }
    }
    return result
  }

  private mutating func value(
    of field: ReplacementFields.Field, _ state: inout FieldState
  ) throws(Fault) -> Node {
    var value: Node
    switch field.argument {
    case .next:
      guard !state.isNumbered else { throw Fault(.value, "「{}」和「{0}」两种写法不能混用") }
      value = try state.positional(state.next)
      state.next += 1
      state.isAutomatic = true
    case .index(let index):
      guard !state.isAutomatic else { throw Fault(.value, "「{}」和「{0}」两种写法不能混用") }
      state.isNumbered = true
      value = try state.positional(index)
    case .name(let name):
      guard !state.keywords.isMissing, let found = self.value(named: name, in: state.keywords) else {
        throw Fault(.runtime, id: "key-not-found", "格式里的「{\(name)}」没有对应的参数")
      }
      value = found
    }
    for step in field.path { value = try take(step, of: value) }
    return plain(value)
  }

  private mutating func take(_ step: ReplacementFields.Step, of value: Node) throws(Fault) -> Node {
    switch step {
    case .attribute(let name):
      guard !name.hasPrefix("_") else {
        throw Fault(.security, "格式里不能用「\(name)」", help: "以「_」开头的属性不对模板开放")
      }
      return try attribute(value, makeString(name), methodsFirst: true)
    case .index(let index): return try element(.int(index), of: value)
    case .key(let key): return try element(makeString(key), of: value)
    }
  }

  /// A value by a format specification.
  private mutating func text(of value: Node, _ specification: String) throws(Fault) -> String {
    guard !specification.isEmpty else { return try str(value) }
    let parsed = try FormatSpecification(specification)
    switch value.tag {
    case .string: return try parsed.text(text(of: value))
    case .int, .bigInt, .bool: return try parsed.integer(bigInteger(value))
    case .float: return try parsed.float(value.double)
    case .decimal: return try parsed.decimal(try decimal(value, "format"))
    case .undefined: throw undefinedFault(value)
    default: throw Fault.type("\(typeName(of: value))不能用格式「\(specification)」")
    }
  }
}

/// What the fields of one format string have used so far.
private struct FieldState {
  let positional: [Node]
  let keywords: Node
  let isMarkup: Bool
  var next = 0
  var isAutomatic = false
  var isNumbered = false

  init(positional: [Node], keywords: Node, isMarkup: Bool) {
    self.positional = positional
    self.keywords = keywords
    self.isMarkup = isMarkup
  }

  func positional(_ index: Int) throws(Fault) -> Node {
    guard positional.indices.contains(index) else {
      throw Fault(.index, "格式里的「{\(index)}」没有对应的参数")
    }
    return positional[index]
  }
}
