// Attributes that mean something on a page alone: said once for each element, wherever it stands.

internal import BatonTemplate

extension WordTransformation {
  /// Reports `style` and `hidden`: the theme decides how a document looks, a condition what is printed.
  mutating func reportAttributesOfPages(in nodes: [TemplateNode]) {
    for node in nodes {
      switch node {
      case .element(let element):
        reportAttributesOfPages(of: element)
        reportAttributesOfPages(in: element.children)
      case .block(let block):
        for clause in block.clauses { reportAttributesOfPages(in: clause.body) }
      case .text, .output, .tag, .instruction: continue
      }
    }
  }

  private mutating func reportAttributesOfPages(of element: TemplateNode.Element) {
    if element.value(of: "style") != nil {
      warn(
        "css-not-in-word", "Word 文档里不起作用的「style」", element.startTagRange, help: "用主题里的样式名作 class")
    }
    if element.value(of: "hidden") != nil {
      report(
        "not-in-word", "Word 文档里不能用「hidden」", element.startTagRange, help: "用 {% if %} 决定印不印")
    }
  }
}
