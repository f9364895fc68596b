// A Word file as a template: its stories read into one tree, the rest of the package made ready to be copied.

internal import BatonDiagnostics
internal import BatonOffice
internal import BatonTemplate
internal import BatonXML

/// What was read from a `.docx`, `.dotx`, `.docm` or Flat OPC file.
struct AuthoredTemplate: Sendable {
  let template: XMLTemplate
  let package: AuthoredPackage

  /// Whether a file is Word's: by the end of its name, and Flat OPC by its beginning.
  static func reads(_ source: Source) -> Bool {
    let name = source.name.lowercased()
    if [".docx", ".dotx", ".docm", ".dotm"].contains(where: { name.hasSuffix($0) }) { return true }
    guard name.hasSuffix(".xml") else { return false }
    return String(decoding: source.bytes.prefix(1024), as: UTF8.self)
      .contains("http://schemas.microsoft.com/office/2006/xmlPackage")
  }

  /// - Throws: What is wrong with the package, then with its tags, all faults of a stage at once.
  init(reading source: Source) throws(TemplateError) {
    let read: Package
    do {
      read = try Package(reading: source.bytes, file: source.name)
    } catch {
      throw TemplateError(error.diagnostics)
    }
    try self.init(read, named: source.name)
  }

  private init(_ package: Package, named name: String) throws(TemplateError) {
    guard let main = package.mainPart, main.contentType.text.contains("wordprocessingml") else {
      throw TemplateError(
        Diagnostic("not-a-package", .error, "这不是 Word 文档", at: .file(name), help: "请选择 .docx 文件"))
    }
    var stories = try TemplateStories(of: package, main: main, file: name)
    try stories.readAll()
    let source = Source(
      name: name, bytes: stories.reader.transcript.bytes, stories: stories.reader.transcript.stories)
    let faults = stories.reader.faults.map { $0.diagnostic(in: source) }
    if !faults.isEmpty { throw TemplateError(faults) }
    var template = try XMLTemplate(
      source: source, vocabulary: .wordprocessingML, written: stories.roots.map(\.root))
    try FieldBalance.check(template)
    try AlternateCheck.check(template)
    try AttributeCheck.check(template)
    template.nodes.insert(contentsOf: stories.identifiers.instructions, at: 0)
    self.template = template
    self.package = AuthoredPackage(package, main: main, stories: stories)
  }
}

extension Package {
  /// The part that the package's relationship for its document leads to.
  var mainPart: Part? {
    for relationship in relationships where relationship.kind.type.hasSuffix("/officeDocument") {
      if case .part(let name) = relationship.target { return part(named: name) }
    }
    return nil
  }
}
