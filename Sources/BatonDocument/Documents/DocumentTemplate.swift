// A template of documents, compiled for the page and for Word.

public import BatonDiagnostics
public import BatonOffice
public import BatonTemplate

/// A template that renders to a page, to `.docx` and to Flat OPC.
public struct DocumentTemplate: Sendable {
  /// What the loader knows it by.
  public let name: String
  let environment: DocumentEnvironment
  private(set) var page: Template?
  private(set) var word: Template?
  /// The package round what the template prints, where it was written in Word.
  private(set) var authored: AuthoredPackage?

  init(name: String, environment: DocumentEnvironment) {
    self.name = name
    self.environment = environment
  }

  /// What is worth knowing about the template though it can be used.
  public var warnings: [Diagnostic] { (page?.warnings ?? []) + (word?.warnings ?? []) }

  /// Whether a template is a Word document: `.docx`, `.dotx`, `.docm`, or Flat OPC.
  public static func isWrittenInWord(_ source: Source) -> Bool { AuthoredTemplate.reads(source) }

  mutating func compile(for format: DocumentFormat) throws(DocumentError) {
    do throws(TemplateError) {
      switch format {
      case .html: if page == nil { page = try environment.page.template(named: name) }
      case .docx, .flatOPC:
        guard word == nil else { return }
        word = try environment.word.template(named: name)
        authored = try environment.authoredPackage(named: name)
      }
    } catch {
      throw DocumentError(error)
    }
  }

  /// Renders one document in one format; for many, keep a ``DocumentRenderer`` a task.
  ///
  /// - Parameters:
  ///   - values: What the template's names mean: the fields of the document's root.
  ///   - format: What to write.
  ///   - properties: What the document says about itself; a page says it in its `title`.
  /// - Returns: The finished file.
  /// - Throws: Faults of the template or of the values, with their place.
  public func render(
    _ values: Document, as format: DocumentFormat, properties: DocumentProperties
  ) throws(DocumentError) -> [UInt8] {
    var renderer = DocumentRenderer(environment)
    return try renderer.render(self, values, as: format, properties: properties)
  }
}
