// A compiled template.

public import BatonDiagnostics

/// A template, ready to be rendered by any number of tasks at once.
public struct Template: Sendable {
  package let program: Program
  /// What is worth knowing about it: warnings and hints.
  public let warnings: [Diagnostic]

  /// The text it was compiled from; diagnostics point into it.
  public var source: Source { program.source }
}
