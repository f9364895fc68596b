// The one error of this module.

public import BatonDiagnostics

/// XML that cannot be read, with every fault found and its place.
public struct XMLError: Error, Sendable, Hashable {
  public let diagnostics: [Diagnostic]

  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  init(_ diagnostic: Diagnostic) { diagnostics = [diagnostic] }
}
