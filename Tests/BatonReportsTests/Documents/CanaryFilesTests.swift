// The canaries once more, in finished files: the page's source, and every part of the Word package.

import BatonAssessment
import BatonDocument
import BatonOffice
import Testing

@testable import BatonReports

@Suite struct `Canaries in files` {
  private static let county = Result { try MarkedCounty() }
  private static let year = Result { Intake.read(try county.get().source) }

  /// Documents of a kind that are made into files here; what a view model holds is tested for all.
  private static let sampleCount = 3

  @Test(arguments: DocumentKind.allCases)
  func `are in the page and in the package, each mark of the audience and no other`(
    kind: DocumentKind
  ) throws {
    let county = try Self.county.get()
    let year = try #require(try Self.year.get().year)
    var press = try DocumentPress()
    for document in Catalogue(of: year).documents.filter({ $0.kind == kind }).prefix(Self.sampleCount) {
      let expected = county.expectedMarks(in: document)
      let files = try press.files(of: document, as: [.html, .docx, .flatOPC])
      let parts = try Package(reading: files[1], file: document.path).parts.flatMap(\.content)
      // A package says in its properties who issued it: the host, or the unit whose name is in the text.
      let host = kind.isIssuedByUnit ? [] : county.marks(.year, ["内容"]) { $0["项目"] == "主办单位" }
      for (format, bytes, expected) in [
        ("html", files[0], expected), ("docx", parts, expected.union(host)),
        ("xml", files[2], expected.union(host)),
      ] {
        let marks = MarkedCounty.marks(in: String(decoding: bytes, as: UTF8.self))
        let file = "\(document.path).\(format)"
        #expect(
          marks.subtracting(expected) == [], "shown, but not for \(document.audience.rawValue): \(file)")
        #expect(expected.subtracting(marks) == [], "missing: \(file)")
      }
    }
  }

  @Test func `are in the contents page but those of names, and of what it says is wrong`() throws {
    let county = try Self.county.get()
    let result = try Self.year.get()
    let plan = try BuildPlan(try #require(result.year), faults: result.faults)
    let page = IndexPage(of: plan, as: [.html, .docx])
    let marks = try JSONValue(encoding: page).texts.reduce(into: Set<String>()) {
      $0.formUnion(MarkedCounty.marks(in: $1))
    }
    let names = county.marks(.units, ["单位全称", "单位简称"]).union(county.marks(.cadres, ["姓名"]))
      .union(county.marks(.year, ["内容"]) { $0["项目"] == "县名" })
    #expect(marks.subtracting(names) == [])
    #expect(IndexPage.shape.mismatches(of: try JSONValue(encoding: page)) == [])
    // A unit's documents are listed under it, a cadre's too.
    #expect(page.units.flatMap(\.documents).count + page.county.count == plan.documents.count)
  }

  @Test func `are in no path and in no index but those of names`() throws {
    let county = try Self.county.get()
    let year = try #require(try Self.year.get().year)
    let names = county.marks(.units, ["单位全称"]).union(county.marks(.cadres, ["姓名"]))
    for document in Catalogue(of: year).documents {
      #expect(MarkedCounty.marks(in: document.path + document.title).isSubset(of: names), "\(document.path)")
    }
  }
}
