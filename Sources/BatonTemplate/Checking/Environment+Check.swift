// Checking from outside: a template by name, against the shape of its data.

import BatonDiagnostics

extension Environment {
  /// Finds, without rendering, what is wrong with a template and all it refers to: syntax, structure and kinds,
  /// and each use of a field that some value of the shape does not have.
  ///
  ///     let report = environment.check("feedback.html", against: ["单位全称": .text])
  ///     for fault in report.diagnostics { … fault.text … }
  ///
  /// - Parameters:
  ///   - name: As the loader knows it.
  ///   - shape: The fields of the data; `nil` when nothing is known of them, to list what the template uses.
  /// - Returns: Every finding and every use of a field. A template with a fault of syntax or structure can't be
  ///   followed: of what it uses nothing is said.
  public func check(_ name: String, against shape: DataShape.Fields?) -> TemplateReport {
    Checker.check(name, against: shape, library: library, isStrict: undefined == .strict) {
      [self] name throws(TemplateError) in
      guard let template = try template(ifPresent: name), let source = try loader.source(named: name) else {
        return nil
      }
      var tree = try tree(of: source)
      tree.warnings = template.warnings
      return tree
    }
  }

  /// The tree before it is lowered: its elements are those of its author.
  private func tree(of source: Source) throws(TemplateError) -> Checker.Tree {
    if case .xml(let vocabulary) = dialect.frontEnd, Dialect.isXML(source.name) {
      let template = try dialect.read(source, vocabulary)
      return Checker.Tree(source: template.source, nodes: template.nodes)
    }
    return Checker.Tree(source: source, nodes: try TextTreeBuilder.tree(of: source, options: whiteSpace))
  }

  /// How an XML template is understood: the lifted tree with the kinds of what its tags print; `hiding` is the
  /// namespace of attributes that the author did not write.
  package func explanation(of name: String, hiding namespace: String? = nil) throws(TemplateError) -> String {
    guard let source = try loader.source(named: name) else {
      throw TemplateError(Diagnostic("unknown-template", .error, "没有模板「\(name)」", at: .file(name)))
    }
    guard case .xml(let vocabulary) = dialect.frontEnd, Dialect.isXML(source.name) else {
      return TreeDump.text(of: try TextTreeBuilder.tree(of: source, options: whiteSpace), in: source)
    }
    return TreeDump.text(of: try structuredTemplate(of: source, vocabulary), hiding: namespace)
  }
}
