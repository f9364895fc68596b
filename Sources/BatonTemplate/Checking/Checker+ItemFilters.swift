// Filters whose result, or whether they can do their work, depends on the items of a list.

import BatonDiagnostics

extension Checker {
  mutating func itemsResult(
    of filter: String, _ input: Possible, _ value: Expression, _ given: Given, _ definition: Filter,
    _ name: String, in scope: inout FlowState
  ) -> Possible {
    let items = elements(of: input)
    switch filter {
    case "length", "last", "random":
      if input.alternatives.contains(where: \.isGenerator) {
        fault(
          "wrong-type", "「\(text(value.range))」是逐项生成的，不能用「\(name)」", at: value.range,
          help: "先用「|list」变成列表")
      }
      return filter == "length" ? .integer : end(of: input, items)
    case "first": return end(of: input, items)
    case "min", "max":
      requireOrder(field(given[1, "attribute"], of: items), value, "求最值")
      return end(of: input, items)
    case "list": return .list(items, isNonEmpty: input.isNonEmpty)
    case "sort":
      requireOrder(field(given[2, "attribute"], of: items, isList: true), value, "排序")
      return .list(items, isNonEmpty: input.isNonEmpty)
    case "reverse":
      return input.alternatives == [.text]
        ? .text : Possible([.generator(items), .list(items, isNonEmpty: false)])
    case "unique":
      requireKeys(field(given[1, "attribute"], of: items), value)
      return Possible(.generator(items))
    case "batch", "slice":
      let filled = given[1, "fill_with"]?.value ?? items
      return Possible(.generator(.list(items.joined(with: filled), isNonEmpty: filter == "batch")))
    case "groupby":
      var key = field(given[0, "attribute"], of: items)
      if let other = given[1, "default"]?.value { key = key.present.joined(with: other) }
      requireOrder(key, value, "分组")
      return .list(Possible(.group(key: key, items: items)))
    case "sum":
      let numbers = field(given[0, "attribute"], of: items)
      require(numbers, .number, value, "求和")
      return given[1, "start"] == nil ? numbers.isEmpty ? .integer : .number : .unknown
    case "join":
      refuseUndefined(field(given[1, "attribute"], of: items), value, "连接")
      let isMarkup = items.joined(with: given[0, "d"]?.value ?? .text).alternatives.contains(.markup)
      return isMarkup ? Possible([.text, .markup]) : .text
    case "map": return mapped(items, value, given, in: &scope)
    case "select", "reject", "selectattr", "rejectattr": return selected(filter, items, value, given)
    case "items": return Possible(.generator(Possible(.tuple([.text, Self.values(of: input)]))))
    case "dictsort":
      if given[1, "by"] != nil { leaveOpen(value, "各项能不能比较大小") }
      return .list(Possible(.tuple([.text, Self.values(of: input)])))
    case "safe", "escape", "forceescape", "urlize": return .markup
    case "string", "striptags": return filter == "string" ? input.filtered { $0 == .markup }.text : .text
    case "tojson":
      leaveOpen(value, "能不能写成 JSON")
      return .markup
    case "format", "urlencode", "attr", "rank", "merge_rows", "stroke_sort", "list_join", "xmlattr":
      if !(filter == "urlencode" && input == .text) { leaveOpen(value, "能不能交给过滤器「\(name)」") }
      return definition.signature.result.possible
    default: return definition.signature.result.possible
    }
  }

  // MARK: Items

  func elements(of value: Possible) -> Possible {
    var result = Possible([])
    for alternative in value.present.alternatives {
      switch alternative {
      case .list(let element, _), .generator(let element): result = result.joined(with: element)
      case .tuple(let items): for item in items { result = result.joined(with: item) }
      case .group(let key, let items): result = result.joined(with: key).joined(with: .list(items))
      case .record, .mapping, .text: result = result.joined(with: .text)
      default: result = result.joined(with: .unknown)
      }
    }
    return result
  }

  private func end(of list: Possible, _ items: Possible) -> Possible {
    list.isNonEmpty ? items : items.joined(with: .undefined)
  }

  private mutating func requireKeys(_ items: Possible, _ expression: Expression) {
    refuseAbsent(items.filtered { $0 != .none }, expression, "比较")
    for alternative in items.alternatives {
      switch alternative {
      case .list, .record, .mapping:
        fault(
          "wrong-type", "「\(text(expression.range))」的各项是\(alternative.name)，不能比较是否重复", at: expression.range)
      case .tuple, .group, .generator: leaveOpen(expression, "各项能不能比较是否重复")
      default: continue
      }
    }
  }

  static func values(of value: Possible) -> Possible {
    var result = Possible([])
    for alternative in value.present.alternatives {
      guard case .mapping(let value) = alternative else { return .unknown }
      result = result.joined(with: value)
    }
    return result
  }

  // MARK: map and select

