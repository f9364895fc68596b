// What a page says beside what its template says: its language, what header cells are for, how wide columns are.

internal import BatonDiagnostics
internal import BatonTemplate

extension [TemplateNode] {
  /// The nodes with what templates leave to the program.
  func preparedForPage(by theme: Theme) -> [TemplateNode] {
    let preparation = PagePreparation(theme: theme)
    return preparation.prepared(self, inHead: false)
  }
}

/// Walks a template's nodes, told whether they stand in a table's head.
private struct PagePreparation {
  let theme: Theme

  func prepared(_ nodes: [TemplateNode], inHead: Bool) -> [TemplateNode] {
    nodes.flatMap { node -> [TemplateNode] in
      switch node {
      case .element(let element): return prepared(element, inHead: inHead)
      case .block(var block):
        for index in block.clauses.indices {
          block.clauses[index].body = prepared(block.clauses[index].body, inHead: inHead)
        }
        return [.block(block)]
      case .text, .output, .tag, .instruction: return [node]
      }
    }
  }

  private func prepared(_ original: TemplateNode.Element, inHead: Bool) -> [TemplateNode] {
    var element = original
    switch element.localName {
    case "html": element.add("lang", "zh-CN")
    case "th": element.add("scope", inHead ? "col" : "row")
    case "col": element.stateWidthAsStyle()
    case "img": if let picture = element.pagePicture { return [picture] }
    case "p": element.stateMeasuresAsStyle()
    default: break
    }
    let isHead = inHead || element.localName == "thead"
    element.children = prepared(element.children, inHead: isHead)
    guard element.localName == "div", theme.box(ofClasses: element.classNames)?.position == .textFoot else {
      return [.element(element)]
    }
    return [.element(element.unseen), .element(element)]
  }
}

extension TemplateNode.Element {
  /// Adds an attribute that the template did not write.
  fileprivate mutating func add(_ name: String, _ value: String) {
    if attributes.contains(where: { $0.name == name }) { return }
    let text = TemplateNode.Text(value, range: startTagRange)
    attributes.append(
      TemplateNode.Attribute(name: name, namespace: "", value: [.text(text)], range: startTagRange))
  }

  /// A copy that nobody sees or hears and that takes up as much room: what stands at the foot of the last sheet has
  /// left the text, and there must be room for it (``Theme/addPrint(to:)``).
  fileprivate var unseen: TemplateNode.Element {
    var copy = self
    copy.attributes.removeAll { $0.name == "id" }
    copy.add("aria-hidden", "true")
    copy.children = copy.children.map(\.withoutIdentifiers)
    return copy
  }

  /// What only the data know, as custom properties that the style sheet reckons with.
  fileprivate mutating func stateMeasuresAsStyle() {
    let names = [ParagraphMeasures.rightIndentName, ParagraphMeasures.sizeName]
    var value: [TemplateNode] = []
    for name in names {
      guard let measure = measure(name) else { continue }
      let property = name.replacing("data-", with: value.isEmpty ? "--" : ";--")
      value += [
        .text(TemplateNode.Text(property + ":", range: startTagRange)),
        .output(TemplateNode.Output(measure, range: measure.range)),
      ]
    }
    if value.isEmpty { return }
    attributes.removeAll { names.contains($0.name) || $0.name == "style" }
    attributes.append(
      TemplateNode.Attribute(name: "style", namespace: "", value: value, range: startTagRange))
  }

  /// HTML's `width` counts pixels; physical widths are CSS.
  fileprivate mutating func stateWidthAsStyle() {
    guard let width = literal("width"), !width.isEmpty else { return }
    attributes.removeAll { $0.name == "width" }
    add("style", "width:\(width)")
  }
}

extension TemplateNode {
  /// The node without names that a page may have only once.
  fileprivate var withoutIdentifiers: TemplateNode {
    switch self {
    case .element(var element):
      element.attributes.removeAll { $0.name == "id" }
      element.children = element.children.map(\.withoutIdentifiers)
      return .element(element)
    case .block(var block):
      for index in block.clauses.indices {
        block.clauses[index].body = block.clauses[index].body.map(\.withoutIdentifiers)
      }
      return .block(block)
    case .text, .output, .tag, .instruction: return self
    }
  }
}
