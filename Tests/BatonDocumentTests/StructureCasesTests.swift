// Every golden template of the structure's tests is transformed, or refused with a diagnostic.

import BatonDiagnostics
import BatonDocument
import BatonTemplate
import TestSupport
import Testing

@Suite struct StructureCasesTests {
  private static let cases = GoldenCase.all(in: "../BatonTemplateTests/Golden/structure")

  @Test func `there are such templates`() { #expect(Self.cases.count > 30) }

  @Test(arguments: cases)
  func `a sound template becomes a tree without elements`(golden: GoldenCase) throws {
    guard golden.has("tree.txt") else { return }
    func template(_ name: String) throws(TemplateError) -> XMLTemplate? {
      guard let text = try? golden.text(of: name) else { return nil }
      return try XMLTemplate(parsing: Source(name: name, text: text), vocabulary: .xhtml)
    }
    let written = try #require(try template("template.html"))
    let structured = try StructuredTemplate(written) { try? template($0) }
    do {
      let lowered = try Dialect.wordprocessingML(theme).lower(structured)
      #expect(!lowered.nodes.loweredText.contains("⟦element"))
    } catch let error as TemplateError {
      #expect(error.diagnostics.contains { $0.severity == .error })
    }
  }
}