  private mutating func mapped(
    _ items: Possible, _ value: Expression, _ given: Given, in scope: inout FlowState
  ) -> Possible {
    if given.positional.isEmpty, let attribute = given.keyword.first(where: { $0.name == "attribute" }) {
      var result = field((attribute.value, attribute.expression), of: items)
      if let other = given.keyword.first(where: { $0.name == "default" }) {
        result = result.filtered { $0 != .undefined }.joined(with: other.value)
      }
      return Possible(.generator(result))
    }
    guard let name = given.positional.first?.expression, case .literal(.string(let filter)) = name.kind else {
      leaveOpen(value, "用的是哪个过滤器")
      return Possible(.generator(.unknown))
    }
    return Possible(
      .generator(apply(filter, at: name.range, to: items, value, given.dropping(1), in: &scope)))
  }

  private mutating func selected(
    _ filter: String, _ items: Possible, _ value: Expression, _ given: Given
  ) -> Possible {
    var given = given
    var asked = items
    var attribute: String?
    if filter.hasSuffix("attr") {
      guard let path = given.positional.first else {
        fault("wrong-arity", "过滤器「\(filter)」要写字段的名称", at: value.range)
        return Possible(.generator(items))
      }
      asked = askingForAbsence { $0.field(path, of: items) }
      if case .literal(.string(let name)) = path.expression.kind { attribute = name }
      given = given.dropping(1)
    }
    let keeps = filter.hasPrefix("select")
    var test: String?
    if let name = given.positional.first?.expression {
      guard case .literal(.string(let wanted)) = name.kind else {
        leaveOpen(value, "用的是哪个测试")
        return Possible(.generator(items))
      }
      test = wanted
      ask(wanted, at: name.range, of: asked, value, given.dropping(1))
    } else {
      refuseUndefined(asked, value, "判断")
    }
    let showsPresence = test == nil ? keeps : test == "none" ? !keeps : test == "defined" && keeps
    guard showsPresence, test != "defined" || attribute != nil else { return Possible(.generator(items)) }
    guard let attribute else { return Possible(.generator(test == nil ? items.truthy : items.present)) }
    return Possible(.generator(items.withField(attribute, isNone: test == "defined")))
  }

  // MARK: attribute=

  /// The field that an `attribute` argument names, or the items themselves.
  private mutating func field(
    _ attribute: (value: Possible, expression: Expression)?, of items: Possible, isList: Bool = false
  ) -> Possible {
    guard let attribute, attribute.value != .none else { return items }
    guard case .literal(.string(let path)) = attribute.expression.kind else {
      leaveOpen(attribute.expression, "是哪个字段")
      return .unknown
    }
    var result = Possible([])
    for name in isList ? path.split(separator: ",") : [Substring(path)] {
      result = result.joined(
        with: field(at: name.split(separator: ".").map(String.init), of: items, attribute.expression))
    }
    return result
  }

  private mutating func field(
    at path: [String], of items: Possible, _ expression: Expression
  ) -> Possible {
    var value = items
    for name in path {
      refuseAbsent(value, expression, "取「\(name)」")
      var next = Possible([])
      for alternative in value.present.alternatives {
        switch alternative {
        case .record(let fields, let path):
          let fieldPath = path.isEmpty ? name : "\(path).\(name)"
          if let shape = fields[name] {
            let value = possible(shape, at: fieldPath)
            use(fieldPath, at: expression.range, .proved, isOptional: value.mayBeAbsent)
            next = next.joined(with: value)
          } else {
            fault(
              "unknown-field", "列表里的项没有字段「\(name)」", at: expression.range,
              help: Suggestion.nearest(to: name, among: fields.fields.map(\.name)).map { "是不是想写「\($0)」？" })
            use(fieldPath, at: expression.range, .wrong)
            next = next.joined(with: .unknown)
          }
        case .mapping(let value): next = next.joined(with: value).joined(with: .undefined)
        case .unknown: next = next.joined(with: .unknown)
        default:
          fault("unknown-field", "列表里的项是\(alternative.name)，没有字段「\(name)」", at: expression.range)
          next = next.joined(with: .unknown)
        }
      }
      value = next
    }
    return value
  }
}

extension Possible {
  var isEmpty: Bool { alternatives.isEmpty }

  /// Whether every list of it has an item.
  var isNonEmpty: Bool {
    !alternatives.isEmpty
      && alternatives.allSatisfy { if case .list(_, let isNonEmpty) = $0 { isNonEmpty } else { false } }
  }

  /// A text, and markup where it is some.
  fileprivate var text: Possible { joined(with: .text) }

  /// The records with a field that is surely there; with `isNone`, it may still be null.
  fileprivate func withField(_ name: String, isNone: Bool) -> Possible {
    Possible(
      alternatives.map { alternative in
        guard case .record(let fields, let path) = alternative, let shape = fields[name] else {
          return alternative
        }
        var present = shape.present
        if isNone { if case .absentOr(let inner) = shape { present = inner } else { present = shape } }
        return .record(fields.replacing(name, with: present), path: path)
      })
  }
}
