// The package's own files, read as text.

import Foundation

/// A file of the package.
struct CheckoutFile: Sendable {
  /// Relative to the package: `Sources/BatonXML/Node.swift`.
  let path: String
  let text: String

  var lineCount: Int { text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().count }

  /// The modules that a Swift file imports, comments left out.
  var imports: [String] {
    text.split(separator: "\n").compactMap { line in
      guard let match = line.wholeMatch(of: Self.importLine) else { return nil }
      return String(match.1)
    }
  }

  nonisolated(unsafe) private static let importLine =
    /\s*(?:@\w+(?:\(\w+\))?\s+)*(?:(?:public|package|internal|private|fileprivate)\s+)?import\s+(?:(?:struct|enum|class|func|protocol|typealias|let|var)\s+)?(\w+).*/
}

/// The working tree that the tests were built from.
enum Checkout {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func file(_ path: String) throws -> CheckoutFile {
    CheckoutFile(path: path, text: try String(contentsOf: root.appending(path: path), encoding: .utf8))
  }

  /// Every file below a folder with one of the endings, ordered by path.
  static func files(below folder: String, endingIn endings: [String]) throws -> [CheckoutFile] {
    try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
      .filter { path in endings.contains { path.hasSuffix($0) } }
      .sorted()
      .map { try file("\(folder)/\($0)") }
  }

  /// The folders directly below a folder.
  static func folders(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path).sorted()
  }
}
