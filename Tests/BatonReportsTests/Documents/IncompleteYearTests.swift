// A year with something missing: which documents that keeps from being made, and what stands in the gap.

import BatonAssessment
import SampleCounty
import Testing

@testable import BatonReports

@Suite struct `An incomplete year` {
  private static let tables = Result {
    let county = SampleCounty(seed: 7, countyName: "清和县", groupCount: 3, unitCount: 20)
    let raw = try county.tables().map { try RawTable(TableFile(name: $0.name, csv: $0.csv), in: "数据") }
    return EditableTables(
      Dictionary(raw.compactMap { raw in Table(rawValue: raw.name).map { ($0, raw.texts) } }) { first, _ in
        first
      })
  }

  private func documents(after edit: (inout EditableTables) throws -> Void) throws -> [PlannedDocument] {
    var tables = try Self.tables.get()
    try edit(&tables)
    let result = tables.read()
    return Catalogue(of: try #require(result.year), faults: result.faults).documents
  }

  private func blocked(after edit: (inout EditableTables) throws -> Void) throws -> [String] {
    try documents(after: edit).filter { !$0.blocking.isEmpty }.map(\.path)
  }

  private func model(
    _ kind: DocumentKind, of id: String, after edit: (inout EditableTables) throws -> Void
  ) throws -> JSONValue {
    let document = try documents(after: edit).first {
      $0.kind == kind && ($0.unitID == id || $0.cadreID == id)
    }
    let model = try #require(document).model()
    return try JSONValue(encoding: model)
  }

  @Test func `blocks nothing when nothing is missing`() throws {
    #expect(try blocked { _ in } == [])
  }

  @Test func `blocks one unit's debrief when a remedy of that unit is gone`() throws {
    let name = try Self.tables.get()[.units, 2, "单位全称"]
    let unit = try Self.tables.get()[.units, 2, "单位编号"]
    let blocked = try blocked { tables in
      let row = try #require(tables.row(.teamDebriefs, where: ["单位编号": unit, "部分": "整改方向"]))
      tables.delete(.teamDebriefs, row: row)
    }
    #expect(blocked == ["本单位、本考核组、考核办/\(name)/班子述职报告"])
  }

  @Test func `blocks one cadre's debrief when one of three advances is gone`() throws {
    let blocked = try blocked { tables in
      let row = try #require(tables.row(.cadreDebriefs, where: ["部分": "进步工作", "序号": "2"]))
      tables.delete(.cadreDebriefs, row: row)
    }
    #expect(blocked.count == 1)
    #expect(blocked[0].contains("个人述职报告-"))
  }

  @Test func `blocks every talk record and what else needs talks while there are none`() throws {
    let kinds = try documents { $0.remove(.talks) }.filter { !$0.blocking.isEmpty }.map(\.kind)
    #expect(Set(kinds) == [.completionReport, .twoEndsList, .talkRecords, .commitmentLedger])
    #expect(kinds.count == 20 + 7 + 20 * 4 + 1)
  }

  @Test func `leaves a gap where one of three advances is gone`() throws {
    let tables = try Self.tables.get()
    let row = try #require(tables.row(.cadreDebriefs, where: ["部分": "进步工作", "序号": "2"]))
    let cadre = tables[.cadreDebriefs, row, "人员编号"]
    let report = try model(.cadreDebrief, of: cadre) { $0.delete(.cadreDebriefs, row: row) }
    let advances = try #require(report["进步工作"]?.items)
    #expect(advances.count == 3)
    #expect(advances[1] == .null)
    #expect(advances[0] != .null && advances[2] != .null)
  }

  @Test func `shows a fourth advance rather than lose it`() throws {
    let tables = try Self.tables.get()
    let row = try #require(tables.row(.cadreDebriefs, where: ["部分": "进步工作", "序号": "3"]))
    let cadre = tables[.cadreDebriefs, row, "人员编号"]
    let report = try model(.cadreDebrief, of: cadre) { tables in
      tables.append(
        .cadreDebriefs, ["人员编号": cadre, "部分": "进步工作", "序号": "4", "标题": "第四项", "内容": "又一项"])
    }
    let advances = try #require(report["进步工作"]?.items)
    #expect(advances.count == 4)
  }

  @Test func `leaves the gap beside the problem whose remedy is gone`() throws {
    let tables = try Self.tables.get()
    let row = try #require(tables.row(.teamDebriefs, where: ["部分": "整改方向", "序号": "1"]))
    let unit = tables[.teamDebriefs, row, "单位编号"]
    let report = try model(.teamDebrief, of: unit) { $0.delete(.teamDebriefs, row: row) }
    let problems = try #require(report["问题不足"]?.items)
    let remedies = try #require(report["整改方向"]?.items)
    #expect(problems.count == remedies.count)
    #expect(remedies[0] == .record(["内容": .null, "责任人": .null, "完成时限": .null]))
  }

  @Test func `keeps all seven points of a talk, empty where a row is gone`() throws {
    let tables = try Self.tables.get()
    let row = try #require(tables.row(.talks, where: ["要点": "班子整体运行"]))
    let unit = tables[.talks, row, "单位编号"]
    let report = try model(.talkRecords, of: unit) { $0.delete(.talks, row: row) }
    let points = try #require(report["谈话"]?.items?.first?["要点"]?.items)
    #expect(points.count == 7)
    #expect(points[3] == .record(["维度": .text("班子"), "名称": .text("班子整体运行"), "内容": .null]))
  }

  @Test func `prints one copy without a number when nobody is listed to get one`() throws {
    let report = try model(.talkRecords, of: try Self.tables.get()[.units, 2, "单位编号"]) {
      $0.remove(.distributions)
    }
    #expect(
      report["份"] == .record(["份号": .null, "共几份": .number(1), "领取人": .null, "职务": .null]))
  }
}
