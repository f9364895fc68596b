// Filters about markup and addresses.

extension Filter {
  static let markupFilters: [Filter] = [
    escape, forceEscape, safe, stripTags, urlEncode, urlize, xmlAttr,
  ]

  /// `escape`: markup is left alone.
  private static let escape = Filter("escape", "e", "转义", signature: Signature(.any, gives: .text)) {
    (machine, arguments) throws(Fault) in
    arguments[0].isMarkup
      ? arguments[0]
      : machine.makeString(MarkupText.escape(try machine.str(arguments[0])), isMarkup: true)
  }

  /// `forceescape`: markup is escaped again.
  private static let forceEscape = Filter("forceescape", signature: Signature(.any, gives: .text)) {
    (machine, arguments) throws(Fault) in
    let value = arguments[0]
    let markup = machine.isFragment(value) ? machine.fragmentMarkup(of: value) : try machine.str(value)
    return machine.makeString(MarkupText.escape(markup), isMarkup: true)
  }

  /// `safe`: the text is markup already.
  private static let safe = Filter("safe", signature: Signature(.any, gives: .text)) {
    (machine, arguments) throws(Fault) in
    machine.isFragment(arguments[0])
      ? arguments[0] : machine.makeString(try machine.str(arguments[0]), isMarkup: true)
  }

  /// `striptags`
  private static let stripTags = Filter("striptags", signature: Signature(.any, gives: .text)) {
    (machine, arguments) throws(Fault) in
    let value = arguments[0]
    guard machine.isFragment(value) else {
      return machine.makeString(MarkupText.stripTags(try machine.str(value)))
    }
    let characters = machine.fragmentCharacters(of: value)
    return machine.makeString(TextSplitting.words(characters).joined(separator: " "))
  }

  /// `urlencode`: a text for a path; a mapping or pairs for a query.
  private static let urlEncode = Filter("urlencode", signature: Signature(.any, gives: .text)) {
    (machine, arguments) throws(Fault) in
    let value = machine.plain(arguments[0])
    guard value.isMapping || value.isSequence || value.isUndefined else {
      return machine.makeString(MarkupText.percentEncode(try machine.str(value)))
    }
    var parts: [String] = []
    for (key, item) in try machine.pairs(of: value) {
      let name = MarkupText.percentEncode(try machine.str(key), forQuery: true)
      parts.append(name + "=" + MarkupText.percentEncode(try machine.str(item), forQuery: true))
    }
    return machine.makeString(parts.joined(separator: "&"))
  }

  /// `urlize(trim_url_limit=none, nofollow=false, target=none, rel=none, extra_schemes=none)`
  private static let urlize = Filter(
    "urlize",
    signature: Signature(
      .text,
      [
        .optional("trim_url_limit", [.integer, .none]), .optional("nofollow", .bool),
        .optional("target", [.text, .none]), .optional("rel", [.text, .none]),
        .optional("extra_schemes", [.list, .none]),
      ], gives: .text)
  ) { (machine, arguments) throws(Fault) in
    var linking = Linking()
    linking.trimLimit = try machine.optionalInteger(arguments[1], "trim_url_limit")
    linking.target = try machine.optionalString(arguments[3], "target")
    var relations = Set(TextSplitting.words(try machine.optionalString(arguments[4], "rel") ?? ""))
    relations.insert("noopener")
    if try machine.flag(arguments[2]) { relations.insert("nofollow") }
    linking.relation = relations.sorted().joined(separator: " ")
    if !arguments[5].isMissing, !arguments[5].isNone {
      for scheme in try machine.items(of: arguments[5]) {
        linking.extraSchemes.append(try machine.scheme(scheme))
      }
    }
    let text = try machine.str(arguments[0])
    return machine.makeString(
      linking.link(text, isMarkup: arguments[0].isMarkup), isMarkup: machine.autoescapes)
  }

  /// `xmlattr(autospace=true)`: attributes of a mapping; those that are none or undefined are left out.
  private static let xmlAttr = Filter(
    "xmlattr", signature: Signature(.mapping, [.optional("autospace", .bool)], gives: .text)
  ) { (machine, arguments) throws(Fault) in
    let value = machine.plain(arguments[0])
    guard value.isMapping else { throw machine.wrongType(value, "xmlattr", wanted: "对象") }
    var parts: [String] = []
    for (key, item) in try machine.pairs(of: value) where !item.isNone && !item.isUndefined {
      let name = try machine.string(key, "属性名")
      guard MarkupText.isAttributeName(name) else {
        throw Fault(.value, "「\(name)」不能作属性名", help: "属性名里不能有空格、「/」、「>」、「=」")
      }
      let text = try machine.str(item)
      parts.append(
        "\(MarkupText.escape(name))=\"\(item.isMarkup ? text : MarkupText.escape(text))\"")
    }
    let hasSpace = arguments[1].isMissing ? true : try machine.isTrue(arguments[1])
    let result = parts.joined(separator: " ")
    return machine.makeString(
      hasSpace && !result.isEmpty ? " " + result : result, isMarkup: machine.autoescapes)
  }
}

extension Machine {
  /// The entries of a mapping, or the pairs of a sequence of pairs.
  mutating func pairs(of node: Node) throws(Fault) -> [(key: Node, value: Node)] {
    if node.isMapping { return Array(zip(keys(of: node), values(of: node))).map { ($0, $1) } }
    var result: [(key: Node, value: Node)] = []
    for item in try items(of: node) {
      let pair = try items(of: item)
      guard pair.count == 2 else { throw Fault(.value, "「\(brief(item))」不是键和值两项") }
      result.append((pair[0], pair[1]))
    }
    return result
  }

  /// A scheme to link beside the usual ones: letters, digits, `+ - .`, then a colon and perhaps slashes.
  fileprivate func scheme(_ node: Node) throws(Fault) -> String {
    let text = try string(node, "extra_schemes")
    let name = text.utf8.prefix { $0 != UInt8(ascii: ":") }
    let rest = text.utf8.dropFirst(name.count)
    let isName = name.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"):
        true
      default: false
      }
    }
    let slashes = rest.dropFirst()
    guard isName, name.count >= 2, rest.first == UInt8(ascii: ":"), slashes.count <= 2,
      slashes.allSatisfy({ $0 == UInt8(ascii: "/") })
    else { throw Fault(.filterArgument, "「\(text)」不是网址的开头", help: "例：tel:、ftp://") }
    return text
  }
}
