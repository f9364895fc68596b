// Renders documents, one after another, with the same buffers.

internal import BatonDiagnostics
public import BatonOffice
public import BatonTemplate

/// Renders the templates of one environment. One a task.
public struct DocumentRenderer: ~Copyable {
  private let environment: DocumentEnvironment
  private var page: Renderer
  private var word: Renderer
  private var writer = PackageWriter()
  /// The parts of the properties of the document before: many in a row say the same of themselves.
  private var saidBefore: (properties: DocumentProperties, parts: [Part])?

  /// A renderer of an environment's templates; one a task.
  public init(_ environment: DocumentEnvironment) {
    self.environment = environment
    page = Renderer(environment.page)
    word = Renderer(environment.word)
  }

  /// Renders one document in one format.
  public mutating func render(
    _ template: DocumentTemplate, _ values: Document, as format: DocumentFormat,
    properties: DocumentProperties
  ) throws(DocumentError) -> [UInt8] {
    guard let bytes = try render(template, values, as: [format], properties: properties).first else {
      preconditionFailure("a format without a file")
    }
    return bytes
  }

  /// Renders one document in several formats: `.docx` and Flat OPC are one rendering packaged twice.
  ///
  /// - Parameters:
  ///   - template: A template of this renderer's environment.
  ///   - values: What the template's names mean.
  ///   - formats: What to write.
  ///   - properties: What the document says about itself.
  /// - Returns: The files, in the order of the formats.
  /// - Throws: Faults of the template or of the values, with their place.
  public mutating func render(
    _ template: DocumentTemplate, _ values: Document, as formats: [DocumentFormat],
    properties: DocumentProperties
  ) throws(DocumentError) -> [[UInt8]] {
    try render(template, values.value, as: formats, properties: properties)
  }

  /// Renders one document of many whose data stand in one ``Document``: the fields of `value` are the names that
  /// the template uses; `bindings`, further values of the same document, come before them.
  public mutating func render(
    _ template: DocumentTemplate, _ value: Document.Value, with bindings: [(String, Document.Value)] = [],
    as formats: [DocumentFormat], properties: DocumentProperties
  ) throws(DocumentError) -> [[UInt8]] {
    var template = template
    var package: Package?
    var files: [[UInt8]] = []
    for format in formats {
      try template.compile(for: format)
      do {
        switch format {
        case .html:
          guard let page = template.page else { continue }
          files.append(try self.page.render(page, value, with: bindings).bytes)
        case .docx, .flatOPC:
          guard let compiled = template.word else { continue }
          let made = try package ?? makePackage(compiled, template.authored, value, bindings, properties)
          package = made
          files.append(format == .docx ? try writer.zip(made) : made.flattened())
        }
      } catch let error as TemplateError {
        throw DocumentError(error)
      } catch let error as OfficeError {
        throw DocumentError(error.diagnostics)
      } catch let error as DocumentError {
        throw error
      } catch {
        preconditionFailure("an error of no kind: \(error)")
      }
    }
    return files
  }

  private mutating func makePackage(
    _ template: Template, _ authored: AuthoredPackage?, _ value: Document.Value,
    _ bindings: [(String, Document.Value)], _ properties: DocumentProperties
  ) throws -> Package {
    let rendering = try word.render(template, value, with: bindings)
    let said = parts(of: properties)
    return authored?.package(rendering, said) ?? environment.packaging.package(rendering, said)
  }

  private mutating func parts(of properties: DocumentProperties) -> [Part] {
    if let saidBefore, saidBefore.properties == properties { return saidBefore.parts }
    let parts = properties.parts
    saidBefore = (properties, parts)
    return parts
  }
}
