// An XML template as it was written: parsed, its tags lifted, its kinds not yet looked at. Kinds depend on
// other templates; this does not.

package import BatonDiagnostics
import BatonXML

/// A lifted template tree and what stood before it.
package struct XMLTemplate: Sendable {
  package let source: Source
  package let vocabulary: Vocabulary
  package var nodes: [TemplateNode]
  /// `<!DOCTYPE html>` came first.
  package let hasDoctype: Bool
  /// `<?xml … ?>` as written.
  package let declaration: String?

  /// Stages one to four of TEMPLATES §1: finds and masks tags, parses, makes tag nodes, lifts.
  ///
  /// - Throws: Every fault of the first stage that has one.
  package init(parsing source: Source, vocabulary: Vocabulary) throws(TemplateError) {
    let mask = TagMask(source)
    try Self.stop(at: mask.diagnostics)
    let tree: XMLTree
    do {
      tree = try XMLTree(parsing: source, masked: mask.masked, as: .fragment)
    } catch {
      throw TemplateError(error.diagnostics)
    }
    let builder = DraftBuilder(tree, tags: mask.tags, vocabulary: vocabulary)
    try Self.stop(at: builder.diagnostics)
    nodes = try Self.lifted(builder.draft, source)
    let prologue = Prologue(of: mask.masked)
    self.source = source
    self.vocabulary = vocabulary
    hasDoctype = prologue.doctype != nil
    declaration = prologue.declaration.map { source.text(in: $0) }
  }

  /// A template that its own front end has read: tags are parsed, matched and lifted.
  ///
  /// - Throws: Every fault of the first stage that has one.
  package init(source: Source, vocabulary: Vocabulary, written nodes: [WrittenNode]) throws(TemplateError) {
    let written = WrittenDraft(nodes, source: source, vocabulary: vocabulary)
    try Self.stop(at: written.diagnostics)
    self.init(source: source, vocabulary: vocabulary, nodes: try Self.lifted(written.draft, source))
  }

  private static func lifted(_ draft: Draft, _ source: Source) throws(TemplateError) -> [TemplateNode] {
    var lifting = Lifting(draft, source: source)
    lifting.lift()
    try stop(at: lifting.diagnostics)
    var folding = Folding(lifting.draft, source: source)
    let nodes = folding.fold()
    try stop(at: folding.diagnostics)
    return nodes
  }

  /// A tree that was made otherwise.
  init(source: Source, vocabulary: Vocabulary, nodes: [TemplateNode]) {
    self.source = source
    self.vocabulary = vocabulary
    self.nodes = nodes
    hasDoctype = false
    declaration = nil
  }

  private static func stop(at diagnostics: [Diagnostic]) throws(TemplateError) {
    guard diagnostics.contains(where: { $0.severity == .error }) else { return }
    throw TemplateError(diagnostics.sorted { $0.start < $1.start })
  }
}

extension Diagnostic {
  /// Where it begins, for putting diagnostics of one source in order.
  var start: UInt32 {
    if case .range(_, let range) = place { range.start } else { 0 }
  }
}
