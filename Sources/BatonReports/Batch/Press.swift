// What one task renders documents with.

internal import BatonDocument
internal import BatonOffice
internal import BatonTemplate

/// The templates of a catalogue, compiled, and shared by all tasks of a build.
struct PressTemplates: Sendable {
  let environment: DocumentEnvironment
  private let templates: [DocumentKind: DocumentTemplate]
  private let formats: [DocumentFormat]

  /// Compiles what the kinds need, for the formats wanted.
  ///
  /// - Throws: ``BuildError`` with the faults of every template that has any.
  init(
    _ environment: DocumentEnvironment, for kinds: some Sequence<DocumentKind>, as formats: [DocumentFormat]
  ) throws(BuildError) {
    var templates: [DocumentKind: DocumentTemplate] = [:]
    var faults = BuildError([])
    for kind in kinds where templates[kind] == nil {
      do {
        templates[kind] = try environment.template(named: kind.template, for: formats)
      } catch {
        faults.diagnostics += error.diagnostics.filter { !faults.diagnostics.contains($0) }
      }
    }
    if !faults.diagnostics.isEmpty { throw faults }
    self.environment = environment
    self.templates = templates
    self.formats = formats
  }

  func template(of kind: DocumentKind) -> DocumentTemplate {
    guard let template = templates[kind] else { preconditionFailure("\(kind) was never compiled") }
    return template
  }
}

/// A document's files, and the figures in them that other documents print too.
struct FinishedDocument {
  let files: [[UInt8]]
  let readings: [Reading]
}

/// Renders one document after another with the same buffers.
struct Press: ~Copyable {
  private let templates: PressTemplates
  private var renderer: DocumentRenderer
  private var encoder = ValueEncoder()

  init(_ templates: PressTemplates) {
    self.templates = templates
    renderer = DocumentRenderer(templates.environment)
  }

  /// The finished files of a document, in the order of the formats, read back and found to say what they must.
  ///
  /// - Throws: ``BuildError`` with faults of the template or of the values, or with figures that disagree, and
  ///   which document it was.
  mutating func files(
    of document: PlannedDocument, as formats: [DocumentFormat], created day: DocumentProperties.Day
  ) throws(BuildError) -> FinishedDocument {
    let model = document.model()
    let properties = DocumentProperties(
      title: model.title, unit: document.issuer, created: day)
    let files: [[UInt8]]
    do {
      let values = try encoder.document(encoding: model)
      files = try renderer.render(
        templates.template(of: document.kind), values, as: formats, properties: properties)
    } catch let error as DocumentError {
      throw BuildError(error.diagnostics, rendering: document)
    } catch {
      throw .cannotEncode(document, error)
    }
    let agreement = Agreement(document: document, claims: (model as? any Claiming)?.claims ?? Claims())
    let disagreements = agreement.disagreements(in: files, as: formats)
    guard disagreements.isEmpty else { throw BuildError(disagreements) }
    return FinishedDocument(files: files, readings: agreement.readings)
  }
}
