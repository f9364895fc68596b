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

  @Test(arguments: [
    ("{% set l = [1] %}{% do l.append(l) %}{{ l }}", "[1, [...]]"),
    ("{% set l = [1] %}{% do l.append(l) %}{{ l == l }}", "True"),
    ("{{ 'a'|center(-9223372036854775807) }}", "a"), ("{{ 'a'.zfill(-9223372036854775807) }}", "a"),
    ("{{ '%*d'|format(-9223372036854775807, 1) }}", nil), ("{{ 'a'|truncate(-9223372036854775807) }}", nil),
    ("{{ lipsum(1, false, -9223372036854775807, 9) }}", nil), ("{{ 1.5|round(-400, 'floor') }}", nil),
    ("{% set d = {} %}{% do d.update(a=d) %}{{ d|tojson }}", nil),
    (
      "{% set n = namespace(a=[]) %}{% for i in range(5000) %}{% set n.a = [n.a] %}{% endfor %}"
        + "{{ (n.a|string)|length }}", "405"
    ),
  ])
  func `extreme arguments and values inside of themselves give a text or a fault`(
    template: String, text: String?
  )
    throws
  {
    var reader = JSONReader()
    let document = try reader.document(from: Source(name: "data.json", text: "{}"))
    let outcome = render(Use(template: template, autoescape: false, expected: nil, error: nil), document)
    #expect((try? outcome.get()) == text)
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
