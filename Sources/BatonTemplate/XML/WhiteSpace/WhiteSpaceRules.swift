// White space of XHTML templates (TEMPLATES §5): dropped between blocks, and in paragraphs one space or
// nothing, as the neighbours say.

import BatonDiagnostics

/// Normalizes the white space of a template whose implied paragraphs are explicit.
struct WhiteSpaceRules {
  private let vocabulary: Vocabulary
  private var analysis: KindAnalysis

  init(_ vocabulary: Vocabulary, _ analysis: KindAnalysis) {
    self.vocabulary = vocabulary
    self.analysis = analysis
  }

  mutating func normalize(_ template: XMLTemplate) -> [TemplateNode] {
    guard vocabulary.normalizesWhiteSpace else { return template.nodes }
    return list(template.nodes, KindAnalysis.Scope(template: template.source.name))
  }

  /// A list that is the content of one paragraph, or a list of blocks, items, rows …
  private mutating func list(_ nodes: [TemplateNode], _ scope: KindAnalysis.Scope) -> [TemplateNode] {
    let kinds = analysis.kinds(of: nodes, in: scope)
    let isParagraph = !kinds.isEmpty && kinds.isSubset(of: [.text, .inline])
    return isParagraph ? paragraph(nodes, scope) : structure(nodes, scope)
  }

  /// Drops white-space-only text.
  private mutating func structure(_ nodes: [TemplateNode], _ scope: KindAnalysis.Scope) -> [TemplateNode] {
    var result: [TemplateNode] = []
    for node in nodes {
      switch node {
      case .text(let text):
        if !text.characters.isWhiteSpace { result.append(node) }
      case .output, .tag, .instruction: result.append(node)
      case .element(let element): result.append(.element(inside(element, scope)))
      case .block(var block):
        var scope = scope
        let startsAfresh = enter(block, &scope)
        for index in block.clauses.indices {
          let body = block.clauses[index].body
          block.clauses[index].body = startsAfresh ? list(body, scope) : structure(body, scope)
        }
        result.append(.block(block))
      }
    }
    return result
  }

  /// The scope inside a block, and whether its body is a list of its own.
  private func enter(_ block: TemplateNode.Block, _ scope: inout KindAnalysis.Scope) -> Bool {
    switch block.clauses[0].head {
    case .for(_, _, _, isRecursive: true): scope.loops.append(block.range.start)
    case .macro, .setBlock, .call: return true
    case .block(let name, _, _, _):
      scope.block = name
      return true
    default: break
    }
    return false
  }

  private mutating func inside(_ element: TemplateNode.Element, _ scope: KindAnalysis.Scope)
    -> TemplateNode.Element
  {
    let rule = vocabulary.rule(for: element)
    if rule.isPreformatted { return element }
    var element = element
    switch rule.content {
    case .paragraph, .inline, .characters: element.children = paragraph(element.children, scope)
    case .flow: element.children = list(element.children, scope)
    case .only, .none: element.children = structure(element.children, scope)
    case .any: element.children = element.children.map { descend($0, scope) }
    }
    return element
  }

  /// Content of an unknown element: its white space stays.
  private mutating func descend(_ node: TemplateNode, _ scope: KindAnalysis.Scope) -> TemplateNode {
    switch node {
    case .element(let element): return .element(inside(element, scope))
    case .block(var block):
      for index in block.clauses.indices {
        block.clauses[index].body = block.clauses[index].body.map { descend($0, scope) }
      }
      return .block(block)
    case .text, .output, .tag, .instruction: return node
    }
  }

  // MARK: Paragraphs

  private mutating func paragraph(_ nodes: [TemplateNode], _ scope: KindAnalysis.Scope) -> [TemplateNode] {
    if nodes.count == 1, case .text(let text) = nodes[0], !text.characters.holdsWhiteSpace { return nodes }
    var line = ParagraphLine(vocabulary)
    line.read(nodes)
    var texts = line.normalizedTexts[...]
    return rebuilt(nodes, &texts, scope)
  }

  /// The nodes with their texts replaced, in the order they were read.
  private mutating func rebuilt(
    _ nodes: [TemplateNode], _ texts: inout ArraySlice<String>, _ scope: KindAnalysis.Scope
  ) -> [TemplateNode] {
    var result: [TemplateNode] = []
    for node in nodes {
      switch node {
      case .text(var text):
        text.characters = texts.popFirst() ?? ""
        if !text.characters.isEmpty { result.append(.text(text)) }
      case .output, .tag, .instruction: result.append(node)
      case .element(var element):
        if ParagraphLine.isTransparent(vocabulary.rule(for: element)) {
          element.children = rebuilt(element.children, &texts, scope)
          result.append(.element(element))
        } else {
          result.append(.element(inside(element, scope)))
        }
      case .block(var block):
        var inner = scope
        let startsAfresh = enter(block, &inner) && !ParagraphLine.isInLine(block)
        for index in block.clauses.indices {
          let body = block.clauses[index].body
          block.clauses[index].body = startsAfresh ? list(body, inner) : rebuilt(body, &texts, inner)
        }
        result.append(.block(block))
      }
    }
    return result
  }
}
