// What single elements ask for beyond their kinds (TEMPLATES §§6, 7, 12, 13).

import BatonDiagnostics

extension StructureCheck {
  mutating func check(
    _ element: TemplateNode.Element, in container: Container?, _ scope: KindAnalysis.Scope
  ) {
    for attribute in element.attributes { check(attribute, scope) }
    guard template.vocabulary.name == Vocabulary.xhtml.name,
      element.namespace == template.vocabulary.namespace
    else {
      return
    }
    let name = element.localName
    guard let first = name.utf8.first, "ifhst".utf8.contains(first) else { return }
    switch name {
    case "img":
      guard element.attribute("alt") == nil else { return }
      refuse(
        "missing-alt", "图片没有说明文字", element.startTagRange, help: "加上「alt=\"…\"」，装饰用的图片写「alt=\"\"」")
    case "section" where element.literalClasses.contains("page"):
      checkMargins(of: element)
      guard let container, container.name != "body" else { return }
      refuse(
        "wrong-kind", "「section.page」只能直接放在「body」里", element.startTagRange,
        notes: [.init("「<\(container.name)>」从这里开始", at: .range(container.source, container.range))])
    case "table": checkHead(of: element)
    case "header", "footer":
      guard let note = NoteSearch(analysis).note(in: element.children, scope) else { return }
      report("wrong-kind", "页眉、页脚里不能放脚注", note)
    default: return
    }
  }

  /// A value is text, whatever prints it.
  private mutating func check(_ attribute: TemplateNode.Attribute, _ scope: KindAnalysis.Scope) {
    for node in attribute.value {
      if case .text = node { continue }
      if case .output(let output) = node { check(output.expression, scope) }
      for leaf in analysis.leaves(of: node, in: scope).items where leaf.kind != .text {
        report("wrong-kind", "属性「\(attribute.name)」的值只能是文字", leaf)
      }
    }
  }

  /// Page headers and footers come before the page's content.
  private mutating func checkMargins(of page: TemplateNode.Element) {
    var content: TemplateNode?
    for node in page.children where !node.isBlankText && !node.isSilent {
      guard case .element(let element) = node, template.vocabulary.rule(for: element).kind == .margin else {
        content = content ?? node
        continue
      }
      guard let content else { continue }
      refuse(
        "wrong-kind", "「\(element.name)」要写在页面内容的前面", element.startTagRange,
        notes: [.init("内容从这里开始", at: .range(template.source, content.range))])
    }
  }

  /// Header rows repeat on each page, so they come first.
  private mutating func checkHead(of table: TemplateNode.Element) {
    var hasRows = false
    for node in table.children {
      guard case .element(let element) = node else {
        if case .block = node { hasRows = true }
        continue
      }
      switch element.localName {
      case "thead":
        guard hasRows else { continue }
        refuse("wrong-kind", "「thead」要写在其他行的前面", element.startTagRange, help: "移到表格的开头")
      case "tr", "tbody", "tfoot": hasRows = true
      default: continue
      }
    }
  }
}

extension [TemplateNode] {
  /// The first element in document order that is as wanted.
  func firstElement(where isWanted: (TemplateNode.Element) -> Bool) -> TemplateNode.Element? {
    for node in self {
      switch node {
      case .element(let element):
        if isWanted(element) { return element }
        if let found = element.children.firstElement(where: isWanted) { return found }
      case .block(let block):
        for clause in block.clauses {
          if let found = clause.body.firstElement(where: isWanted) { return found }
        }
      case .text, .output, .tag, .instruction: continue
      }
    }
    return nil
  }
}
