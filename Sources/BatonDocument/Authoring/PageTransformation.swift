// WordprocessingML → XHTML, once, on the template tree (TEMPLATES §10): the page of a template written in Word. What
// has no counterpart is listed; text is never left out.

internal import BatonDiagnostics
internal import BatonOffice
internal import BatonTemplate

/// The transformation of one Word template to XHTML.
struct PageTransformation {
  let source: Source
  var diagnostics: [Diagnostic] = []
  /// What paragraph styles are: element and declarations of CSS.
  private let styles: [String: [Substring]]
  /// What relationships of the body lead to: addresses, and pictures as data.
  let targets: [String: String]
  /// Loops around: ids in them would be printed often.
  var depth = 0
  /// What was listed already, once a kind.
  private var listed: Set<String> = []

  private init(_ template: StructuredTemplate) {
    source = template.source
    var styles: [String: [Substring]] = [:]
    var targets: [String: String] = [:]
    for case .element(let root) in template.nodes {
      for attribute in root.attributes where attribute.namespace == TemplateNode.Element.markNamespace {
        guard case .text(let text) = attribute.value.first else { continue }
        if attribute.name.hasPrefix(WordStyleMarks.prefix) {
          styles[String(attribute.name.dropFirst(WordStyleMarks.prefix.count))] =
            text.characters.split(separator: ";")
        } else if attribute.name.hasPrefix(WordStyleMarks.targetPrefix) {
          targets[String(attribute.name.dropFirst(WordStyleMarks.targetPrefix.count))] = text.characters
        }
      }
    }
    self.styles = styles
    self.targets = targets
  }

  /// The page of a checked Word template, and what it leaves out.
  static func page(of template: StructuredTemplate) -> (page: StructuredTemplate, diagnostics: [Diagnostic]) {
    var transformation = PageTransformation(template)
    var body: [TemplateNode] = []
    for node in template.nodes {
      switch node {
      case .element(let root):
        if root.isWord("document") {
          body += transformation.flow(root.child("body")?.children ?? [])
        } else {
          transformation.list("页眉、页脚", root.range)
        }
      case .instruction: continue
      case .text, .output, .block, .tag: body += transformation.flow([node])
      }
    }
    let style = "body{white-space:pre-wrap}"
    let title = template.source.name.split(separator: "/").last.map(String.init) ?? template.source.name
    let page = TemplateNode.xhtml(
      "html",
      [
        .xhtml("head", [.xhtml("title", [.literal(title)]), .xhtml("style", [.literal(style)])]),
        .xhtml("body", body),
      ])
    return (
      StructuredTemplate(
        source: template.source, vocabulary: .xhtml, nodes: [page], hasDoctype: true, declaration: nil),
      transformation.diagnostics
    )
  }

  /// Says, once a kind, what the page does not show.
  mutating func list(_ what: String, _ range: SourceRange) {
    guard listed.insert(what).inserted else { return }
    diagnostics.append(
      Diagnostic("not-on-page", .info, "网页里没有\(what)", at: .range(source, range), help: "Word 文档里照样有"))
  }

  // MARK: Blocks

  mutating func flow(_ nodes: [TemplateNode]) -> [TemplateNode] {
    nodes.flatMap { node -> [TemplateNode] in
      switch node {
      case .element(let element): return block(element)
      case .block(let block): return [statement(block) { $0.flow($1) }]
      case .text, .output, .tag: return [node]
      case .instruction: return []
      }
    }
  }

  mutating func statement(
    _ block: TemplateNode.Block, body: (inout PageTransformation, [TemplateNode]) -> [TemplateNode]
  ) -> TemplateNode {
    var block = block
    if block.isRepeating { depth += 1 }
    for index in block.clauses.indices {
      block.clauses[index].body = body(&self, block.clauses[index].body)
    }
    if block.isRepeating { depth -= 1 }
    return .block(block)
  }

  private mutating func block(_ element: TemplateNode.Element) -> [TemplateNode] {
    guard element.namespace == Namespace.wordprocessingML else { return flow(element.children) }
    switch element.localName {
    case "p": return paragraph(element)
    case "tbl": return [table(element)]
    case "sdt": return flow(element.children)
    case "sectPr", "bookmarkStart", "bookmarkEnd", "permStart", "permEnd": return []
    default: return flow(element.children)
    }
  }

  private mutating func paragraph(_ element: TemplateNode.Element) -> [TemplateNode] {
    let properties = element.properties("pPr")
    let style = styles[properties?.child("pStyle")?.value("w:val") ?? ""] ?? ["p"]
    var declarations = style.dropFirst().map(String.init)
    if let alignment = properties?.child("jc")?.value("w:val").flatMap(PageFormats.alignment) {
      declarations.removeAll { $0.hasPrefix("text-align") }
      declarations.append("text-align:\(alignment)")
    }
    if let indent = properties?.child("ind")?.value("w:firstLineChars").flatMap({ Int($0) }) {
      declarations.removeAll { $0.hasPrefix("text-indent") }
      declarations.append("text-indent:\(indent / 100)em")
    }
    if properties?.child("numPr") != nil { list("自动编号", element.range) }
    let breaks = element.children.holdsPageBreak
    var result: [TemplateNode] = []
    if breaks { result.append(.xhtml("hr", [], class: "page", element.range)) }
    var paragraph = TemplateNode.Element(
      name: String(style[0]), namespace: Vocabulary.xhtmlNamespace, children: inline(element.children),
      range: element.range, startTagRange: element.startTagRange)
    if !declarations.isEmpty { paragraph.state("style", declarations.joined(separator: ";")) }
    result.append(.element(paragraph))
    // What floats beside a paragraph stands behind it.
    for box in element.children.textBoxes {
      result.append(.xhtml("div", flow(box.children), box.range))
    }
    return result
  }
}

extension TemplateNode {
  /// An element of XHTML that the transformation makes.
  static func xhtml(
    _ name: String, _ children: [TemplateNode] = [], class className: String? = nil,
    _ range: SourceRange = SourceRange(0, 0)
  ) -> TemplateNode {
    var element = Element(
      name: name, namespace: Vocabulary.xhtmlNamespace, children: children, range: range, startTagRange: range
    )
    if let className { element.state("class", className) }
    return .element(element)
  }

  static func literal(_ characters: String) -> TemplateNode {
    .text(Text(characters, range: SourceRange(0, 0)))
  }
}

extension TemplateNode.Element {
  /// Sets an attribute that holds no tag.
  mutating func state(_ name: String, _ value: String) {
    attributes.append(
      .init(name: name, namespace: "", value: [.text(.init(value, range: range))], range: range))
  }
}

extension [TemplateNode] {
  /// The text boxes in drawings, the first of alternatives only.
  fileprivate var textBoxes: [TemplateNode.Element] {
    flatMap { node -> [TemplateNode.Element] in
      switch node {
      case .element(let element):
        if element.isWord("txbxContent") { return [element] }
        if element.localName == "Fallback" || element.isWord("p") { return [] }
        return element.children.textBoxes
      case .block(let block): return block.clauses.flatMap { $0.body.textBoxes }
      case .text, .output, .tag, .instruction: return []
      }
    }
  }

  /// Whether a page begins in a paragraph.
  fileprivate var holdsPageBreak: Bool {
    contains { node in
      guard case .element(let element) = node else { return false }
      if element.isWord("br") { return element.value("w:type") == "page" }
      return element.isWord("r") && element.children.holdsPageBreak
    }
  }
}
