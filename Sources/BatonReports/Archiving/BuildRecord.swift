// build.json: what rendered the documents, so that they can be rendered again.

internal import BatonArchive
internal import BatonDiagnostics
internal import BatonDocument
internal import BatonTemplate

/// The program, its templates and the formats of a version.
struct BuildRecord: Codable {
  /// Baton's version.
  let program: String
  let formats: [String]
  /// SHA-512 by name below `templates/`.
  let templates: [String: String]
  /// The county's own theme below `templates/`, if it has one.
  let theme: String?

  private enum CodingKeys: String, CodingKey { case program, formats, templates, theme }

  /// Every key is always there.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(program, forKey: .program)
    try container.encode(formats, forKey: .formats)
    try container.encode(templates, forKey: .templates)
    try container.encode(theme, forKey: .theme)
  }

  var documentFormats: [DocumentFormat] {
    DocumentFormat.allCases.filter { formats.contains($0.fileExtension) }
  }
}

/// The templates that a version was, or is to be, rendered with.
struct ArchivedTemplates: Sendable {
  /// By name below `templates/`.
  let files: [String: [UInt8]]

  /// What a county's own theme is called beside the program's.
  static let countyTheme = "本县主题.yaml"

  /// The program's own, and a county's theme.
  init(theme: Source?) {
    var files = [String: [UInt8]]()
    for name in EmbeddedFiles.names { files[name] = EmbeddedFiles.bytes(named: name) }
    files[Self.countyTheme] = theme?.bytes
    self.files = files
  }

  /// Those of a version.
  init(of version: ArchivedObject.Version, in object: ArchivedObject) throws(ArchiveError) {
    var files = [String: [UInt8]]()
    for file in version.files(below: VersionContents.templates) {
      files[String(file.path.dropFirst(VersionContents.templates.count + 1))] = try object.bytes(of: file)
    }
    self.files = files
  }

  var submitted: [SubmittedFile] {
    files.map { SubmittedFile("\(VersionContents.templates)/\($0.key)", .bytes($0.value)) }
  }

  var digests: [String: String] { files.mapValues { Digest(of: $0).hex } }

  /// Documents are rendered from these files and nothing else.
  func environment() throws(DocumentError) -> DocumentEnvironment {
    let theme = Source(name: "templates/theme.yaml", bytes: files["theme.yaml"] ?? [])
    let county = files[Self.countyTheme].map { Source(name: "templates/\(Self.countyTheme)", bytes: $0) }
    return DocumentEnvironment(loader: self, theme: try Theme(parsing: theme, overriding: county))
  }
}

extension ArchivedTemplates: Loader {
  func source(named name: String) throws(TemplateError) -> Source? {
    files[name].map { Source(name: "templates/\(name)", bytes: $0) }
  }

  func image(named name: String) throws(TemplateError) -> [UInt8]? { files[name] }
}
