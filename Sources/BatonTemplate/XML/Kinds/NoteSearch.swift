// Notes that something prints, also by way of the macros, captures and includes that stand in it (TEMPLATES §12).

import BatonDiagnostics

/// Looks for the first note.
struct NoteSearch {
  private var analysis: KindAnalysis
  private var seen: Set<Fragment> = []

  init(_ analysis: KindAnalysis) { self.analysis = analysis }

  /// The first note that nodes print, with the tags that print it.
  func note(in nodes: [TemplateNode], _ scope: KindAnalysis.Scope) -> Leaf? {
    var search = self
    return search.find(in: nodes, scope)
  }

  private mutating func find(in nodes: [TemplateNode], _ scope: KindAnalysis.Scope) -> Leaf? {
    for node in nodes {
      if let found = find(in: node, scope) { return found }
    }
    return nil
  }

  private mutating func find(in node: TemplateNode, _ scope: KindAnalysis.Scope) -> Leaf? {
    switch node {
    case .element(let element):
      guard element.localName == "span", element.literalClasses.contains("footnote"),
        let source = analysis.names(of: scope.template)?.template.source
      else { return find(in: element.children, scope) }
      return Leaf(kind: .inline, label: "脚注", source: source, range: element.startTagRange)
    case .output(let output):
      guard case .fragment(let fragment, let label) = analysis.printed(by: output.expression, in: scope)
      else {
        return nil
      }
      return find(in: fragment, label, at: output.range, scope)
    case .tag(let tag):
      guard case .include = tag.head else { return nil }
      for name in tag.head.template?.constantNames ?? [] {
        if let found = find(in: .template(name), name, at: tag.range, scope) { return found }
      }
      return nil
    case .block(let block):
      switch block.clauses[0].head {
      case .macro, .setBlock: return nil
      default: return find(in: block.clauses.flatMap(\.body), scope)
      }
    case .text, .instruction: return nil
    }
  }

  private mutating func find(
    in fragment: Fragment, _ label: String, at range: SourceRange, _ scope: KindAnalysis.Scope
  ) -> Leaf? {
    guard seen.insert(fragment).inserted, let body = analysis.body(of: fragment),
      let source = analysis.names(of: scope.template)?.template.source,
      var found = find(in: body.nodes, KindAnalysis.Scope(template: body.source.name))
    else { return nil }
    found.fragments.insert(Leaf.FragmentName(label: label, source: source, range: range), at: 0)
    return found
  }
}
