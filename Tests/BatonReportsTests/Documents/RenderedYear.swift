// Documents of a year as finished files, made as the program makes them.

import BatonAssessment
import BatonDiagnostics
import BatonDocument
import BatonOffice
import BatonReports
import BatonTemplate

/// The templates that the program carries.
struct EmbeddedLoader: Loader {
  func source(named name: String) throws(TemplateError) -> Source? {
    EmbeddedFiles.bytes(named: name).map { Source(name: name, bytes: $0) }
  }
}

/// Renders a year's documents, one after another.
struct DocumentPress: ~Copyable {
  private let environment: DocumentEnvironment
  private var renderer: DocumentRenderer
  private var encoder = ValueEncoder()

  init() throws {
    let theme = try Theme(
      parsing: Source(name: "theme.yaml", bytes: EmbeddedFiles.bytes(named: "theme.yaml") ?? []))
    environment = DocumentEnvironment(loader: EmbeddedLoader(), theme: theme)
    renderer = DocumentRenderer(environment)
  }

  mutating func files(of document: PlannedDocument, as formats: [DocumentFormat]) throws -> [[UInt8]] {
    let model = document.model()
    return try renderer.render(
      try environment.template(named: document.kind.template), try encoder.document(encoding: model),
      as: formats, properties: DocumentProperties(title: model.title, unit: document.issuer))
  }
}
