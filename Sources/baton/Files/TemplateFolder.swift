// Where templates find each other: a folder of the user's, then the templates that the program carries.

internal import BatonDiagnostics
internal import BatonReports
internal import Foundation

/// Templates by the names that `extends`, `include` and `import` call them.
struct TemplateFolder: Sendable {
  let path: String

  /// The text of a template, or `nil` if there is none of that name.
  func source(named name: String) -> Source? {
    guard Self.staysInside(name) else { return nil }
    let file = "\(path)/\(name)"
    if let data = FileManager.default.contents(atPath: file) {
      return Source(name: path == "." ? name : file, bytes: Array(data))
    }
    return EmbeddedFiles.bytes(named: name).map { Source(name: "Templates/\(name)", bytes: $0) }
  }

  /// A template may not reach outside its folder, whatever name data gives it.
  private static func staysInside(_ name: String) -> Bool {
    !name.hasPrefix("/") && !name.isEmpty
      && name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
        $0 != ".." && $0 != "." && $0 != ""
      }
  }
}
