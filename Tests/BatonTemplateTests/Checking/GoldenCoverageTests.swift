// Every diagnostic that the engine can give has golden cases: at least three, each at another place.

import Foundation
import TestSupport
import Testing

@testable import BatonTemplate

@Suite struct GoldenCoverageTests {
  private static let folders = ["html", "structure", "check"]

  /// Ids that no golden case can show, and why.
  private static let exempt: [String: String] = [
    "cancelled": "needs another task",
    "instruction-budget": "fifty million steps: RenderingTests sets a small budget",
    "output-budget": "half a gigabyte: RenderingTests sets a small budget",
    "unknown-stream": "only a transformation names streams",
    "invalid-json": "faults of data, not of templates: JSONReaderTests",
    "bad-schema": "faults of schemas: SchemaTests",
    "schema-without-fields": "faults of schemas: SchemaTests",
    "schema-not-used": "faults of schemas: SchemaTests",
    "broken-template": "the faults of the template that is broken are shown instead",
    "immutable-value": "data are changed in copies: what else would be changed is not there",
    "block-across-parts": "only Word has parts: AuthoredTemplateTests",
    "content-beside-tag": "only Word has tags that replace their row: AuthoredTemplateTests",
    "wrong-vocabulary": "needs a template written in Word: AuthoredPageTests",
    "ragged-row": "Word's grid: the goldens of BatonDocument",
    "unknown-image": "pictures: the goldens of BatonDocument",
    "svg-without-png": "pictures: the goldens of BatonDocument",
    "render-failed": "every fault of its kind has an id of its own",
  ]

  /// Literals that look like ids.
  private static let others: Set<String> = ["half-even"]

  @Test func `every diagnostic id has three golden cases`() throws {
    let counts = Self.goldenCounts()
    for id in try Self.ids().sorted() where Self.exempt[id] == nil {
      #expect((counts[id] ?? 0) >= 3, "「\(id)」 has \(counts[id] ?? 0) golden cases")
    }
  }

  /// The ids that the sources name, and those that are put together.
  private static func ids() throws -> Set<String> {
    var ids: Set<String> = []
    for file in try sourceFiles() {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(
        of: /(?:Diagnostic|fault|refuse|report|id:|case \.\w+: )\(?\s*(?:let id =\s*)?"([a-z]+(?:-[a-z]+)+)"/)
      {
        ids.insert(String(match.1))
      }
    }
    for cut in ["cell", "row", "item", "table", "section", "field"] { ids.insert("block-cuts-\(cut)") }
    return ids.subtracting(others)
  }

  private static func sourceFiles() throws -> [URL] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/BatonTemplate").standardizedFileURL
    let files = FileManager.default.enumerator(
      at: root.resolvingSymlinksInPath(), includingPropertiesForKeys: nil)
    return (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
  }

  /// How many cases show each id.
  private static func goldenCounts() -> [String: Int] {
    var counts: [String: Int] = [:]
    for folder in folders {
      for golden in GoldenCase.all(in: "../Golden/\(folder)") {
        guard let text = try? golden.text(of: "faults.txt") else { continue }
        for id in Set(text.matches(of: /\[([a-z]+(?:-[a-z]+)*)\]\n/).map { String($0.1) }) {
          counts[id, default: 0] += 1
        }
      }
    }
    return counts
  }
}
