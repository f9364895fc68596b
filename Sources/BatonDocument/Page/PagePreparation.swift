// What a page says beside what its template says: its language, what header cells are for, how wide columns are.

internal import BatonDiagnostics
internal import BatonTemplate

extension [TemplateNode] {
  /// The nodes with attributes that templates leave to the program.
  var preparedForPage: [TemplateNode] { map { $0.prepared(inHead: false) } }
}

extension TemplateNode {
  fileprivate func prepared(inHead: Bool) -> TemplateNode {
    switch self {
    case .element(var element):
      switch element.localName {
      case "html": element.add("lang", "zh-CN")
      case "th": element.add("scope", inHead ? "col" : "row")
      case "col": element.stateWidthAsStyle()
      case "img": if let picture = element.pagePicture { return picture }
      case "p": element.stateMeasuresAsStyle()
      default: break
      }
      let isHead = inHead || element.localName == "thead"
      element.children = element.children.map { $0.prepared(inHead: isHead) }
      return .element(element)
    case .block(var block):
      for index in block.clauses.indices {
        block.clauses[index].body = block.clauses[index].body.map { $0.prepared(inHead: inHead) }
      }
      return .block(block)
    case .text, .output, .tag, .instruction: return self
    }
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
