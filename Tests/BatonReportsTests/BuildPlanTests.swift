// What a build will make: the selection in the user's words, and what the data doesn't allow.

import BatonAssessment
import BatonDiagnostics
import BatonReports
import SampleCounty
import Testing

@Suite struct `A build plan` {
  private let year: AssessmentYear

  init() throws { year = try #require(SampleYear.small.year) }

  private func plan(_ selection: Selection = Selection()) throws -> BuildPlan {
    try BuildPlan(year, faults: [], selection: selection)
  }

  private func refusal(_ selection: Selection) -> [Diagnostic] {
    do {
      _ = try BuildPlan(year, faults: [], selection: selection)
      return []
    } catch {
      return error.diagnostics
    }
  }

  @Test func `is the whole catalogue where nothing is selected`() throws {
    let plan = try plan()
    #expect(plan.documents.map(\.path) == Catalogue(of: year).documents.map(\.path))
    #expect(plan.refused.isEmpty)
    #expect(plan.folder == "清和县/2022")
  }

  @Test func `takes units by number, name or short name, and leaves the county's own documents out`() throws {
    let unit = try #require(year.units.first { $0.name != $0.shortName && $0.takesPart })
    let paths = try [unit.id, unit.name, unit.shortName].map {
      try plan(Selection(units: [$0])).documents.map(\.path)
    }
    #expect(Set(paths).count == 1)
    #expect(!paths[0].isEmpty)
    #expect(try plan(Selection(units: [unit.id])).documents.allSatisfy { $0.unitID == unit.id })
  }

  @Test func `takes documents by name`() throws {
    let documents = try plan(Selection(documents: ["谈话提纲", "两头名单"])).documents
    #expect(Set(documents.map(\.kind)) == [.talkOutline, .twoEndsList])
  }

  @Test func `names every word that means nothing, with what was probably meant`() throws {
    let diagnostics = refusal(Selection(documents: ["谈话题纲", "天书"], units: ["没有的单位"]))
    #expect(diagnostics.map(\.id) == ["unknown-document", "unknown-document", "unknown-unit"])
    #expect(diagnostics[0].help == "是不是想写「谈话提纲」？")
    #expect(diagnostics[1].help?.contains("两头名单") == true)
  }

  @Test func `refuses a choice that is empty`() throws {
    #expect(
      refusal(Selection(documents: ["两头名单"], units: [year.units[0].id])).map(\.id) == ["nothing-chosen"])
  }
}

@Suite struct `Faults in a build plan` {
  /// A small county whose first debrief lacks its political part.
  private static let result: IntakeResult = {
    let county = SampleCounty(seed: 7, countyName: "清和县", groupCount: 3, unitCount: 20)
    let files = county.tables().map { table in
      table.name == "个人述职"
        ? TableFile(name: table.name, csv: firstRowRemoved(table.csv))
        : TableFile(name: table.name, csv: table.csv)
    }
    return Intake.read(TableSource(name: "数据", files: files))
  }()

  /// Rows of this table have no line breaks within cells before the second row.
  private static func firstRowRemoved(_ csv: [UInt8]) -> [UInt8] {
    let lines = csv.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return Array((lines.prefix(1) + lines.dropFirst(2)).joined(separator: [UInt8(ascii: "\n")]))
  }

  @Test func `refuse the document that they spoil, and no other`() throws {
    let year = try #require(Self.result.year)
    let plan = try BuildPlan(year, faults: Self.result.faults)
    #expect(plan.refused.count == 1)
    #expect(plan.refused.first?.kind == .cadreDebrief)
    #expect(plan.refused.first?.blocking.isEmpty == false)
    #expect(plan.documents.count == Catalogue(of: year).documents.count - 1)
  }

  @Test func `of missing parts are tolerated and listed where incomplete documents are allowed`() throws {
    let year = try #require(Self.result.year)
    let plan = try BuildPlan(year, faults: Self.result.faults, allowsIncomplete: true)
    #expect(plan.refused.isEmpty)
    #expect(!plan.tolerated.isEmpty)
    #expect(plan.tolerated.allSatisfy { $0.code.isIncompleteness && $0.cell.sheet == "个人述职" })
  }
}
