// The lifted tree as indented text: the debugger of the structure rules, and the golden form of their tests.

import BatonDiagnostics

/// Writes template trees for people.
package struct TreeDump {
  private let source: Source
  private let vocabulary: Vocabulary
  private let kindOfFragment: (SourceRange) -> Kind
  /// The namespace of attributes that are no author's.
  private var hidden: String?
  private var lines: [String] = []

  /// A checked template: every tag that prints a piece of a template shows what it prints.
  /// Attributes of the namespace `hidden`, notes of whoever read the template, are left out.
  package static func text(of template: StructuredTemplate, hiding hidden: String? = nil) -> String {
    var dump = TreeDump(template.source, template.vocabulary) { template.kind(ofFragmentAt: $0) }
    dump.hidden = hidden
    dump.write(template.nodes, depth: 0)
    return dump.lines.joined(separator: "\n") + "\n"
  }

  /// The tree of a text template.
  static func text(of nodes: [TemplateNode], in source: Source) -> String {
    var dump = TreeDump(source, .none) { _ in .text }
    dump.write(nodes, depth: 0)
    return dump.lines.joined(separator: "\n") + "\n"
  }

  private init(_ source: Source, _ vocabulary: Vocabulary, _ kindOfFragment: @escaping (SourceRange) -> Kind)
  {
    self.source = source
    self.vocabulary = vocabulary
    self.kindOfFragment = kindOfFragment
  }

  private mutating func write(_ nodes: [TemplateNode], depth: Int) {
    for node in nodes { write(node, depth: depth) }
  }

  private mutating func write(_ node: TemplateNode, depth: Int) {
    switch node {
    case .text(let text): add("\"\(text.characters.escapedForDump)\"", depth)
    case .output(let output):
      add("output \(source.text(in: output.range).escapedForDump)\(suffix(output.range))", depth)
    case .tag(let tag): add("tag \(source.text(in: tag.range).escapedForDump)", depth)
    case .instruction: add("instruction", depth)
    case .element(let element):
      let rule = vocabulary.rule(for: element)
      add("<\(element.name)>: \(rule.kind)", depth)
      for attribute in element.attributes where hidden == nil || attribute.namespace != hidden {
        add("@\(attribute.name)", depth + 1)
        write(attribute.value, depth: depth + 2)
      }
      write(element.children, depth: depth + 1)
    case .block(let block):
      if case .raw = block.clauses[0].head, block.clauses[0].body.isEmpty {
        add("comment", depth)
        return
      }
      for clause in block.clauses {
        add(source.text(in: clause.headRange).escapedForDump, depth)
        write(clause.body, depth: depth + 1)
      }
    }
  }

  private func suffix(_ range: SourceRange) -> String {
    let kind = kindOfFragment(range)
    return kind == .text ? "" : ": \(kind)"
  }

  private mutating func add(_ text: String, _ depth: Int) {
    lines.append(String(repeating: "  ", count: depth) + text)
  }
}

extension String {
  /// On one line.
  fileprivate var escapedForDump: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{A0}": result += "\\u{A0}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
