// What a transformation prints, in order: markup and escaped characters joined, everything else as it is.

package import BatonDiagnostics
package import BatonTemplate

/// A list of nodes without elements, in the making.
package struct LoweredNodes: Sendable {
  package private(set) var nodes: [TemplateNode] = []

  package init() {}

  package var isEmpty: Bool { nodes.isEmpty }

  /// Appends markup that is printed as it stands; it joins markup before it.
  package mutating func markup(_ text: String, _ range: SourceRange) {
    if text.isEmpty { return }
    if case .text(var last)? = nodes.last, last.isVerbatim {
      last.characters += text
      last.range = last.range.through(range)
      nodes[nodes.count - 1] = .text(last)
    } else {
      nodes.append(.text(TemplateNode.Text(text, range: range, isVerbatim: true)))
    }
  }

  package mutating func append(_ node: TemplateNode) {
    if case .text(let text) = node, text.isVerbatim {
      markup(text.characters, text.range)
    } else {
      nodes.append(node)
    }
  }

  package mutating func append(_ other: LoweredNodes) {
    for node in other.nodes { append(node) }
  }

  package mutating func append(_ instruction: Instruction) {
    nodes.append(.instruction(instruction))
  }
}
