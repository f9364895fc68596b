// Links: out of the document by a relationship, within it by the name of a bookmark, and the page one stands on.

internal import BatonDiagnostics
internal import BatonOffice
internal import BatonTemplate

extension WordTransformation {
  /// `a`: its content, as a hyperlink where it has an address.
  mutating func hyperlink(_ element: TemplateNode.Element, _ context: WordContext) -> LoweredNodes {
    let inner = context.formatted(by: characterStyle(of: element, except: ["page-number"]), styles)
    let content =
      element.hasClass("page-number")
      ? pageReference(element, context) : runs(element.children, inner)
    let target = element.value(of: "href") ?? []
    if target.isEmpty { return content }
    if let name = target.fixedAnchor {
      // The top of the document has a name of its own in Word.
      let anchor =
        name.isEmpty
        ? LoweredNodes([.text(TemplateNode.Text("_top", range: element.startTagRange, isVerbatim: true))])
        : self.anchor(name)
      return link("w:anchor", anchor, content, element)
    }
    guard let address = target.concatenation(element.startTagRange) else {
      report("not-in-word", "链接地址里只能有文字和 {{ }}", element.startTagRange)
      return content
    }
    let outside = link(
      "r:id", LoweredNodes([.instruction(.relationship(kind: .hyperlink, target: address))]), content, element
    )
    guard target.mayBeAnchor else { return outside }
    return byAddress(address, inside: { link("w:anchor", $0, content, element) }, outside: outside)
  }

  private func link(
    _ attribute: String, _ value: LoweredNodes, _ content: LoweredNodes, _ element: TemplateNode.Element
  ) -> LoweredNodes {
    var lowered = LoweredNodes()
    lowered.markup("<w:hyperlink \(attribute)=\"", element.startTagRange)
    lowered.append(value)
    lowered.markup("\" w:history=\"1\">", element.startTagRange)
    lowered.append(content)
    lowered.markup("</w:hyperlink>", element.range)
    return lowered
  }

  /// The name of a bookmark that must be printed somewhere.
  private func anchor(_ name: [TemplateNode]) -> LoweredNodes {
    LoweredNodes([.instruction(.identifier(.anchor, body: name.attributeValue(.attribute).nodes))])
  }

  /// Decides when it is printed whether an address leads out of the document. It is computed once, under a name that
  /// no template can write.
  private func byAddress(
    _ address: Expression, inside: (LoweredNodes) -> LoweredNodes, outside: LoweredNodes
  ) -> LoweredNodes {
    let range = address.range
    func expression(_ kind: Expression.Kind) -> Expression { Expression(kind, range) }
    let name = "link address"
    let value = expression(.name(name))
    let first = expression(
      .slice(of: value, start: nil, stop: expression(.literal(.integer("1"))), step: nil))
    let isInside = expression(.comparison(first, [(.equal, expression(.literal(.string("#"))))]))
    let rest = expression(
      .slice(of: value, start: expression(.literal(.integer("1"))), stop: nil, step: nil))
    let anchor = anchor([.output(TemplateNode.Output(rest, range: range))])
    let choice = TemplateNode.Block(
      clauses: [
        .init(head: .if(isInside), headRange: range, body: inside(anchor).nodes),
        .init(head: .else, headRange: range, body: outside.nodes),
      ], range: range)
    // Joined to a text, so that it can be cut whatever it is.
    let text = expression(.concatenation([address, expression(.literal(.string("")))]))
    return LoweredNodes([
      .block(
        TemplateNode.Block(
          clauses: [
            .init(
              head: .with([(target: .name(name, range), value: text)]), headRange: range,
              body: [.block(choice)])
          ], range: range))
    ])
  }

  /// `a.page-number`: the number of the page that the target stands on.
  private mutating func pageReference(
    _ element: TemplateNode.Element, _ context: WordContext
  ) -> LoweredNodes {
    guard let name = (element.value(of: "href") ?? []).fixedAnchor, !name.isEmpty else {
      report(
        "not-in-word", "「a.page-number」要链接到本文里的元素", element.startTagRange, help: "写成 href=\"#名称\"")
      return LoweredNodes()
    }
    return fieldRuns(
      instruction: { lowered in
        lowered.markup(" PAGEREF ", element.startTagRange)
        lowered.append(self.anchor(name))
        lowered.markup(" \\h ", element.startTagRange)
      }, context, element.range)
  }
}

extension [TemplateNode] {
  /// What follows the `#` of an address that begins with one whatever the data.
  fileprivate var fixedAnchor: [TemplateNode]? {
    guard case .text(var text)? = first, text.characters.hasPrefix("#") else { return nil }
    text.characters.removeFirst()
    let name = text.characters.isEmpty ? Array(dropFirst()) : [.text(text)] + dropFirst()
    if name.count == 1, case .text(let only)? = name.first, only.characters == "top" { return [] }
    return name
  }

  /// Whether the data may say that the address begins with `#`.
  fileprivate var mayBeAnchor: Bool { if case .text? = first { false } else { true } }

  /// An attribute's value as one expression.
  func concatenation(_ range: SourceRange) -> Expression? {
    var parts: [Expression] = []
    for node in self {
      switch node {
      case .text(let text): parts.append(Expression(.literal(.string(text.characters)), text.range))
      case .output(let output): parts.append(output.expression)
      case .element, .block, .tag, .instruction: return nil
      }
    }
    return parts.count == 1 ? parts.first : Expression(.concatenation(parts), range)
  }
}
