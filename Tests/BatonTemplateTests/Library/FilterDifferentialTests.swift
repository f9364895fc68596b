// Filters, tests, methods and functions against Jinja2: Resources/jinja-filters.jsonl, written by
// jinja-filters.py beside it. BATON_JINJA_FILTERS names another file of the kind.

import BatonDiagnostics
import Foundation
import Testing

@testable import BatonTemplate

@Suite struct FilterDifferentialTests {
  private struct Use: Decodable {
    let template: String
    let autoescape: Bool
    let expected: String?
    let error: String?
  }

  private static let resources = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Resources")

  @Test func `filters, tests and methods give what Jinja2 gives`() throws {
    let path =
      ProcessInfo.processInfo.environment["BATON_JINJA_FILTERS"]
      ?? Self.resources.appending(path: "jinja-filters.jsonl").path
    let data = try Data(contentsOf: Self.resources.appending(path: "jinja-filters-data.json"))
    var reader = JSONReader()
    let document = try reader.document(from: Source(name: "data.json", bytes: Array(data)))
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    #expect(lines.count >= 600)
    var differences: [String] = []
    for line in lines {
      let use = try JSONDecoder().decode(Use.self, from: Data(line.utf8))
      let outcome = render(use, document)
      switch (outcome, use.expected) {
      case (.success(let text), let expected?) where Array(text.utf8) == Array(expected.utf8): break
      case (.failure, nil): break
      case (.success(let text), _):
        differences.append("\(use.template)\n  \(use.expected ?? use.error ?? "")\n  \(text)")
      case (.failure(let error), _):
        differences.append("\(use.template)\n  \(use.expected ?? "")\n  \(error.diagnostics[0].message)")
      }
    }
    #expect(differences.isEmpty, "\(differences.count) differ:\n\(differences.joined(separator: "\n"))")
  }

  private func render(_ use: Use, _ document: Document) -> Result<String, TemplateError> {
    let environment = Environment(loader: DictionaryLoader([:]), escapes: use.autoescape)
    do throws(TemplateError) {
      let template = try environment.template(from: Source(name: "t", text: use.template))
      var renderer = Renderer(environment)
      return .success(try renderer.render(template, document).text)
    } catch {
      return .failure(error)
    }
  }
}
