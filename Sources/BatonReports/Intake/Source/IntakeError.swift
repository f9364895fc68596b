// What keeps the year from being read at all; faults in the data are not errors but results.

public import BatonDiagnostics

/// The data could not even be opened.
public struct IntakeError: Error, Sendable {
  public let diagnostics: [Diagnostic]

  init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  init(_ diagnostic: Diagnostic) { diagnostics = [diagnostic] }

  init(_ id: String, _ message: String, at place: Diagnostic.Place, help: String) {
    diagnostics = [Diagnostic(id, .error, message, at: place, help: help)]
  }
}
