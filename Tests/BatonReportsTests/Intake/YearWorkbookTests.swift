// What `init` writes is read again; what is marked is what was wrong.

import BatonAssessment
import BatonDiagnostics
import BatonOffice
import SampleCounty
import Testing

@testable import BatonReports

@Suite struct `The year's workbook` {
  private static let files = SampleCounty(seed: 7, countyName: "清和县", groupCount: 3, unitCount: 20).tables()
    .map { TableFile(name: $0.name, csv: $0.csv) }

  private static func source(_ xlsx: [UInt8]) -> TableSource {
    TableSource(name: "年度数据.xlsx", workbooks: [WorkbookFile(name: "年度数据.xlsx", xlsx: xlsx)])
  }

  @Test func `filled with a county holds what its CSV holds, cell by cell`() throws {
    let written = Workbook.decoding(Self.source(try YearWorkbook(Self.files).xlsx())).workbook
    let original = Workbook.decoding(TableSource(name: "数据", files: Self.files)).workbook
    #expect(written.tables.count == Table.allCases.count)
    for table in Table.allCases {
      #expect(written.rows(table).map(\.cells) == original.rows(table).map(\.cells), "\(table)")
      #expect(written.rows(table).map(\.address.number) == original.rows(table).map(\.address.number))
    }
  }

  @Test func `is the same bytes each time`() throws {
    #expect(try YearWorkbook(year: 2023).xlsx() == YearWorkbook(year: 2023).xlsx())
  }

  @Test func `that is empty lacks only what is to be filled in`() throws {
    let faults = Intake.read(Self.source(try YearWorkbook(year: 2023).xlsx())).faults
    #expect(faults.filter { !$0.code.isIncompleteness }.map(\.diagnostic.text) == [])
    #expect(faults.contains { $0.brief == "missing-value 年度!B2" })
    #expect(faults.contains { $0.cell.sheet == "方案" && $0.code == .missingValue })
  }

  @Test(arguments: [true, false]) func `that is marked has the same values and says what was wrong`(
    isWorkbook: Bool
  ) throws {
    var tables = HandmadeYear.tables
    tables[.units, 2, "机构序"] = "一"
    tables[.cadres, 3, "姓名"] = ""
    tables.remove(.practices)
    let source =
      isWorkbook ? Self.source(try YearWorkbook(tables.source.files).xlsx()) : tables.source
    let faults = Intake.read(source).faults
    let marked = try AnnotatedWorkbook(of: source, faults).xlsx()
    let again = Intake.read(Self.source(marked)).faults
    // The workbook that `init` makes has every sheet; CSV lacks the table that is gone, and so does its copy.
    #expect(again.map(\.brief) == faults.map(\.brief))
    let parts = try Package(reading: marked, file: "核对.xlsx").parts
    let comments = parts.filter { $0.name.text.contains("comments") }
      .map { String(decoding: $0.content, as: UTF8.self) }.joined()
    #expect(comments.contains("「机构序」写的是「一」"))
    #expect(comments.contains("填写「姓名」"))
  }
}
