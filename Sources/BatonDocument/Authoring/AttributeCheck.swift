// Tags in what Word keeps as attributes: a picture's alternative text, a control's title, a bookmark's name. They
// are no part of the text and are not read; left alone they would be printed as they stand.

internal import BatonDiagnostics
internal import BatonTemplate

enum AttributeCheck {
  /// - Throws: `tag-in-attribute` for each attribute that holds a tag.
  static func check(_ template: XMLTemplate) throws(TemplateError) {
    var faults: [Diagnostic] = []
    check(template.nodes, in: template.source, &faults)
    if !faults.isEmpty { throw TemplateError(faults) }
  }

  private static func check(_ nodes: [TemplateNode], in source: Source, _ faults: inout [Diagnostic]) {
    for node in nodes {
      switch node {
      case .element(let element):
        check(element, in: source, &faults)
        check(element.children, in: source, &faults)
      case .block(let block): for clause in block.clauses { check(clause.body, in: source, &faults) }
      case .text, .output, .tag, .instruction: continue
      }
    }
  }

  private static func check(_ element: TemplateNode.Element, in source: Source, _ faults: inout [Diagnostic])
  {
    for attribute in element.attributes where attribute.namespace != TemplateNode.Element.markNamespace {
      guard case .text(let text) = attribute.value.first, text.characters.holdsTag else { continue }
      faults.append(
        Diagnostic(
          "tag-in-attribute", .error, "图片说明、书签、控件标题里不能写标签「\(text.characters)」",
          at: .range(source, element.range), help: "把它改成不变的文字；随数据变的内容写在正文里"))
    }
    for property in element.properties { check(property, in: source, &faults) }
    // Properties hold elements of their own: the picture's anchor, the control's name.
    for property in element.properties { check(property.children, in: source, &faults) }
  }
}

extension String {
  fileprivate var holdsTag: Bool { contains("{{") && contains("}}") || contains("{%") && contains("%}") }
}
