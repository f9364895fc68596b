// A vocabulary is a table of elements; lifting, white space and kinds know no element by name.

/// What a dialect knows of its elements.
package struct Vocabulary: Sendable {
  package let name: String
  /// The namespace that the names stand in; elements without a namespace count as being in it.
  package let namespace: String
  private let rules: [String: ElementRule]
  private let identity = Identity()
  /// Rules of an element with a class, by `name.class`.
  private let classRules: [String: ElementRule]
  /// The words that, behind an element's name and a full stop, may have a rule of their own.
  private let variants: @Sendable (TemplateNode.Element) -> [Substring]
  /// White space is normalized as TEMPLATES §5 says; else it is kept.
  package let normalizesWhiteSpace: Bool
  /// The element that wraps inline content among blocks.
  package let paragraphName: String

  package init(
    name: String, namespace: String, rules: [String: ElementRule], classRules: [String: ElementRule] = [:],
    normalizesWhiteSpace: Bool, paragraphName: String,
    variants: @escaping @Sendable (TemplateNode.Element) -> [Substring] = { $0.literalClasses }
  ) {
    self.name = name
    self.namespace = namespace
    self.rules = rules
    self.classRules = classRules
    self.normalizesWhiteSpace = normalizesWhiteSpace
    self.paragraphName = paragraphName
    self.variants = variants
  }

  /// One vocabulary among all: elements keep the rule that it gave them.
  final class Identity: Sendable, Equatable {
    static func == (left: Identity, right: Identity) -> Bool { left === right }
  }

  /// The element with its rule kept, and the rule.
  func known(_ element: TemplateNode.Element) -> (TemplateNode.Element, ElementRule) {
    let rule = rule(for: element)
    var element = element
    element.keep(rule, of: identity)
    return (element, rule)
  }

  /// The rule for an element; what stands in another namespace, or is not in the table, is unknown.
  package func rule(for element: TemplateNode.Element) -> ElementRule {
    if let known = element.knownRule(in: identity) { return known }
    guard element.namespace.isEmpty || element.namespace == namespace else { return .unknown }
    let name = String(element.localName)
    if !classRules.isEmpty {
      for word in variants(element) {
        if let rule = classRules["\(name).\(word)"] { return rule }
      }
    }
    return rules[name] ?? .unknown
  }

  /// The names of elements that can't stand within a paragraph.
  package var blockNames: Set<String> {
    Set(rules.filter { $0.value.kind != .inline && $0.value.kind != .any }.keys)
  }

  /// XML of no known vocabulary: everything may stand everywhere, and white space is kept.
  package static let none = Vocabulary(
    name: "xml", namespace: "", rules: [:], normalizesWhiteSpace: false, paragraphName: "p")
}

extension TemplateNode.Element {
  /// The attribute of a name without a prefix.
  package func attribute(_ name: String) -> TemplateNode.Attribute? {
    attributes.first { $0.name == name && $0.namespace.isEmpty }
  }

  /// The words of a `class` that no tag has a part in.
  package var literalClasses: [Substring] {
    guard let value = attribute("class")?.value else { return [] }
    var words: [Substring] = []
    for case .text(let text) in value {
      words += text.characters.split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r\n" }
    }
    return words
  }
}
