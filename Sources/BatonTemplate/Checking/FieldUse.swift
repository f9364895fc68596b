// Where a template uses a field of its data, and what could be said about it.

public import BatonDiagnostics

/// One use of a field.
public struct FieldUse: Sendable, Hashable {
  /// What the shape of the data says about a use.
  public enum Verdict: String, Sendable, Hashable {
    /// The shape promises the field.
    case proved
    /// The shape promises that it is not there, or that it can't be used so.
    case wrong
    /// The shape says nothing about it.
    case unknown
  }

  /// `单位.单位全称`, `指标[].名称`
  public let path: String
  /// The template, or the one it includes, and where in it the field stands.
  public let source: Source
  public let range: SourceRange
  /// What the shape says about it.
  public let verdict: Verdict
  /// Whether the data may leave it out: the shape says so, or the template asks first whether it is there.
  public let isOptional: Bool
}

/// What checking a template found.
public struct TemplateReport: Sendable {
  /// What is wrong, and warnings, in the order they were found.
  public internal(set) var diagnostics: [Diagnostic] = []
  /// What the shape can't tell, neither proved nor wrong: `unproved`, for information.
  public internal(set) var unproved: [Diagnostic] = []
  /// In the order of the templates' text, each place once.
  public internal(set) var uses: [FieldUse] = []

  /// Nothing was found to be wrong.
  public var isClean: Bool { diagnostics.allSatisfy { $0.severity < .warning } }

  /// Nothing is wrong and nothing is left open: no missing field, no loop over a scalar and no kind error for any
  /// value of the shape.
  public var isProved: Bool { isClean && unproved.isEmpty }

  /// The report with what else was found, each finding once.
  package func adding(_ findings: [Diagnostic]) -> TemplateReport {
    var report = self
    for finding in findings where !report.diagnostics.contains(finding) { report.diagnostics.append(finding) }
    return report
  }

  /// The findings, and what is left open as errors.
  public var strictDiagnostics: [Diagnostic] {
    diagnostics
      + unproved.map { Diagnostic($0.id, .error, $0.message, at: $0.place, notes: $0.notes, help: $0.help) }
  }
}
