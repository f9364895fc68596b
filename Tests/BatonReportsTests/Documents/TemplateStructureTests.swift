// The templates that the program carries are sound before any data comes, as pages and as Word documents.

import BatonDiagnostics
import BatonDocument
import BatonReports
import BatonTemplate
import Testing

@Suite struct `The templates of documents` {
  /// All of them as they were written, by name.
  private static let templates = Result { () throws(TemplateError) in
    var templates: [String: XMLTemplate] = [:]
    for name in EmbeddedFiles.names where name.hasSuffix(".html") {
      let source = Source(name: name, bytes: EmbeddedFiles.bytes(named: name) ?? [])
      templates[name] = try XMLTemplate(parsing: source, vocabulary: .xhtml)
    }
    return templates
  }

  private static let theme = Result {
    try Theme(parsing: Source(name: "theme.yaml", bytes: EmbeddedFiles.bytes(named: "theme.yaml") ?? []))
  }

  private static func structure(_ name: String) throws -> StructuredTemplate? {
    let templates = try templates.get()
    return try templates[name].map { try StructuredTemplate($0) { templates[$0] } }
  }

  @Test(arguments: EmbeddedFiles.names.filter { $0.hasSuffix(".html") })
  func `say nothing that a page or Word cannot say`(name: String) throws {
    do {
      let template = try #require(try Self.structure(name))
      let theme = try Self.theme.get()
      for dialect in [Dialect.page(theme), .wordprocessingML(theme)] {
        for diagnostic in try dialect.lower(template).diagnostics {
          Issue.record("\(dialect.name): \(diagnostic.text)")
        }
      }
    } catch let error as TemplateError {
      for diagnostic in error.diagnostics { Issue.record("\(diagnostic.text)") }
    }
  }
}
