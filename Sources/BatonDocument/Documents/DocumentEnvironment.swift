// Where document templates come from and how documents look.

public import BatonDiagnostics
public import BatonTemplate
internal import Synchronization

/// A loader and a theme, and what was compiled and made ready with them. Shared by tasks.
///
///     let environment = DocumentEnvironment(loader: loader, theme: theme)
///     let template = try environment.template(named: "completion-report.html")
///     let bytes = try template.render(values, as: .docx, properties: properties)
public final class DocumentEnvironment: Sendable {
  public let theme: Theme
  let page: Environment
  let word: Environment
  let packaging: WordPackaging
  /// The packages of templates that were written in Word.
  private let authored = Mutex<[String: AuthoredPackage]>([:])

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

  /// What is wrong with a template in either vocabulary, or for some value of the shape of its data.
  public func check(_ name: String, against shape: DataShape.Fields?) -> [Diagnostic] {
    let report = page.check(name, against: shape)
    guard report.diagnostics.allSatisfy({ $0.severity < .error }) else { return report.diagnostics }
    do {
      let faults = try word.template(named: name).warnings
      return report.diagnostics + faults.filter { !report.diagnostics.contains($0) }
    } catch {
      return report.diagnostics + error.diagnostics
    }
  }
}

extension DocumentError {
  init(_ error: TemplateError) { self.init(error.diagnostics) }
}
