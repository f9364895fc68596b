// Comments and `raw` have done their work once white space is settled: what is below knows neither.

extension [TemplateNode] {
  /// Without comments, raw blocks replaced by their content; a paragraph, item or row that held only
  /// comments is gone too.
  func resolvingRaw(_ vocabulary: Vocabulary) -> [TemplateNode] {
    guard holdsRaw else { return self }
    return flatMap { node -> [TemplateNode] in
      switch node {
      case .text, .output, .tag, .instruction: return [node]
      case .element(var element):
        if vocabulary.rule(for: element).whenEmpty != .stays, element.holdsOnlyComments { return [] }
        element.children = element.children.resolvingRaw(vocabulary)
        for index in element.attributes.indices {
          element.attributes[index].value = element.attributes[index].value.resolvingRaw(vocabulary)
        }
        return [.element(element)]
      case .block(var block):
        if case .raw = block.clauses[0].head { return block.clauses[0].body.resolvingRaw(vocabulary) }
        for index in block.clauses.indices {
          block.clauses[index].body = block.clauses[index].body.resolvingRaw(vocabulary)
        }
        return [.block(block)]
      }
    }
  }
}

extension [TemplateNode] {
  /// Whether a comment or a raw block stands anywhere in it.
  private var holdsRaw: Bool {
    contains { node in
      switch node {
      case .text, .output, .tag, .instruction: return false
      case .element(let element):
        return element.children.holdsRaw || element.attributes.contains { $0.value.holdsRaw }
      case .block(let block):
        if case .raw = block.clauses[0].head { return true }
        return block.clauses.contains { $0.body.holdsRaw }
      }
    }
  }
}

extension TemplateNode.Element {
  fileprivate var holdsOnlyComments: Bool {
    let printing = children.filter { !$0.isBlankText }
    return !printing.isEmpty && printing.allSatisfy(\.isComment)
  }
}

extension TemplateNode {
  /// `{# … #}`
  var isComment: Bool {
    guard case .block(let block) = self, case .raw = block.clauses[0].head else { return false }
    return block.clauses[0].body.isEmpty
  }
}
