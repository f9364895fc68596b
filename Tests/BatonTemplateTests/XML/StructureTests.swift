// The rules of structure as golden cases: a template, and its checked tree or the whole diagnostics.

import BatonDiagnostics
import TestSupport
import Testing

@testable import BatonTemplate

@Suite struct StructureTests {
  @Test(arguments: GoldenCase.all(in: "../Golden/structure"))
  func `a template's tree or its faults are as the rules say`(golden: GoldenCase) throws {
    func load(_ name: String) throws(TemplateError) -> XMLTemplate? {
      guard golden.has(name), let text = try? golden.text(of: name) else { return nil }
      return try XMLTemplate(parsing: Source(name: name, text: text), vocabulary: .xhtml)
    }
    let outcome: (tree: String?, faults: String?)
    do {
      guard let template = try load("template.html") else {
        Issue.record("\(golden.name) has no template.html")
        return
      }
      let structured = try StructuredTemplate(template) { name in try? load(name) }
      outcome = (TreeDump.text(of: structured), nil)
    } catch {
      outcome = (nil, error.diagnostics.map(\.text).joined(separator: "\n") + "\n")
    }
    if let tree = outcome.tree {
      golden.expect(tree, matches: "tree.txt")
      #expect(!golden.has("faults.txt"), "the case no longer fails")
    }
    if let faults = outcome.faults {
      golden.expect(faults, matches: "faults.txt")
      #expect(!golden.has("tree.txt"), "the case fails now")
    }
  }

  @Test func `there are golden cases of structure`() {
    #expect(GoldenCase.all(in: "../Golden/structure").count >= 40)
  }
}
