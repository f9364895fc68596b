// What a document shows is what its audience may see: all of it, and nothing else.

import BatonAssessment
import Testing

@testable import BatonReports

@Suite struct `Canaries` {
  private static let county = Result { try MarkedCounty() }
  private static let year = Result { Intake.read(try county.get().source) }

  @Test(arguments: DocumentKind.allCases)
  func `a view model holds the marks its audience may see, and no others`(kind: DocumentKind) throws {
    let county = try Self.county.get()
    let year = try #require(try Self.year.get().year)
    let documents = Catalogue(of: year).documents.filter { $0.kind == kind }
    #expect(!documents.isEmpty)
    for document in documents {
      let texts = try JSONValue(encoding: document.model()).texts
      let marks = texts.reduce(into: Set<String>()) { $0.formUnion(MarkedCounty.marks(in: $1)) }
      let expected = county.expectedMarks(in: document)
      #expect(expected.count > 2)
      #expect(
        marks.subtracting(expected) == [],
        "shown, but not for \(document.audience.rawValue): \(document.path)")
      #expect(expected.subtracting(marks) == [], "missing: \(document.path)")
    }
  }

  @Test func `no view model names a person by number`() throws {
    let year = try #require(try Self.year.get().year)
    let numbers = Set(year.cadres.map(\.id))
    for document in Catalogue(of: year).documents {
      let texts = try JSONValue(encoding: document.model()).texts
      #expect(!texts.contains(where: numbers.contains), "\(document.path)")
    }
  }

  @Test func `every column of text is marked, or said why not`() throws {
    let county = try Self.county.get()
    for table in Table.allCases where table != .year && table != .plan {
      let filled = Set(county.rows[table, default: []].flatMap { $0.cells.filter { !$0.value.isEmpty }.keys })
      let marked = Set(county.rows[table, default: []].flatMap { $0.marks.keys })
      for column in table.schema.columns where column.kind == .text && filled.contains(column.heading) {
        let isUnmarked = MarkedCounty.unmarked[table]?.contains(column.heading) ?? false
        #expect(marked.contains(column.heading) != isUnmarked, "\(table.rawValue)!\(column.heading)")
      }
    }
  }
}
