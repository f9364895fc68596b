// XHTML templates rendered as HTML5: golden cases of a template, data, and the page or the whole diagnostics.

import BatonDiagnostics
import BatonXML
import TestSupport
import Testing

@testable import BatonTemplate

/// The templates of a golden case, by their file names.
struct CaseLoader: Loader {
  let golden: GoldenCase

  func source(named name: String) throws(TemplateError) -> Source? {
    guard golden.has(name), let text = try? golden.text(of: name) else { return nil }
    return Source(name: name, text: text)
  }
}

@Suite struct HTMLRenderingTests {
  private static let cases = GoldenCase.all(in: "../Golden/html")

  @Test(arguments: cases)
  func `a template renders as its golden says`(golden: GoldenCase) throws {
    let environment = Environment(loader: CaseLoader(golden: golden), dialect: .xhtml)
    var reader = JSONReader()
    let data = try reader.document(from: Source(name: "data.json", text: try golden.text(of: "data.json")))
    var renderer = Renderer(environment)
    let outcome: (page: String?, faults: String?)
    do {
      let template = try environment.template(named: "template.html")
      outcome = (try renderer.render(template, data).text, nil)
    } catch {
      outcome = (nil, error.diagnostics.map(\.text).joined(separator: "\n") + "\n")
    }
    if let page = outcome.page {
      golden.expect(page + "\n", matches: "expected.html")
      #expect(!golden.has("faults.txt"), "the case no longer fails")
    }
    if let faults = outcome.faults {
      golden.expect(faults, matches: "faults.txt")
      #expect(!golden.has("expected.html"), "the case fails now")
    }
  }

  @Test func `there are golden cases of HTML`() { #expect(Self.cases.count >= 50) }
}
