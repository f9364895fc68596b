// Where templates come from and what they know: the noun that owns loader, library and modes.

public import BatonDiagnostics
internal import Synchronization

/// Finds the sources of templates. Files are the host's business.
public protocol Loader: Sendable {
  /// The source of a template, or `nil` where there is none of that name.
  func source(named name: String) throws(TemplateError) -> Source?

  /// The bytes of an image that a template shows, or `nil` where there is none of that name.
  func image(named name: String) throws(TemplateError) -> [UInt8]?
}

extension Loader {
  /// No pictures, unless a loader says otherwise.
  public func image(named name: String) throws(TemplateError) -> [UInt8]? { nil }
}

/// Sources and images in memory.
public struct DictionaryLoader: Loader {
  private let sources: [String: Source]
  private let images: [String: [UInt8]]

  /// Templates and pictures by their names.
  public init(_ texts: [String: String], images: [String: [UInt8]] = [:]) {
    self.images = images
    sources = Dictionary(uniqueKeysWithValues: texts.map { ($0, Source(name: $0, text: $1)) })
  }

  /// The template of a name.
  public func source(named name: String) throws(TemplateError) -> Source? { sources[name] }

  /// The picture of a name.
  public func image(named name: String) throws(TemplateError) -> [UInt8]? { images[name] }
}

/// How templates are compiled and rendered. Immutable but for its cache of compiled templates; shared by tasks.
///
///     let environment = Environment(loader: DictionaryLoader(["t": "{{ 单位 }}：{{ 得分 }}"]))
///     let template = try environment.template(named: "t")
public final class Environment: Sendable {
  /// Gives templates, and pictures, by name.
  public let loader: any Loader
  /// What becomes of a name that the data does not have.
  public let undefined: UndefinedMode
  /// Whether text templates escape what they print.
  public let escapes: Bool
  /// How text templates treat the white space around tags.
  public let whiteSpace: WhiteSpaceOptions
  package let library: Library
  package let dialect: Dialect
  private let compiled = Mutex<[String: Template]>([:])
  /// Images of the loader that were shown.
  let pictures = Mutex<[String: LoadedPicture]>([:])
  /// XML templates as they were written, for others to look into.
  let written = Mutex<[String: XMLTemplate]>([:])

  /// An environment of text templates: Jinja's own language.
  ///
  /// - Parameters:
  ///   - loader: Where `include`, `import` and `extends` find templates.
  ///   - undefined: What becomes of a name that the data does not have.
  ///   - escapes: Whether `& < > " '` are printed as entities.
  ///   - whiteSpace: Jinja's `trim_blocks`, `lstrip_blocks`, `keep_trailing_newline`.
  public convenience init(
    loader: any Loader = DictionaryLoader([:]), undefined: UndefinedMode = .default, escapes: Bool = true,
    whiteSpace: WhiteSpaceOptions = WhiteSpaceOptions()
  ) {
    self.init(
      loader: loader, undefined: undefined, escapes: escapes, whiteSpace: whiteSpace, library: .standard,
      dialect: .text)
  }

  /// An environment of XHTML templates, printed as HTML5; what they print is well-formed whatever the data.
  public static func html(
    loader: any Loader = DictionaryLoader([:]), undefined: UndefinedMode = .default
  ) -> Environment {
    Environment(loader: loader, undefined: undefined, dialect: .xhtml)
  }

  package init(
    loader: any Loader, undefined: UndefinedMode = .default, escapes: Bool = true,
    whiteSpace: WhiteSpaceOptions = WhiteSpaceOptions(), library: Library = .standard,
    dialect: Dialect = .text
  ) {
    self.loader = loader
    self.undefined = undefined
    self.escapes = escapes
    self.whiteSpace = whiteSpace
    self.library = library
    self.dialect = dialect
  }

  /// The template of a name, compiled the first time it is asked for.
  public func template(named name: String) throws(TemplateError) -> Template {
    if let template = try template(ifPresent: name) { return template }
    throw TemplateError(Diagnostic("template-not-found", .error, "没有模板「\(name)」", at: .none))
  }

  /// The template of a name, or `nil` where the loader has none.
  package func template(ifPresent name: String) throws(TemplateError) -> Template? {
    if let known = compiled.withLock({ $0[name] }) { return known }
    guard let source = try loader.source(named: name) else { return nil }
    let template = try template(from: source)
    // Two tasks may compile the same source at once; the first one stays, so that all share one program.
    return compiled.withLock { cache in
      if let first = cache[name] { return first }
      cache[name] = template
      return template
    }
  }

  /// Compiles a source that has no name in the loader.
  public func template(from source: Source) throws(TemplateError) -> Template {
    let (source, nodes, warnings) = try loweredTree(of: source)
    let program = try Compiler.program(
      nodes, of: source, library: library,
      options: CompilerOptions(escapes: escapes, isStructured: dialect.isStructured))
    return Template(program: program, warnings: warnings)
  }

  /// The tree that is compiled with what its places point into, and what is worth knowing about it.
  private func loweredTree(
    of source: Source
  ) throws(TemplateError) -> (Source, [TemplateNode], [Diagnostic]) {
    guard case .xml(let vocabulary) = dialect.frontEnd else {
      return (source, try TextTreeBuilder.tree(of: source, options: whiteSpace), [])
    }
    guard Dialect.isXML(source.name) else {
      try source.refuseControlCharacters()
      return (source, try TextTreeBuilder.tree(of: source, options: whiteSpace).asTextOfMarkup, [])
    }
    let structured = try structuredTemplate(of: source, vocabulary)
    let lowered = try dialect.lower(structured)
    return (structured.source, lowered.nodes, lowered.diagnostics)
  }
}
