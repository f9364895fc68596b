// The worked templates of TEMPLATES.md in the dialect of no vocabulary: the same tags, and no rule of the page.

import BatonDiagnostics
import BatonXML
import TestSupport
import Testing

@testable import BatonTemplate

@Suite struct WorkedTemplatesAsXMLTests {
  /// The cases that a worked template gave its number: `08-all-cells-cover-row`.
  private static let cases: [GoldenCase] = {
    let rendered = numbered(in: "../Golden/html")
    let names = Set(rendered.map(\.name))
    return rendered + numbered(in: "../Golden/structure").filter { !names.contains($0.name) }
  }()

  private static func numbered(in folder: String) -> [GoldenCase] {
    GoldenCase.all(in: folder).filter { $0.name.first?.isNumber == true }
  }

  @Test func `there are worked templates`() {
    #expect(Set(Self.cases.map { $0.name.prefix(2) }).count >= 33)
  }

  @Test(arguments: cases)
  func `a worked template gives as XML what its golden says`(golden: GoldenCase) throws {
    let environment = Environment(loader: CaseLoader(golden: golden), dialect: .xml)
    let json = golden.has("data.json") ? try golden.text(of: "data.json") : "{}"
    var reader = JSONReader()
    let data = try reader.document(from: Source(name: "data.json", text: json))
    var renderer = Renderer(environment)
    do throws(TemplateError) {
      let text = try renderer.render(try environment.template(named: "template.html"), data).text
      golden.expect(text + "\n", matches: "as-xml.xml")
      #expect(!golden.has("as-xml-faults.txt"), "the case no longer fails")
      expectWellFormed(text)
    } catch {
      golden.expect(error.diagnostics.map { $0.text + "\n" }.joined(), matches: "as-xml-faults.txt")
      #expect(!golden.has("as-xml.xml"), "the case fails now")
    }
  }

  private func expectWellFormed(_ text: String) {
    let wrapped = text.hasPrefix("<!DOCTYPE") || text.hasPrefix("<?xml") ? text : "<root>\(text)</root>"
    #expect(throws: Never.self) { try XMLTree(parsing: Source(name: "out.xml", text: wrapped)) }
  }
}
