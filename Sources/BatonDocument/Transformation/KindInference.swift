// Infers the kinds of nodes: from elements here, from the analysis over all templates where a tag prints a piece of
// another one.

package import BatonDiagnostics
package import BatonTemplate

/// Infers kinds; knows the macros of the template and the names that it imports.
package struct KindInference: Sendable {
  private let fragmentKind: @Sendable (SourceRange) -> ContentKind?
  private var macros: [String: ContentKind] = [:]
  private var importedNames: Set<String> = []
  private var importedModules: Set<String> = []

  /// - Parameters:
  ///   - nodes: The whole template.
  ///   - fragmentKind: The kind of what the tag at a range prints, where that is known.
  package init(
    _ nodes: [TemplateNode], fragmentKind: @escaping @Sendable (SourceRange) -> ContentKind?
  ) {
    self.fragmentKind = fragmentKind
    collectImports(nodes)
    // Macros may call each other: a fixed point from "prints nothing".
    let bodies = macroBodies(nodes)
    for (name, _) in bodies { macros[name] = .nothing }
    var isStable = false
    for _ in 0...bodies.count where !isStable {
      isStable = true
      for (name, body) in bodies {
        let kind = kind(of: body)
        if macros[name] != kind {
          macros[name] = kind
          isStable = false
        }
      }
    }
  }

  package func kind(of nodes: [TemplateNode]) -> ContentKind {
    nodes.reduce(.nothing) { $0.union(kind(of: $1)) }
  }

  package func kind(of node: TemplateNode) -> ContentKind {
    switch node {
    case .text(let text): text.characters.isEmpty ? .nothing : .text
    case .output(let output): kind(of: output.expression, at: output.range)
    case .element(let element): kind(of: element)
    case .instruction: .nothing
    case .tag(let tag):
      switch tag.head {
      case .include: fragmentKind(tag.range) ?? .unknown
      case .print: .text
      default: .nothing
      }
    case .block(let block): kind(of: block)
    }
  }

  private func kind(of block: TemplateNode.Block) -> ContentKind {
    switch block.clauses.first?.head {
    case .macro, .setBlock: .nothing
    case .call(_, let expression): kind(of: expression, at: block.range)
    case .raw, .filter: .text
    default:
      block.clauses.reduce(.nothing) { $0.union(kind(of: $1.body)) }
    }
  }

  private func kind(of element: TemplateNode.Element) -> ContentKind {
    switch element.localName {
    case "b", "i", "u", "s", "em", "strong", "sub", "sup", "span", "a", "br", "code", "small", "mark",
      "img":
      .inline
    case "li", "dt", "dd": .item
    case "tr": .row
    case "thead", "tbody", "tfoot": .rowGroup
    case "td", "th": .cell
    case "col": .column
    case "caption": .caption
    case "head", "title", "meta", "link", "style": .nothing
    case "hr" where element.hasClass("page"): .pageBreak
    default: .block
    }
  }

  /// The kind of what an expression prints as a whole: of a fragment for a call of a macro, else text.
  private func kind(of expression: Expression, at range: SourceRange) -> ContentKind {
    switch calledFragment(expression) {
    case nil: fragmentKind(range) ?? .text
    case .caller?: .unknown
    case .macro(let name)?: fragmentKind(range) ?? macros[name] ?? .unknown
    case .elsewhere?: fragmentKind(range) ?? .unknown
    }
  }

  /// Whether an output prints a macro, block, caller or capture, which prints by the register.
  package func printsFragment(_ output: TemplateNode.Output) -> Bool {
    calledFragment(output.expression) != nil
      || ![nil, .nothing, .text].contains(fragmentKind(output.range))
  }

  private enum CalledFragment {
    case caller
    case macro(String)
    /// Of another template, or a block or loop.
    case elsewhere
  }

  private func calledFragment(_ expression: Expression) -> CalledFragment? {
    guard case .call(let callee, _) = expression.kind else { return nil }
    switch callee.kind {
    case .name("caller"): return .caller
    case .name("super"), .name("loop"): return .elsewhere
    case .name(let name):
      if macros[name] != nil { return .macro(name) }
      return importedNames.contains(name) ? .elsewhere : nil
    case .attribute(let object, _, _):
      guard case .name(let name) = object.kind else { return nil }
      return name == "self" || importedModules.contains(name) ? .elsewhere : nil
    default: return nil
    }
  }

  private mutating func collectImports(_ nodes: [TemplateNode]) {
    nodes.forEachTag { tag in
      switch tag.head {
      case .import(_, let alias, _): importedModules.insert(alias)
      case .fromImport(_, let names, _): importedNames.formUnion(names.map(\.alias))
      default: break
      }
    }
  }

  private func macroBodies(_ nodes: [TemplateNode]) -> [(name: String, body: [TemplateNode])] {
    var bodies: [(name: String, body: [TemplateNode])] = []
    nodes.forEachClause { clause in
      if case .macro(let name, _, _) = clause.head { bodies.append((name, clause.body)) }
    }
    return bodies
  }
}
