// A folder for one test's files, gone when the test is over.

import Foundation

/// A fresh folder that vanishes with its last reference.
package final class TemporaryFolder: Sendable {
  package let path: String

  package init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "baton-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file below the folder, making the folders it needs.
  package func write(_ text: String, to file: String) throws {
    let url = URL(fileURLWithPath: path).appending(path: file)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// A file below the folder.
  package func text(of file: String) throws -> String {
    try String(contentsOf: URL(fileURLWithPath: path).appending(path: file), encoding: .utf8)
  }

  /// The paths of all files below the folder (hidden ones too), ordered.
  package func files() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path).filter { name in
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder)
      return exists && !isFolder.boolValue
    }.sorted()
  }

  /// The names of what stands directly in the folder, ordered.
  package func entries() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }
}
