import BatonDiagnostics
import BatonDocument
import BatonReports
import BatonTemplate
import Testing

@Suite struct TemplateShapeTests {
  @Test func `no template of ours can meet a missing field, a loop over a scalar or a value it can't print`()
    throws
  {
    let faults = DocumentKind.templateFaults(in: try .embedded())
    #expect(faults.map(\.text) == [])
  }

  @Test(arguments: DocumentKind.allCases)
  func `every field that a template uses is promised by its view model`(kind: DocumentKind) throws {
    let environment = try DocumentEnvironment.embedded()
    let uses = environment.uses(of: kind.template, against: kind.shape)
    #expect(!uses.isEmpty)
    // What a layout asks of its own blocks is no field, and a macro of a shared file that this template doesn't call
    // is checked without knowing what it is given.
    let unproved = uses.filter { use in
      let isOfData = !use.path.hasPrefix("self.") && !use.source.name.contains("macros/")
      return use.verdict == .wrong || use.verdict == .unknown && isOfData
    }
    #expect(unproved.map { "\($0.source.name): \($0.path)" } == [])
  }

  @Test(arguments: DocumentKind.allCases)
  func `a field that a view model no longer had would be found missing`(kind: DocumentKind) throws {
    let environment = try DocumentEnvironment.embedded()
    let used = Set(environment.uses(of: kind.template, against: kind.shape).map(\.path))
    for field in kind.shape.fields where used.contains(field.name) {
      let others = DataShape.Fields(kind.shape.fields.filter { $0.name != field.name })
      let faults = environment.check(kind.template, against: others).diagnostics
      #expect(faults.contains { $0.id == "unknown-field" }, "\(field.name)")
    }
  }
}
