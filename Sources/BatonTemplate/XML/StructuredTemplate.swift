// An XML template whose structure is known to be sound: kinds checked, implied paragraphs made explicit,
// white space normalized. This is what a dialect transforms and lowers.

package import BatonDiagnostics

/// A checked template tree, ready to be transformed and lowered.
package struct StructuredTemplate: Sendable {
  package let source: Source
  package let vocabulary: Vocabulary
  package var nodes: [TemplateNode]
  package let hasDoctype: Bool
  package let declaration: String?
  private let fragmentKinds: [SourceRange: Kind]

  /// Stage five of TEMPLATES §1, and the checks of §3 and §9.
  ///
  /// - Parameters:
  ///   - template: As it was written, lifted.
  ///   - load: Gives other templates by name as they were written; `nil` where there is none.
  /// - Throws: All faults of structure at once.
  package init(
    _ template: XMLTemplate, load: @escaping (String) -> XMLTemplate?
  ) throws(TemplateError) {
    var template = template
    if !template.vocabulary.normalizesWhiteSpace {
      var hoisting = Hoisting(template.vocabulary, KindAnalysis(load: load))
      template.nodes = hoisting.hoist(template)
    }
    var check = StructureCheck(template, KindAnalysis(load: load))
    check.run()
    if !check.diagnostics.isEmpty { throw TemplateError(check.diagnostics) }
    var current = template
    var wrapping = Wrapping(template.vocabulary, check.analysis)
    current.nodes = wrapping.wrap(current)
    var whiteSpace = WhiteSpaceRules(template.vocabulary, check.analysis)
    current.nodes = whiteSpace.normalize(current)
    source = template.source
    vocabulary = template.vocabulary
    nodes = current.nodes.resolvingRaw(template.vocabulary)
    hasDoctype = template.hasDoctype
    declaration = template.declaration
    var kinds = FragmentKinds(check.analysis)
    kinds.collect(current)
    fragmentKinds = kinds.kinds
  }

  /// A tree that is known to be sound.
  package init(
    source: Source, vocabulary: Vocabulary, nodes: [TemplateNode], hasDoctype: Bool, declaration: String?
  ) {
    self.source = source
    self.vocabulary = vocabulary
    self.nodes = nodes
    self.hasDoctype = hasDoctype
    self.declaration = declaration
    fragmentKinds = [:]
  }

  /// What an output, an include or a call prints: `text` for a value, more for a piece of a template.
  package func kind(ofFragmentAt range: SourceRange) -> Kind { fragmentKinds[range] ?? .text }
}

/// The kinds of the tags that print pieces of templates, by where the tags stand.
struct FragmentKinds {
  private(set) var kinds: [SourceRange: Kind] = [:]
  private var analysis: KindAnalysis

  init(_ analysis: KindAnalysis) { self.analysis = analysis }

  mutating func collect(_ template: XMLTemplate) {
    collect(template.nodes, KindAnalysis.Scope(template: template.source.name))
  }

  private mutating func collect(_ nodes: [TemplateNode], _ scope: KindAnalysis.Scope) {
    for node in nodes {
      switch node {
      case .output(let output): note(node, at: output.range, scope)
      case .tag(let tag): note(node, at: tag.range, scope)
      case .element(let element): collect(element.children, scope)
      case .block(let block):
        var scope = scope
        switch block.clauses[0].head {
        case .for(_, _, _, isRecursive: true): scope.loops.append(block.range.start)
        case .block(let name, _, _, _): scope.block = name
        case .call: note(node, at: block.range, scope)
        default: break
        }
        for clause in block.clauses { collect(clause.body, scope) }
      case .text, .instruction: continue
      }
    }
  }

  private mutating func note(_ node: TemplateNode, at range: SourceRange, _ scope: KindAnalysis.Scope) {
    guard let kind = analysis.kinds(of: node, in: scope).joined, kind != .text, kind != .nothing else {
      return
    }
    kinds[range] = kind
  }
}
