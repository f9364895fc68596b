// Templates that a template names: their faults are found with its own, each once.

import BatonDiagnostics
import Testing

@testable import BatonTemplate

@Suite struct ReferenceFaultsTests {
  private func findings(_ templates: [String: String], dialect: Dialect = .text) -> [String] {
    let environment = Environment(
      loader: DictionaryLoader(templates), undefined: .strict, dialect: dialect)
    return environment.check("主", against: nil).diagnostics.map {
      guard case .range(let source, let range) = $0.place else { return $0.id }
      return "\(source.name) \($0.id): \(source.text(in: range))"
    }
  }

  @Test func `a syntax error of an included template is found, and is not called a template that is missing`()
  {
    #expect(findings(["主": "{% include '乙' %}", "乙": "{{ 1 + }}"]).map { $0.prefix(3) } == ["乙 s"])
  }

  @Test func `a fault of a template that is named twice is found once`() {
    #expect(findings(["主": "{% include '乙' %}{% include '乙' %}", "乙": "{{ x|没有 }}"]).count == 1)
  }

  @Test func `an included template's structure is checked with the template's own`() {
    let templates = ["主": "<div>{% include '乙' %}</div>", "乙": "<p><img src='a.png'/></p>"]
    #expect(findings(templates, dialect: .xhtml) == ["乙 missing-alt: <img src='a.png'/>"])
  }

  @Test(arguments: [
    ("{% import '无' as m %}", "主 unknown-template: '无'"),
    ("{% from '无' import a %}", "主 unknown-template: '无'"),
    ("{% include '无' %}", "主 unknown-template: '无'"),
    ("{% extends '无' %}", "主 unknown-template: '无'"),
  ])
  func `a template that is not there is named`(text: String, finding: String) {
    #expect(findings(["主": text]) == [finding])
  }

  @Test func `of several names the first that is there is imported`() {
    let templates = [
      "主": "{% from ['无', '乙'] import 印 %}{{ 印(1) }}", "乙": "{% macro 印(x) %}{{ x }}{% endmacro %}",
    ]
    #expect(findings(templates) == [])
  }

  @Test func `the main template is named where it is not there itself`() {
    #expect(findings([:]) == ["unknown-template"])
  }
}
