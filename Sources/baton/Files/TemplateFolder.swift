// Where templates find each other: a folder of the user's, then the templates that the program carries.

internal import BatonDiagnostics
internal import BatonDocument
internal import BatonReports
internal import BatonTemplate
internal import Foundation

/// Templates by the names that `extends`, `include` and `import` call them.
struct TemplateFolder: Loader {
  private let path: String
  private let main: Source
  /// What the template on the command line is called.
  let mainName: String

  /// The template on the command line may lie anywhere; the others lie beside it, unless a folder is named.
  init(main: Source, others path: String?) {
    self.main = main
    mainName = main.name.split(separator: "/").last.map(String.init) ?? main.name
    self.path = path ?? main.name.parentFolder
  }

  /// The folder's own theme, or the one that the program carries; a county's values in place of its.
  func theme(overriding county: Source? = nil) throws(DocumentError) -> Theme {
    let source: Source?
    do throws(TemplateError) {
      source = try self.source(named: "theme.yaml")
    } catch {
      throw DocumentError(error.diagnostics)
    }
    guard let source else { preconditionFailure("the program carries a theme") }
    return try Theme(parsing: source, overriding: county)
  }

  /// The text of a template, or `nil` if there is none of that name.
  func source(named name: String) throws(TemplateError) -> Source? {
    if name == mainName { return main }
    guard Self.staysInside(name) else { return nil }
    let file = "\(path)/\(name)"
    if let data = FileManager.default.contents(atPath: file) {
      return Source(name: path == "." ? name : file, bytes: Array(data))
    }
    return EmbeddedFiles.bytes(named: name).map { Source(name: "Templates/\(name)", bytes: $0) }
  }

  /// The bytes of an image in the folder, or of one that the program carries.
  func image(named name: String) throws(TemplateError) -> [UInt8]? {
    guard Self.staysInside(name) else { return nil }
    return FileManager.default.contents(atPath: "\(path)/\(name)").map(Array.init)
      ?? EmbeddedFiles.bytes(named: name)
  }

  /// A template may not reach outside its folder, whatever name data gives it.
  private static func staysInside(_ name: String) -> Bool {
    !name.hasPrefix("/") && !name.isEmpty
      && name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
        $0 != ".." && $0 != "." && $0 != ""
      }
  }
}

extension String {
  /// The folder that a path's file lies in.
  var parentFolder: String {
    guard let slash = lastIndex(of: "/") else { return "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }
}
