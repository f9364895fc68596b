// Renders documents, one after another, with the same buffers.

internal import BatonDiagnostics
public import BatonOffice
public import BatonTemplate

/// Renders the templates of one environment. One a task.
public struct DocumentRenderer: ~Copyable {
  private let environment: DocumentEnvironment
  private var page: Renderer
  private var word: Renderer
  private let compressor = Compressor()

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
    var template = template
    var package: Package?
    var files: [[UInt8]] = []
    for format in formats {
      try template.compile(for: format)
      do {
        switch format {
        case .html:
          guard let page = template.page else { continue }
          files.append(try self.page.render(page, values).bytes)
        case .docx, .flatOPC:
          guard let compiled = template.word else { continue }
          let made = try package ?? environment.packaging.package(word.render(compiled, values), properties)
          package = made
          files.append(format == .docx ? try made.zipped(with: compressor) : made.flattened())
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
}
