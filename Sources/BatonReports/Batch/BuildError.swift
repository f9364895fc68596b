// What ends a build before anything is published.

public import BatonDiagnostics

/// A build that can't be done as asked.
public struct BuildError: Error, Sendable {
  public var diagnostics: [Diagnostic]

  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  static let nothingChosen = BuildError([
    Diagnostic("nothing-chosen", .error, "所选的文书一份也没有", help: "全县的文书不属于任何单位：要它们就不要写 --units")
  ])

  /// Faults of a template or its values, found while one document was rendered.
  init(_ diagnostics: [Diagnostic], rendering document: PlannedDocument) {
    self.diagnostics = diagnostics.map { diagnostic in
      var diagnostic = diagnostic
      diagnostic.notes.append(Diagnostic.Note("正在生成「\(document.title)」"))
      return diagnostic
    }
  }

  static func cannotEncode(_ document: PlannedDocument, _ error: any Error) -> BuildError {
    BuildError([
      Diagnostic("cannot-encode", .error, "「\(document.title)」的数据不能交给模板：\(error)")
    ])
  }
}
