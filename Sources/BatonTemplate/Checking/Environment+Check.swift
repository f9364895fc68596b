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
  /// - Returns: Every finding and every use of a field.
  public func check(_ name: String, against shape: DataShape.Fields?) -> TemplateReport {
    var faults: [Diagnostic] = []
    do throws(TemplateError) {
      faults = try template(named: name).warnings
    } catch {
      faults = error.diagnostics
    }
    // A tree that has no sound structure can't be followed.
    guard faults.allSatisfy({ $0.severity < .error }) else { return TemplateReport(diagnostics: faults) }
    var report = Checker.check(name, against: shape, library: library, isStrict: undefined == .strict) {
      [self] in tree(named: $0)
    }
    report.diagnostics = faults + report.diagnostics
    return report
  }

  private func tree(named name: String) -> (source: Source, nodes: [TemplateNode])? {
    guard let source = try? loader.source(named: name) else { return nil }
    switch dialect.frontEnd {
    case .text: return (try? TextTreeBuilder.tree(of: source, options: whiteSpace)).map { (source, $0) }
    case .xml(let vocabulary):
      return (try? dialect.read(source, vocabulary)).map { ($0.source, $0.nodes) }
    }
  }
}
