// Two texts that say the same in XML have the same canonical form: what tests compare, never bytes.

import BatonDiagnostics

extension XMLTree {
  /// The tree in a form that does not depend on prefixes, quotes, attribute order, references, CDATA
  /// sections, comments or how an empty element is written.
  ///
  /// Names are `{namespace}local`; each element, text and end tag stands on a line of its own.
  ///
  ///     try XMLTree(parsing: Source(name: "a", text: "<w:p xmlns:w='u' b='2' a='1'/>")).canonicalForm
  ///     // <{u}p a="1" b="2">
  ///     // </{u}p>
  ///
  /// - Parameter dropsBlankText: White-space-only text between elements is left out.
  /// - Returns: The lines, each ended.
  public func canonicalForm(droppingBlankText dropsBlankText: Bool = false) -> String {
    var form = CanonicalForm(tree: self, dropsBlankText: dropsBlankText)
    form.write(children, depth: 0)
    return form.lines.joined(separator: "\n") + "\n"
  }

  public var canonicalForm: String { canonicalForm() }
}

private struct CanonicalForm {
  let tree: XMLTree
  let dropsBlankText: Bool
  var lines: [String] = []

  mutating func write(_ nodes: [XMLTree.Node], depth: Int) {
    let indent = String(repeating: "  ", count: depth)
    var text = ""
    func flushed(_ lines: inout [String]) {
      let isBlank = text.utf8.allSatisfy { $0 == 32 || (9...13).contains($0) }
      if !text.isEmpty, !(dropsBlankText && isBlank) {
        lines.append(indent + Escaping.text(text).replacingLineFeeds)
      }
      text = ""
    }
    for node in nodes {
      switch node {
      case .text(let run): text += tree.characters(of: run)
      case .comment: continue
      case .instruction(_, let range):
        flushed(&lines)
        lines.append(indent + tree.source.text(in: range))
      case .element(let element):
        flushed(&lines)
        lines.append(indent + startTag(element))
        write(element.children, depth: depth + 1)
        lines.append("\(indent)</\(name(element.namespace, element.localName))>")
      }
    }
    flushed(&lines)
  }

  private func startTag(_ element: XMLTree.Element) -> String {
    let attributes =
      element.attributes
      .map { (name: name($0.namespace, $0.localName), value: tree.characters(of: $0.value)) }
      .sorted { $0.name < $1.name }
      .map { " \($0.name)=\"\(Escaping.attribute($0.value))\"" }
    return "<\(name(element.namespace, element.localName))\(attributes.joined())>"
  }

  private func name(_ namespace: String, _ local: String) -> String {
    namespace.isEmpty ? local : "{\(namespace)}\(local)"
  }
}

extension String {
  /// A line feed as `&#10;`, so that a text stays on its line.
  fileprivate var replacingLineFeeds: String {
    var result = ""
    for scalar in unicodeScalars {
      if scalar == "\n" { result += "&#10;" } else { result.unicodeScalars.append(scalar) }
    }
    return result
  }
}
