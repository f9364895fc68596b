// The program's own templates, as environments load them.

package import BatonDiagnostics
package import BatonDocument
internal import BatonTemplate

/// Loads the templates that the program carries.
struct EmbeddedLoader: Loader {
  func source(named name: String) throws(TemplateError) -> Source? {
    EmbeddedFiles.bytes(named: name).map { Source(name: "Templates/\(name)", bytes: $0) }
  }

  func image(named name: String) throws(TemplateError) -> [UInt8]? { EmbeddedFiles.bytes(named: name) }
}

extension DocumentEnvironment {
  /// The program's own templates in the program's own theme, or in a county's.
  ///
  /// - Throws: ``DocumentError`` if a theme has faults.
  package static func embedded(theme county: Source? = nil) throws(DocumentError) -> DocumentEnvironment {
    let theme = Source(name: "Templates/theme.yaml", bytes: EmbeddedFiles.bytes(named: "theme.yaml") ?? [])
    return DocumentEnvironment(loader: EmbeddedLoader(), theme: try Theme(parsing: theme, overriding: county))
  }
}
