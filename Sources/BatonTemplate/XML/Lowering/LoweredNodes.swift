// What a lowering writes: text upon text is one text, so that what is fixed becomes one piece of the program.

import BatonDiagnostics

/// A list of nodes to which texts are added at the cost of their own characters.
struct LoweredNodes {
  private var nodes: [TemplateNode] = []
  /// The verbatim text that is still growing.
  private var characters = ""
  private var range = SourceRange(0, 0)

  mutating func append(verbatim added: String, _ place: SourceRange) {
    if added.isEmpty { return }
    range =
      characters.isEmpty
      ? place : SourceRange(Swift.min(range.start, place.start), Swift.max(range.end, place.end))
    characters += added
  }

  mutating func append(_ node: TemplateNode) {
    if case .text(let text) = node, text.isVerbatim { return append(verbatim: text.characters, text.range) }
    flush()
    nodes.append(node)
  }

  mutating func append(contentsOf others: [TemplateNode]) {
    for node in others { append(node) }
  }

  private mutating func flush() {
    if characters.isEmpty { return }
    nodes.append(.verbatim(characters, range))
    characters = ""
  }

  /// All that was added.
  consuming func finished() -> [TemplateNode] {
    flush()
    return nodes
  }
}

extension [TemplateNode] {
  /// Neighbouring verbatim texts as one, empty ones left out.
  var mergingVerbatim: [TemplateNode] {
    var result = LoweredNodes()
    result.append(contentsOf: self)
    return result.finished()
  }
}
