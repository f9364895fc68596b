// What a version holds: numbers of pieces, figures compared, pages counted, the QR symbol.

import BatonArchive
import BatonAssessment
import BatonDocument
import Foundation
import SampleCounty
import Testing

@testable import BatonReports

@Suite struct ArchivingTests {
  private static let year: (plan: BuildPlan, year: AssessmentYear)? = {
    let county = SampleCounty(seed: 7, countyName: "清和县", groupCount: 3, unitCount: 20)
    let files = county.tables().map { TableFile(name: $0.name, csv: $0.csv) }
    let intake = Intake.read(TableSource(name: "inputs", files: files))
    guard let year = intake.year, let plan = try? BuildPlan(year, faults: intake.faults) else { return nil }
    return (plan, year)
  }()

  private func records() throws -> DocumentRecords {
    let (plan, _) = try #require(Self.year)
    return DocumentRecords(plan, as: [.html, .docx], inputs: ["单位.csv", "年度.csv", "附.xlsx"])
  }

  @Test func `pieces of a period and office are numbered consecutively, in the order of the list`() throws {
    let pieces = try records().pieces
    let codes = pieces.compactMap(\.code)
    #expect(codes.count == pieces.count && Set(codes).count == codes.count)
    for period in ["Y", "D30", "D10"] {
      let shelf = codes.filter { $0.contains("-\(period)-KH-") }
      let expected = (1...shelf.count).map {
        "0012-WS·2023-\(period)-KH-\(String(repeating: "0", count: 4 - String($0).count))\($0)"
      }
      #expect(shelf == expected)
    }
    #expect(
      Set(pieces.filter(\.isBound).map { $0.documents[0].kind }) == ["班子述职报告", "个人述职报告", "谈话提纲", "谈话记录"])
  }

  @Test func `every document has one record, and the data and the plan have theirs`() throws {
    let (plan, year) = try #require(Self.year)
    let documents = try records().documents
    #expect(documents.count == plan.documents.count + 2)
    let data = try #require(documents.first { $0.kind == "原始数据" })
    #expect(data.paths == ["csv": ["inputs/单位.csv", "inputs/年度.csv"], "xlsx": ["inputs/附.xlsx"]])
    #expect(documents.last?.number == year.facts[.planNumber])
    let debrief = try #require(documents.first { $0.kind == "班子述职报告" })
    #expect(debrief.responsible == year.unit(debrief.unit ?? "")?.name)
    let own = try #require(documents.first { $0.kind == "个人述职报告" })
    #expect(own.responsible == year.cadre(own.person ?? "")?.name)
    #expect(documents.allSatisfy { $0.pages == nil && $0.date == year.facts.writtenOn.description })
  }

  @Test func `pages that nobody has counted are 待补, those of a bound piece are added up`() throws {
    let (plan, year) = try #require(Self.year)
    let talks = plan.documents.filter { $0.kind == .talkOutline }.map(\.path)
    let counted = DocumentRecords(
      plan, as: [.html], inputs: [], pages: Dictionary(uniqueKeysWithValues: talks.map { ($0, 3) }))
    let list = ArchiveList(counted.pieces, of: year)
    #expect(list.rows.first { $0.title.hasPrefix("谈话提纲") }?.pages == String(3 * talks.count))
    #expect(list.rows.first { $0.title.contains("通报") }?.pages == "待补")
    #expect(list.missing.map(\.item) == ["页数"])
  }

  @Test func `changed figures are named with what they were and are, equal looks by their exact values`()
    throws
  {
    func figures(_ total: String, _ shown: String, _ rank: String, _ best: String) throws -> ResultFigures {
      try #require(
        ResultFigures(
          json: Array(
            """
            {"单位":{"U1":{"综合得分":{"exact":"\(total)","shown":"\(shown)"},"分项":{},"位次":\(rank)}},"嘉奖":["\(best)"],
            "池":[{"适用":"乡镇","名额":3}],"推导":{"单位":{"U1":7}},"missing":[]}
            """.utf8)))
    }
    let old = try figures("93", "93.00", "1", "P1")
    #expect(try figures("93", "93.00", "1", "P1").changes(since: old).isEmpty)
    let changes = try figures("279001/3000", "93.00", "2", "P2").changes(since: old)
    #expect(
      changes.map { [$0.subject, $0.field, $0.old ?? "无", $0.new ?? "无"] } == [
        ["P1", "嘉奖", "有", "无"], ["P2", "嘉奖", "无", "有"], ["U1", "位次", "1", "2"],
        ["U1", "综合得分", "93", "279001/3000"],
      ])
    #expect(ResultFigures(json: Array("[]".utf8)) == nil)
  }

  @Test func `what is no PDF has no pages`() {
    #expect(FinishedPages.count(Array("%PDF-1.4 nothing".utf8)) == nil)
    #expect(FinishedPages.count([]) == nil)
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 2 /Kids [3 0 R 4 0 R] >>", page, page,
    ]
    var text = "%PDF-1.4\n"
    var table = "0000000000 65535 f \n"
    for (index, object) in objects.enumerated() {
      let offset = String(text.utf8.count)
      table += String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n \n"
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += "xref\n0 5\n\(table)trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    #expect(FinishedPages.count(Array(text.utf8)) == 2)
  }
}
