// What this module throws: faults of templates, each at its place.

public import BatonDiagnostics

/// Why a template could not be loaded, compiled or rendered.
public struct TemplateError: Error, Sendable, Hashable {
  /// At least one, the first the most telling.
  public var diagnostics: [Diagnostic]

  /// All faults of a stage at once; at least one.
  public init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }

  /// A single fault.
  public init(_ diagnostic: Diagnostic) {
    self.init([diagnostic])
  }
}

extension TemplateError: CustomStringConvertible {
  /// The diagnostics as a person reads them.
  public var description: String { diagnostics.map(\.text).joined(separator: "\n") }
}
