// Runs, links, pictures and notes of a Word template on the page.

internal import BatonDiagnostics
internal import BatonOffice
internal import BatonTemplate

extension PageTransformation {
  mutating func inline(_ nodes: [TemplateNode]) -> [TemplateNode] {
    nodes.flatMap { node -> [TemplateNode] in
      switch node {
      case .element(let element): return inline(element)
      case .block(let block): return [statement(block) { $0.inline($1) }]
      case .text, .output, .tag: return [node]
      case .instruction: return []
      }
    }
  }

  private mutating func inline(_ element: TemplateNode.Element) -> [TemplateNode] {
    guard element.namespace == Namespace.wordprocessingML else { return foreign(element) }
    switch element.localName {
    case "r": return run(element)
    case "hyperlink": return [link(element)]
    case "tab", "ptab": return [.literal("\u{2003}")]
    case "br": return element.value("w:type") == "page" ? [] : [.xhtml("br", [], element.range)]
    case "cr": return [.xhtml("br", [], element.range)]
    case "noBreakHyphen": return [.literal("\u{2011}")]
    case "softHyphen": return [.literal("\u{AD}")]
    case "instrText", "fldChar", "bookmarkStart", "bookmarkEnd", "permStart", "permEnd", "footnoteRef",
      "endnoteRef", "separator", "continuationSeparator", "txbxContent":
      return []
    case "footnoteReference", "endnoteReference": return note(element)
    case "drawing", "pict", "object": return picture(element)
    case "sym":
      list("特殊符号字体的字符", element.range)
      return []
    default: return inline(element.children)
    }
  }

  private mutating func foreign(_ element: TemplateNode.Element) -> [TemplateNode] {
    switch element.localName {
    // What is stored twice is shown once.
    case "Fallback": return []
    case "AlternateContent", "Choice": return inline(element.children)
    case "oMath", "oMathPara":
      list("公式的版式", element.range)
      return inline(element.children)
    default: return inline(element.children)
    }
  }

  /// The characters of a run in the elements that its format is.
  private mutating func run(_ element: TemplateNode.Element) -> [TemplateNode] {
    var content = inline(element.children)
    guard !content.isEmpty, let properties = element.properties("rPr") else { return content }
    func wrap(_ name: String) { content = [.xhtml(name, content, element.range)] }
    if let position = properties.child("vertAlign")?.value("w:val") {
      if position == "superscript" { wrap("sup") }
      if position == "subscript" { wrap("sub") }
    }
    if properties.hasToggle("strike") { wrap("s") }
    if let underline = properties.child("u")?.value("w:val"), underline != "none" { wrap("u") }
    if properties.hasToggle("i") { wrap("i") }
    if properties.hasToggle("b") { wrap("b") }
    let color = properties.child("color")?.value("w:val") ?? "auto"
    if color.utf8.count == 6, color.allSatisfy(\.isHexDigit), color != "000000" {
      var span = TemplateNode.Element(
        name: "span", namespace: Vocabulary.xhtmlNamespace, children: content, range: element.range,
        startTagRange: element.range)
      span.state("style", "color:#\(color)")
      content = [.element(span)]
    }
    return content
  }

  private mutating func link(_ element: TemplateNode.Element) -> TemplateNode {
    let content = inline(element.children)
    guard let id = element.attributes.first(where: { $0.name.hasSuffix(":id") }),
      case .text(let text) = id.value.first, let target = targets[text.characters],
      URLScheme.isHarmless(target)
    else {
      if element.value("w:anchor") != nil { list("文档内部的链接", element.range) }
      return .xhtml("span", content, element.range)
    }
    var link = TemplateNode.Element(
      name: "a", namespace: Vocabulary.xhtmlNamespace, children: content, range: element.range,
      startTagRange: element.range)
    link.state("href", target)
    return .element(link)
  }

  /// A note in brackets, where it is referred to.
  private mutating func note(_ element: TemplateNode.Element) -> [TemplateNode] {
    guard case .element(let note)? = element.children.first else { return [] }
    list("页面下方的脚注，写在括号里", element.range)
    return [.literal("（注：")] + noteContent(note.children) + [.literal("）")]
  }

  private mutating func noteContent(_ nodes: [TemplateNode]) -> [TemplateNode] {
    nodes.flatMap { node -> [TemplateNode] in
      switch node {
      case .element(let element): return inline(element.children)
      case .block(let block): return [statement(block) { $0.noteContent($1) }]
      case .text, .output, .tag: return [node]
      case .instruction: return []
      }
    }
  }

  private mutating func picture(_ element: TemplateNode.Element) -> [TemplateNode] {
    let found = [TemplateNode.element(element)].pictures
    if found.isEmpty, !element.children.holdsTextBox { list("图形、图表", element.range) }
    return found.compactMap { id -> TemplateNode? in
      guard let data = targets[id], data.hasPrefix("data:") else {
        list("这种格式的图片", element.range)
        return nil
      }
      var image = TemplateNode.Element(
        name: "img", namespace: Vocabulary.xhtmlNamespace, range: element.range, startTagRange: element.range)
      image.state("src", data)
      image.state("alt", [TemplateNode.element(element)].description)
      image.state("style", "max-width:100%")
      return .element(image)
    }
  }
}

extension TemplateNode.Element {
  /// A property that is on unless it says otherwise.
  fileprivate func hasToggle(_ name: String) -> Bool {
    guard let toggle = child(name) else { return false }
    return !["0", "false", "off"].contains(toggle.value("w:val") ?? "1")
  }
}

extension [TemplateNode] {
  /// The relationships of the pictures in a drawing.
  fileprivate var pictures: [String] {
    flatMap { node -> [String] in
      guard case .element(let element) = node, element.localName != "Fallback" else { return [] }
      let names: Set<Substring> = ["blip", "imagedata"]
      let own = names.contains(element.localName) ? element.value("r:embed") ?? element.value("r:id") : nil
      return (own.map { [$0] } ?? []) + element.children.pictures
    }
  }

  /// What a drawing says in place of itself.
  fileprivate var description: String {
    for case .element(let element) in self {
      if element.localName == "docPr" { return element.value("descr") ?? "" }
      let found = element.children.description
      if !found.isEmpty { return found }
    }
    return ""
  }

  fileprivate var holdsTextBox: Bool {
    contains { node in
      guard case .element(let element) = node else { return false }
      return element.isWord("txbxContent") || element.children.holdsTextBox
    }
  }
}
