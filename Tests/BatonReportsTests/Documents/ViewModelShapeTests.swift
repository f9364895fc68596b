// What a view model states of its fields is what it encodes, for every document of a county.

import BatonAssessment
import BatonReports
import BatonTemplate
import SampleCounty
import Testing

@Suite struct `The shape of a view model` {
  private static func mismatches(in result: IntakeResult) throws -> [String] {
    let year = try #require(result.year)
    return try Catalogue(of: year).documents.flatMap { document in
      document.kind.shape.mismatches(
        of: try JSONValue(encoding: document.model()), at: document.kind.rawValue)
    }
  }

  @Test func `is what every document of the county encodes`() throws {
    #expect(try Self.mismatches(in: SampleYear.whole) == [])
  }

  @Test func `is the same where nothing but the units has come yet`() throws {
    let tables = SampleCounty(unitCount: 12).tables().filter { ["年度", "单位"].contains($0.name) }
    let source = TableSource(name: "初", files: tables.map { TableFile(name: $0.name, csv: $0.csv) })
    #expect(try Self.mismatches(in: Intake.read(source)) == [])
  }

  @Test(arguments: DocumentKind.allCases)
  func `names no field twice`(kind: DocumentKind) {
    let names = kind.shape.fields.map(\.name)
    #expect(Set(names).count == names.count)
  }
}
