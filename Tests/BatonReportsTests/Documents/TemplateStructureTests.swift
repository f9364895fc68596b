// The templates that the program carries are sound before any data comes.

import BatonDiagnostics
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

  @Test(arguments: DocumentKind.allCases)
  func `are sound in structure with all that they extend and import`(kind: DocumentKind) throws {
    do {
      let templates = try Self.templates.get()
      _ = try StructuredTemplate(try #require(templates[kind.template])) { templates[$0] }
    } catch let error as TemplateError {
      for diagnostic in error.diagnostics { Issue.record("\(diagnostic.text)") }
    }
  }
}
