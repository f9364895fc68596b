// Golden cases: a folder each, holding what goes in and what must come out.

import Foundation
package import Testing

/// One golden case: a folder of input files and expected files.
///
///     @Test(arguments: GoldenCase.all(in: "Golden/render"))
///     func `a template renders as its golden says`(golden: GoldenCase) throws {
///       let page = render(try golden.text(of: "template.html"), …)
///       golden.expect(page, matches: "expected.html")
///     }
///
/// `BATON_RECORD=1 swift test` writes what came out into the expected file *and fails the test*, so that
/// a person reads the difference before it counts.
package struct GoldenCase: Sendable, Hashable, CustomTestStringConvertible {
  /// The folder's name.
  package let name: String
  private let folder: String

  package var testDescription: String { name }

  /// A case by its folder, relative to the folder of the calling test file.
  package init(_ path: String, beside file: StaticString = #filePath) {
    let url = Self.url(path, beside: file)
    name = url.lastPathComponent
    folder = url.path
  }

  /// Every case folder below a folder (relative to the calling test file), ordered by name.
  ///
  /// An absent or empty folder gives no case: say `#expect(!cases.isEmpty)` where that would be a mistake.
  package static func all(in path: String, beside file: StaticString = #filePath) -> [GoldenCase] {
    let root = url(path, beside: file).path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    return names.sorted().compactMap { name in
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(atPath: "\(root)/\(name)", isDirectory: &isFolder)
      return exists && isFolder.boolValue ? GoldenCase("\(path)/\(name)", beside: file) : nil
    }
  }

  /// Where a file of the case lies.
  package func path(of file: String) -> String { "\(folder)/\(file)" }

  /// Whether the case has a file.
  package func has(_ file: String) -> Bool { FileManager.default.fileExists(atPath: path(of: file)) }

  /// A file of the case.
  package func bytes(of file: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path(of: file))))
  }

  /// A file of the case, which must be UTF-8.
  package func text(of file: String) throws -> String {
    guard let text = String(validating: try bytes(of: file), as: UTF8.self) else {
      throw CocoaError(.fileReadInapplicableStringEncoding, userInfo: [NSFilePathErrorKey: path(of: file)])
    }
    return text
  }

  private static func url(_ path: String, beside file: StaticString) -> URL {
    URL(fileURLWithPath: "\(file)").deletingLastPathComponent().appending(path: path).standardizedFileURL
  }
}

extension GoldenCase {
  /// Checks a text against an expected file of the case; recording writes it instead, and fails.
  package func expect(
    _ actual: String, matches file: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    if Golden.isRecording {
      record(actual, into: file, sourceLocation)
      return
    }
    guard let expected = try? text(of: file) else {
      Issue.record(
        "golden case \(name) has no \(file): record it with BATON_RECORD=1", sourceLocation: sourceLocation)
      return
    }
    if let difference = TextDifference(expected: expected, actual: actual) {
      Issue.record("golden case \(name), \(file):\n\(difference)", sourceLocation: sourceLocation)
    }
  }

  private func record(_ actual: String, into file: String, _ sourceLocation: SourceLocation) {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data(actual.utf8).write(to: URL(fileURLWithPath: path(of: file)))
      Issue.record("recorded \(path(of: file)): read the difference", sourceLocation: sourceLocation)
    } catch {
      Issue.record("\(path(of: file)) cannot be recorded: \(error)", sourceLocation: sourceLocation)
    }
  }
}

/// What all golden tests share.
package enum Golden {
  /// Whether this run rewrites goldens instead of checking them.
  package static let isRecording = ProcessInfo.processInfo.environment["BATON_RECORD"] == "1"
}
