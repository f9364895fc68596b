// A paragraph in a word processor has a run wherever something was typed. Where that is only the call of a macro or
// an include that prints blocks, the run is no place for it: the call stands in the paragraph, which it then replaces.

import BatonDiagnostics

/// Takes calls that print blocks out of the runs in which they stand alone.
struct Hoisting {
  private let vocabulary: Vocabulary
  private var analysis: KindAnalysis

  init(_ vocabulary: Vocabulary, _ analysis: KindAnalysis) {
    self.vocabulary = vocabulary
    self.analysis = analysis
  }

  mutating func hoist(_ template: XMLTemplate) -> [TemplateNode] {
    analysis.register(template)
    return hoist(template.nodes, KindAnalysis.Scope(template: template.source.name))
  }

  private mutating func hoist(_ nodes: [TemplateNode], _ scope: KindAnalysis.Scope) -> [TemplateNode] {
    nodes.map { node in
      switch node {
      case .text, .output, .tag, .instruction: return node
      case .element(var element):
        let rule = vocabulary.rule(for: element)
        if rule.content == .paragraph, rule.kind == .block, let call = loneCall(in: element.children),
          analysis.leaves(of: call, in: scope).isOfBlocks
        {
          element.children = [call]
        } else {
          element.children = hoist(element.children, scope)
        }
        return .element(element)
      case .block(var block):
        var scope = scope
        switch block.clauses[0].head {
        case .for(_, _, _, isRecursive: true): scope.loops.append(block.range.start)
        case .block(let name, _, _, _): scope.block = name
        default: break
        }
        for index in block.clauses.indices {
          block.clauses[index].body = hoist(block.clauses[index].body, scope)
        }
        return .block(block)
      }
    }
  }

  /// The value or include that is all that stands in a list, through runs.
  private func loneCall(in nodes: [TemplateNode]) -> TemplateNode? {
    let content = nodes.filter { !$0.isBlankText }
    guard content.count == 1 else { return nil }
    switch content[0] {
    case .output, .tag: return content[0]
    case .element(let element):
      return vocabulary.rule(for: element).isNothingWhenEmpty ? loneCall(in: element.children) : nil
    case .text, .block, .instruction: return nil
    }
  }
}

extension Leaves {
  /// Something is printed, and all of it is blocks.
  fileprivate var isOfBlocks: Bool { !items.isEmpty && items.allSatisfy { $0.kind == .block } }
}
