// The project's own templates against the rules of structure.

import BatonDiagnostics
import Foundation
import Testing

@testable import BatonTemplate

@Suite struct ProjectTemplateTests {
  private static let folder = URL(fileURLWithPath: "\(#filePath)").deletingLastPathComponent()
    .appending(path: "../../../Templates").standardizedFileURL

  static var names: [String] {
    let files = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".html") }.sorted()
  }

  private static func load(_ name: String) throws -> XMLTemplate {
    let bytes = [UInt8](try Data(contentsOf: folder.appending(path: name)))
    return try XMLTemplate(parsing: Source(name: name, bytes: bytes), vocabulary: .xhtml)
  }

  @Test(arguments: names)
  func `each is sound`(name: String) throws {
    do {
      let template = try Self.load(name)
      let structured = try StructuredTemplate(template) { try? Self.load($0) }
      #expect(!structured.nodes.isEmpty)
    } catch let error as TemplateError {
      Issue.record("\(error.diagnostics.map(\.text).joined(separator: "\n"))")
    }
  }

  @Test func `there are templates`() { #expect(Self.names.count >= 9) }
}
