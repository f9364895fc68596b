// What can go wrong on this floor.

public import BatonDiagnostics

/// A theme or a template that cannot be used, or a document that cannot be made.
public struct DocumentError: Error, Sendable {
  /// All faults that were found, in the order of the text.
  public let diagnostics: [Diagnostic]

  package init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
}
