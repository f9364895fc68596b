// Where document templates come from and how documents look.

internal import BatonDiagnostics
public import BatonTemplate
internal import Synchronization

/// A loader and a theme, and what was compiled and made ready with them. Shared by tasks.
///
///     let environment = DocumentEnvironment(loader: loader, theme: theme)
///     let template = try environment.template(named: "completion-report.html")
///     let bytes = try template.render(values, as: .docx, properties: properties)
public final class DocumentEnvironment: Sendable {
  /// How pages and Word documents look.
  public let theme: Theme
  let page: Environment
  let word: Environment
  let packaging: WordPackaging
  /// The packages of templates that were written in Word.
  private let authored = Mutex<[String: AuthoredPackage]>([:])

  /// An environment of document templates.
  ///
  /// - Parameters:
  ///   - loader: Where templates and pictures are found by name.
  ///   - theme: How documents look, in both vocabularies.
  ///   - undefined: What becomes of a name that the data does not have; strict, for a document may not lack what it says.
  public convenience init(loader: any Loader, theme: Theme, undefined: UndefinedMode = .strict) {
    self.init(loader: loader, theme: theme, undefined: undefined, library: .standard)
  }

  package init(loader: any Loader, theme: Theme, undefined: UndefinedMode, library: Library) {
    self.theme = theme
    page = Environment(loader: loader, undefined: undefined, library: library, dialect: .page(theme))
    word = Environment(
      loader: loader, undefined: undefined, library: library, dialect: .wordprocessingML(theme))
    packaging = WordPackaging(theme: theme)
  }

  /// The template of a name, compiled for the formats it is wanted in.
  ///
  /// - Parameters:
  ///   - name: What the loader knows it by.
  ///   - formats: What documents are to be written as.
  /// - Returns: A template that any number of tasks may render.
  /// - Throws: All faults of the template in the first vocabulary that has one.
  public func template(
    named name: String, for formats: some Sequence<DocumentFormat> = DocumentFormat.allCases
  ) throws(DocumentError) -> DocumentTemplate {
    var template = DocumentTemplate(name: name, environment: self)
    for format in formats { try template.compile(for: format) }
    return template
  }

  /// The package of a template that was written in Word; `nil` for any other.
  func authoredPackage(named name: String) throws(TemplateError) -> AuthoredPackage? {
    if let known = authored.withLock({ $0[name] }) { return known }
    guard let source = try word.loader.source(named: name), AuthoredTemplate.reads(source) else { return nil }
    let package = try AuthoredTemplate(reading: source).package
    authored.withLock { $0[name] = package }
    return package
  }

  /// Every use of a field in a template and all it refers to.
  public func uses(of name: String, against shape: DataShape.Fields?) -> [FieldUse] {
    page.check(name, against: shape).uses
  }

  /// Finds what is wrong with a template and all it refers to, in the vocabularies of the formats, or for some value
  /// of the shape of its data.
  ///
  /// - Parameters:
  ///   - name: What the loader knows it by: a template of XHTML or one written in Word.
  ///   - shape: The fields of the data; `nil` when nothing is known of them.
  ///   - formats: What documents are to be written as. What one vocabulary can't say is a finding only there.
  /// - Returns: Every finding once, and every use of a field.
  public func check(
    _ name: String, against shape: DataShape.Fields?,
    for formats: some Sequence<DocumentFormat> = DocumentFormat.allCases
  ) -> TemplateReport {
    let formats = Set(formats)
    guard formats.contains(.html) else { return word.check(name, against: shape) }
    let report = page.check(name, against: shape)
    guard formats.count > 1, report.diagnostics.allSatisfy({ $0.severity < .error }) else { return report }
    return report.adding(word.check(name, against: shape).diagnostics)
  }

  /// How a template is understood: its lifted tree with the kinds of what its tags print.
  package func explanation(of name: String) throws(DocumentError) -> String {
    do throws(TemplateError) {
      return try page.explanation(of: name, hiding: TemplateNode.Element.markNamespace)
    } catch {
      throw DocumentError(error)
    }
  }
}

extension DocumentError {
  init(_ error: TemplateError) { self.init(error.diagnostics) }
}
