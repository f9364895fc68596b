// A value that says it is markup (`|safe`, or the host's `Markup`) is read before it is believed
// (TEMPLATES §8): well-formed XHTML of harmless elements, in which template tags are only text.

import BatonDiagnostics
import BatonXML

/// Markup that came in as data.
package struct MarkupValue: Sendable {
  /// A checked tree without tags.
  package let nodes: [TemplateNode]
  /// `text`, `inline`, `block` …; `nil` for a mixture that stands nowhere.
  package let kind: Kind?
  private let source: Source

  /// Why a value is no markup: `bad-markup`.
  package struct Fault: Error, Sendable, Hashable {
    /// What is wrong, in Chinese.
    package let message: String
  }

  private static let refusedElements: Set<String> = ["img", "section", "nav", "header", "footer"]

  package init(_ characters: String) throws(Fault) {
    let source = Source(name: "", text: characters)
    let tree: XMLTree
    do {
      tree = try XMLTree(parsing: source, as: .fragment)
    } catch {
      throw Fault(message: error.diagnostics.first?.message ?? "不是合格的 XML")
    }
    let builder = DraftBuilder(tree, tags: [], vocabulary: .xhtml)
    var folding = Folding(builder.draft, source: source)
    nodes = folding.fold()
    self.source = source
    try Self.check(nodes)
    let template = XMLTemplate(source: source, vocabulary: .xhtml, nodes: nodes)
    var check = StructureCheck(template, KindAnalysis { _ in nil })
    check.run()
    if let fault = check.diagnostics.first { throw Fault(message: fault.message) }
    var analysis = KindAnalysis { _ in nil }
    analysis.register(template)
    kind = analysis.leaves(of: nodes, in: .init(template: "")).kind
  }

  private static func check(_ nodes: [TemplateNode]) throws(Fault) {
    for case .element(let element) in nodes {
      let rule = Vocabulary.xhtml.rule(for: element)
      let name = String(element.localName)
      let isKnown = rule.kind != .any && rule.kind != .head && rule.kind != .page
      if !isKnown || refusedElements.contains(name) || rule.cut == .field {
        throw Fault(message: "不能有「<\(element.name)>」")
      }
      for attribute in element.attributes {
        if attribute.name == "id" || attribute.name == "style" || attribute.name.hasPrefix("on") {
          throw Fault(message: "不能有属性「\(attribute.name)」")
        }
        if case .text(let value)? = attribute.value.first, attribute.isURL,
          !URLScheme.isHarmless(value.characters)
        {
          throw Fault(message: "不能有这样的网址「\(value.characters.excerpt)」")
        }
      }
      try check(element.children)
    }
  }

  /// The tree as a template's is before it is transformed: white space normalized, loose text in paragraphs.
  package var structured: StructuredTemplate? {
    let template = XMLTemplate(source: source, vocabulary: .xhtml, nodes: nodes)
    return try? StructuredTemplate(template) { _ in nil }
  }

  /// The value as HTML5.
  package var html: String {
    let template = StructuredTemplate(
      source: source, vocabulary: .xhtml, nodes: nodes, hasDoctype: false, declaration: nil)
    var lowering = MarkupLowering(template, form: .html)
    return lowering.lower(template).fixedText
  }
}

extension [TemplateNode] {
  /// What a lowered tree without values prints.
  fileprivate var fixedText: String {
    map { node in
      switch node {
      case .text(let text): text.characters
      case .instruction(.unlessEmpty(let open, let body, let close)):
        body.fixedText.isEmpty ? "" : (open + body + close).fixedText
      case .instruction(.identifier(_, let body)), .instruction(.echo(_, _, let body, _)): body.fixedText
      default: ""
      }
    }.joined()
  }
}

extension TemplateNode.Attribute {
  /// Whether the value is a URL.
  var isURL: Bool { ["href", "src", "cite", "action", "poster"].contains(name) }
}
