// Attributes (TEMPLATES §7): one whose value prints nothing is not there; `true` prints its own name.

import BatonDiagnostics
import BatonXML

extension MarkupLowering {
  mutating func attributes(of element: TemplateNode.Element, into result: inout LoweredNodes) {
    for attribute in element.attributes {
      if form == .html, attribute.name == "xmlns" { continue }
      if attribute.value.count == 1, case .text(let text) = attribute.value[0], !isNamed(attribute) {
        result.append(verbatim: " ", attribute.range)
        result.append(verbatim: attribute.name, attribute.range)
        result.append(verbatim: "=\"", attribute.range)
        result.append(verbatim: Escaping.attributeText(text.characters), attribute.range)
        result.append(verbatim: "\"", attribute.range)
      } else {
        result.append(contentsOf: lower(attribute))
      }
    }
  }

  /// Whether the renderer may have to know the value: an id, or what may point to one.
  private func isNamed(_ attribute: TemplateNode.Attribute) -> Bool {
    form == .html && attribute.namespace.isEmpty && (attribute.name == "id" || attribute.name == "href")
  }

  private mutating func lower(_ attribute: TemplateNode.Attribute) -> [TemplateNode] {
    let open = TemplateNode.verbatim(" \(attribute.name)=\"", attribute.range)
    let close = TemplateNode.verbatim("\"", attribute.range)
    let place = Self.place(of: attribute.name)
    if attribute.value.allSatisfy(\.isLiteral) {
      var characters = ""
      for case .text(let text) in attribute.value { characters += text.characters }
      return [open] + named([.verbatim(Escaping.attributeText(characters), attribute.range)], attribute) + [
        close
      ]
    }
    if attribute.value.count == 1, case .output(let output) = attribute.value[0] {
      return [single(output, place, attribute)]
    }
    let value = named(lowerValue(attribute.value, place, attribute), attribute)
    if Self.staysWhenEmpty(attribute.name) || attribute.value.contains(where: \.printsAlways) {
      return [open] + value + [close]
    }
    return [.instruction(.unlessEmpty(open: [open], body: value, close: [close]))]
  }

  /// Ids are known to the renderer, and so is what points to them.
  private func named(_ value: [TemplateNode], _ attribute: TemplateNode.Attribute) -> [TemplateNode] {
    guard isNamed(attribute) else { return value }
    switch attribute.name {
    case "id": return [.instruction(.identifier(.definition, body: value))]
    case "href":
      if case .text(let text) = value.first, value.count == 1, !text.characters.hasPrefix("#") {
        return value
      }
      return [.instruction(.identifier(.reference, body: value))]
    default: return value
    }
  }

  private static func staysWhenEmpty(_ name: String) -> Bool {
    name == "alt" || name == "value" || name == "content"
  }

  private static func place(of name: String) -> OutputPlace {
    switch name {
    case "href", "src", "cite", "action", "poster": .url
    case "colspan", "span": .span
    case "start", "rowspan": .count
    // Templates can't put values into styles; what the page's preparation puts there are numbers.
    case "style": .measure
    default: .attribute
    }
  }

  // MARK: One output

  /// `name="{{ e }}"`: `true` prints the name, `false` and `none` nothing. The value is computed once, under
  /// a name that no template can write.
  private func single(
    _ output: TemplateNode.Output, _ place: OutputPlace, _ attribute: TemplateNode.Attribute
  ) -> TemplateNode {
    let range = output.range
    let name = "attribute value"
    let value = Expression(.name(name), output.expression.range)
    func text(_ characters: String) -> TemplateNode { .verbatim(characters, attribute.range) }
    func isSame(as literal: Expression.Literal) -> Expression {
      var arguments = Expression.Arguments()
      arguments.positional = [Expression(.literal(literal), range)]
      return Expression(.test(value, name: "sameas", nameRange: range, arguments, isNegated: false), range)
    }
    var printed = output
    printed.expression = value
    printed.place = place
    let opened = [text(" \(attribute.name)=\"")]
    let closed = [text("\"")]
    let stays = Self.staysWhenEmpty(attribute.name)
    let body = named([.output(printed)], attribute)
    let written: [TemplateNode] =
      stays
      ? opened + body + closed : [.instruction(.unlessEmpty(open: opened, body: body, close: closed))]
    let absent = Expression(.or(isSame(as: .bool(false)), isSame(as: .none)), range)
    let choice = TemplateNode.Block(
      clauses: [
        .init(
          head: .if(isSame(as: .bool(true))), headRange: range,
          body: [text(" \(attribute.name)=\"\(attribute.name)\"")]),
        .init(head: .elif(absent), headRange: range, body: stays ? opened + closed : []),
        .init(head: .else, headRange: range, body: written),
      ], range: range)
    return .block(
      .init(
        clauses: [
          .init(
            head: .with([(target: .name(name, range), value: output.expression)]), headRange: range,
            body: [.block(choice)])
        ], range: range))
  }

  // MARK: Several pieces

