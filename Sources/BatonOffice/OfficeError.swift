// What can go wrong on this floor.

package import BatonDiagnostics

/// A package that cannot be written.
package struct OfficeError: Error, Sendable {
  package let diagnostics: [Diagnostic]

  package init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  static var tooLarge: OfficeError {
    OfficeError([
      Diagnostic(
        "package-too-large", .error, "文档太大，超出 docx 文件的上限 4 GB", help: "把数据分成几份文档输出")
    ])
  }
}
