// `baton lint`: a finished document against GB/T 9704-2012, as far as its text says.

public import BatonDiagnostics

/// Why a file cannot be looked at.
public struct LintError: Error, Sendable {
  public let diagnostics: [Diagnostic]

  package init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
}

/// The rules that a finished document is held to.
public enum Lint {
  /// Everything that is wrong with a document.
  ///
  /// - Parameter source: `.docx`, Flat OPC (`.xml`) or a page (`.html`), by the name's ending.
  /// - Returns: All findings in the order of the text, rule by rule.
  /// - Throws: ``LintError`` if the file is no such document.
  public static func findings(in source: Source) throws(LintError) -> [Diagnostic] {
    let name = source.name.lowercased()
    let isPage = [".html", ".htm", ".xhtml"].contains { name.hasSuffix($0) }
    return findings(in: isPage ? try FinishedText(page: source) : try FinishedText(word: source))
  }

  package static func findings(in text: FinishedText) -> [Diagnostic] {
    let rules: [(FinishedText) -> [Diagnostic]] = [
      documentNumbers, dates, recipients, headingLadder, attachments, firstPage, imprint, countedLists,
      glyphs,
      fonts,
    ]
    return rules.flatMap { $0(text) }
  }
}