  private mutating func lowerValue(
    _ nodes: [TemplateNode], _ place: OutputPlace, _ attribute: TemplateNode.Attribute
  ) -> [TemplateNode] {
    if place == .url { return lowerURL(nodes, attribute) }
    return lowerPieces(nodes, place)
  }

  mutating func lowerPieces(_ nodes: [TemplateNode], _ place: OutputPlace) -> [TemplateNode] {
    nodes.flatMap { node -> [TemplateNode] in
      switch node {
      case .text(let text): return [.verbatim(Escaping.attributeText(text.characters), text.range)]
      case .output(var output):
        output.place = place
        return [.output(output)]
      case .block(var block):
        if case .raw = block.clauses[0].head { return lowerPieces(block.clauses[0].body, place) }
        for index in block.clauses.indices {
          block.clauses[index].body = lowerPieces(block.clauses[index].body, place).mergingVerbatim
        }
        return [.block(block)]
      case .element, .tag, .instruction: return []
      }
    }
  }

  /// The whole value must be a harmless URL: its beginning says which. A fixed beginning settles it; values
  /// that come first are joined to one before they are looked at.
  private mutating func lowerURL(
    _ nodes: [TemplateNode], _ attribute: TemplateNode.Attribute
  ) -> [TemplateNode] {
    if nodes.count == 1, case .block(var block) = nodes[0], block.isChoice {
      for index in block.clauses.indices {
        block.clauses[index].body = lowerURL(block.clauses[index].body, attribute).mergingVerbatim
      }
      return [.block(block)]
    }
    if case .text(let text) = nodes.first, URLScheme.isSettled(by: text.characters) {
      if !URLScheme.isHarmless(text.characters) { refuseURL(attribute) }
      return lowerPieces(nodes, .attribute)
    }
    if nodes.allSatisfy(\.isLiteral) { return lowerPieces(nodes, .attribute) }
    var operands: [Expression] = []
    for node in nodes {
      switch node {
      case .text(let text): operands.append(Expression(.literal(.string(text.characters)), text.range))
      case .output(let output): operands.append(output.expression)
      case .block, .element, .tag, .instruction:
        refuseURL(attribute)
        return []
      }
    }
    let range = nodes.range
    let whole = operands.count == 1 ? operands[0] : Expression(.concatenation(operands), range)
    return [.output(.init(whole, range: range, place: .url))]
  }

  private mutating func refuseURL(_ attribute: TemplateNode.Attribute) {
    diagnostics.append(
      Diagnostic(
        "bad-url", .error, "「\(attribute.name)」的开头看不出是哪一种网址", at: .range(source, attribute.range),
        help: "以固定的「#」「/」或「https://」等开头，或把整个网址放进一个「{{ … }}」"))
  }
}

/// Which URLs a document may hold (TEMPLATES §6).
package enum URLScheme {
  /// Whether a beginning says what kind of URL follows: a scheme, or something no scheme can begin with.
  package static func isSettled(by beginning: String) -> Bool {
    beginning.utf8.contains { !isSchemeByte($0) }
  }

  /// Relative, `#…`, http, https, mailto or tel.
  package static func isHarmless(_ url: String) -> Bool {
    // Browsers drop tabs and line breaks inside, and control characters and spaces before.
    let bytes = url.utf8.drop { $0 <= 32 }.filter { $0 != 9 && $0 != 10 && $0 != 13 }
    guard let end = bytes.firstIndex(where: { !isSchemeByte($0) }), bytes[end] == UInt8(ascii: ":") else {
      return true
    }
    switch String(decoding: bytes[..<end], as: UTF8.self).lowercased() {
    case "http", "https", "mailto", "tel": return true
    default: return false
    }
  }

  private static func isSchemeByte(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case 0x61...0x7A: true
    default: (0x30...0x39).contains(byte) || byte == 0x2B || byte == 0x2D || byte == 0x2E || byte <= 32
    }
  }
}

extension TemplateNode {
  /// Text, or a comment.
  fileprivate var isLiteral: Bool {
    switch self {
    case .text: true
    case .block(let block):
      if case .raw = block.clauses[0].head { block.clauses[0].body.isEmpty } else { false }
    case .element, .output, .tag, .instruction: false
    }
  }

  /// Prints at least a character, whatever the data.
  fileprivate var printsAlways: Bool {
    if case .text(let text) = self { !text.characters.isEmpty } else { false }
  }
}

extension TemplateNode.Block {
  fileprivate var isChoice: Bool { if case .if = clauses[0].head { true } else { false } }
}

extension Escaping {
  /// Characters of the template in double quotes: what was written as itself stays itself.
  fileprivate static func attributeText(_ characters: String) -> String {
    let isPlain = !characters.utf8.contains { byte in
      switch byte {
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), 9, 10, 13: true
      default: false
      }
    }
    if isPlain { return characters }
    var result = ""
    for scalar in characters.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&#34;"
      case "\t": result += "&#9;"
      case "\n": result += "&#10;"
      case "\r": result += "&#13;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
