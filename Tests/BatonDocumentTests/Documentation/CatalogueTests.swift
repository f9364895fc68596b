// The documentation catalogues show only Swift that is compiled and run, and link only to what there is.

import Foundation
import Testing

@Suite struct CatalogueTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static let pages: [String] = ["BatonTemplate", "BatonDocument", "BatonDiagnostics"].flatMap {
    module in
    let folder = "Sources/\(module)/\(module).docc"
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
    return names.sorted().map { "\(folder)/\($0)" }
  }

  @Test func `there are six pages`() { #expect(Self.pages.count == 6) }

  @Test(arguments: pages)
  func `every line of Swift on a page is one of the tested examples`(page: String) throws {
    let examples = try lines(of: "Tests/BatonDocumentTests/Documentation/CatalogueExamples.swift")
    let blocks = try text(of: page).components(separatedBy: "```swift\n").dropFirst()
    #expect(!blocks.isEmpty)
    for block in blocks {
      let code = block.components(separatedBy: "```")[0].split(separator: "\n").map(trimmed)
      let isThere = examples.indices.contains { examples[$0...].starts(with: code) }
      #expect(isThere, "\(code.joined(separator: "\n"))")
    }
  }

  @Test(arguments: pages)
  func `every article that a page links to is there`(page: String) throws {
    let folder = page.split(separator: "/").dropLast().joined(separator: "/")
    for match in try text(of: page).matches(of: /<doc:(\w+)>/) {
      #expect(Self.pages.contains("\(folder)/\(match.1).md"))
    }
  }

  private func text(of path: String) throws -> String {
    try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
  }

  /// The lines that are code, whatever their indent.
  private func lines(of path: String) throws -> [String] {
    try text(of: path).split(separator: "\n").map(trimmed).filter { $0 != "// swift-format-ignore" }
  }

  private func trimmed(_ line: Substring) -> String { line.trimmingCharacters(in: .whitespaces) }
}
