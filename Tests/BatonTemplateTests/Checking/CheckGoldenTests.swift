// Checking against a shape: golden cases of a template, the JSON Schema of its data, and the whole findings.

import BatonDiagnostics
import TestSupport
import Testing

@testable import BatonTemplate

@Suite struct CheckGoldenTests {
  @Test(arguments: GoldenCase.all(in: "../Golden/check"))
  func `a template's findings are as its golden says`(golden: GoldenCase) throws {
    let schema = Source(name: "schema.json", text: try golden.text(of: "schema.json"))
    let (fields, warnings) = try DataShape.Fields.reading(schema: schema)
    let environment = Environment(
      loader: CaseLoader(golden: golden), undefined: .strict, dialect: .xhtml)
    let report = environment.check("template.html", against: fields)
    let findings = warnings + report.diagnostics + report.unproved
    golden.expect(findings.map { $0.text + "\n" }.joined(), matches: "faults.txt")
  }
}
