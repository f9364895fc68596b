// Which documents a year has, where they lie, and what keeps them from being made.

import BatonAssessment
import BatonReports
import Testing

@Suite struct `The catalogue` {
  let year: AssessmentYear
  let documents: [PlannedDocument]

  init() throws {
    year = try #require(SampleYear.whole.year)
    documents = Catalogue(of: year).documents
  }

  @Test(arguments: [
    (DocumentKind.completionReport, 87), (.twoEndsList, 7), (.problemFindings, 1), (.unitProblemFindings, 87),
    (.practiceSummaries, 1), (.teamDebrief, 87), (.talkOutline, 87), (.talkRecords, 87 * 4),
    (.scoreTable, 1), (.commitmentLedger, 1), (.feedback, 87), (.circular, 1),
    (.countyReport, 1), (.bonusTable, 1), (.awardList, 1),
  ])
  func `has a document for each unit or one for the county, and each recipient's copy`(
    kind: DocumentKind, count: Int
  ) {
    #expect(documents.count { $0.kind == kind } == count)
  }

  @Test func `has 798 documents and one for each cadre who debriefs`() {
    let cadres = documents.filter { $0.kind == .cadreDebrief }.compactMap(\.cadreID)
    #expect(documents.count - cadres.count == 798)
    #expect(Set(cadres) == Set(year.cadres.filter { $0.mustDebrief(under: year.plan) }.map(\.id)))
    #expect(cadres.count == Set(cadres).count)
  }

  @Test func `gives every document a place of its own`() {
    #expect(Set(documents.map { $0.path.lowercased() }).count == documents.count)
  }

  @Test func `tells namesakes apart by their numbers`() throws {
    let names = Dictionary(grouping: documents.filter { $0.kind == .cadreDebrief }) { document in
      document.cadreID.flatMap { year.cadre($0)?.name }
    }
    let namesakes = try #require(names.values.first { $0.count > 1 })
    for document in namesakes {
      #expect(document.path.hasSuffix("-\(try #require(document.cadreID))"))
    }
  }

  @Test func `puts documents into the folder of their audience and their unit`() throws {
    let unit = try #require(year.units.first)
    let document = try #require(
      documents.first { $0.kind == .unitProblemFindings && $0.unitID == unit.id })
    #expect(document.path == "本单位/\(unit.name)/突出问题清单")
    #expect(
      documents.first { $0.kind == .twoEndsList }?.path == "分发表所列领取人/两头名单第1份/两头名单-第1份")
  }

  @Test func `parts what goes to a group by groups, so that nobody is handed another group's`() throws {
    for document in documents where document.audience == .groupAndOffice {
      let unit = try #require(document.unitID.flatMap(year.unit))
      let group = try #require(unit.groupNumber)
      #expect(document.path.contains("/第\(group)考核组/\(unit.name)/"), "\(document.path)")
    }
  }

  @Test func `names a unit as the author, and never a person`() {
    let issuers = Set(year.units.map(\.name)).union([year.facts.host])
    #expect(documents.allSatisfy { issuers.contains($0.issuer) })
  }

  @Test func `goes by 机构序, principals first within a unit`() {
    let orders = documents.filter { $0.kind == .teamDebrief }
      .compactMap { $0.unitID.flatMap(year.unit)?.order }
    #expect(orders == orders.sorted())
    let first = Dictionary(grouping: documents.filter { $0.kind == .cadreDebrief }) { $0.unitID }
      .values.compactMap { $0.first?.cadreID.flatMap(year.cadre) }
    #expect(first.count { $0.isPrincipal } > 80)
  }
}
