// What a workbook's cell means for each kind of column.

import BatonAssessment
import BatonDiagnostics
import BatonOffice
import Testing

@testable import BatonReports

@Suite struct `A workbook's cell` {
  private func decode(_ content: CellContent, as kind: ColumnKind) -> Result<CellValue, CellDecoder.Problem> {
    Result { () throws(CellDecoder.Problem) in try CellDecoder.decode(content, as: kind) }
  }

  private static let newYearsEve = Moment(day: Moment.Day(year: 2022, month: 12, day: 31), time: nil)

  @Test(arguments: [
    (CellContent.number("12", isPercent: false), ColumnKind.text, CellValue.text("12")),
    (.number("0", isPercent: false), .flag, .flag(false)), (.boolean(true), .flag, .flag(true)),
    (.moment(newYearsEve), .text, .text("2022年12月31日")), (.text("　完成 "), .outcome, .flag(true)),
    (.text(" +12.50 "), .integer(0...99), .unreadable),
    (.number("7", isPercent: false), .integer(0...9), .integer(7)),
  ])
  func `is read as its column's kind`(content: CellContent, kind: ColumnKind, value: CellValue) {
    switch decode(content, as: kind) {
    case .success(let decoded): #expect(decoded == value)
    case .failure(let problem):
      #expect(value == .unreadable)
      #expect(problem.code == .wrongType)
    }
  }

  @Test(arguments: [
    (CellContent.error("#DIV/0!"), ColumnKind.text, FaultCode.errorValue),
    (.uncomputed, .flag, .uncomputedFormula),
    (.picture, .text, .pictureInCell), (.moment(newYearsEve), .number(.score), .wrongType),
    (.number("44926", isPercent: false), .date, .wrongType), (.boolean(true), .number(.score), .wrongType),
    (.text("120%"), .number(.notNegative), .wrongType), (.text("1,200"), .number(.notNegative), .wrongType),
  ])
  func `that can't be is a fault of its own kind`(content: CellContent, kind: ColumnKind, code: FaultCode) {
    guard case .failure(let problem) = decode(content, as: kind) else {
      Issue.record("decoded")
      return
    }
    #expect(problem.code == code)
  }

  @Test(arguments: [
    (PlanItem.weights, "目标任务", "30%"), (.minimums, "回收率", "30%"), (.minimums, "推荐人次", "0.3"),
    (.bonuses, "单位系数", "0.3"),
  ])
  func `shown as 30% is 30 in a percentage of the plan, and 0_3 in anything else`(
    item: PlanItem, name: String, text: String
  ) throws {
    let value = PlanTable.Value.percentage(try #require(ExactDecimal("0.3")))
    #expect(value.text(of: item, name) == text)
  }
}

@Suite struct `A workbook's sheet` {
  /// One sheet of texts; each row its number.
  private func sheet(_ name: String, _ rows: [(Int, [String])]) -> Spreadsheet.Sheet {
    Spreadsheet.Sheet(
      name: name,
      rows: rows.map { number, texts in
        Spreadsheet.Row(
          number: number, isHidden: number == 4,
          cells: texts.enumerated().map { Spreadsheet.Cell(column: $0, value: .text($1), style: 0) })
      })
  }

  private func faults(of sheet: Spreadsheet.Sheet) -> [String] {
    let workbook = Spreadsheet(sheets: [sheet], formats: [])
    let raw = RawTable(sheet, of: workbook, in: "书.xlsx")
    let decoded = TableDecoder.decode(raw, by: Table.singleItems.schema)
    return (decoded.faults + IntakeFault.hidden(in: raw)).map { "\($0.severity) \($0.brief)" }
  }

  private let headings = (1, ["单位编号", "单项", "等次", "依据"])

  @Test func `names what is hidden and reads it`() {
    var sheet = sheet("单项考核", [headings, (4, ["U1", "党建", "先进", ""])])
    sheet.hiddenColumns = [1...16_383]
    #expect(
      faults(of: sheet) == [
        "error missing-value 单项考核!D4", "warning hidden-content 单项考核!4", "warning hidden-content 单项考核!B1",
      ])
  }

  @Test func `asks for every cell of a merged key`() {
    var sheet = sheet("单项考核", [headings, (2, ["U1", "党建", "先进", "文"]), (3, ["", "平安", "先进", "文"])])
    sheet.merges = [CellRange(rows: 2...3, columns: 0...0)]
    #expect(faults(of: sheet) == ["error missing-value 单项考核!A3"])
  }

  @Test func `keeps the numbers of its rows, whatever is left blank between them`() {
    let sheet = sheet("单项考核", [headings, (3, [" ", ""]), (900, ["U1", "", "先进", "文"])])
    #expect(faults(of: sheet) == ["error missing-value 单项考核!B900"])
  }

  @Test func `without headings lacks every column`() {
    let sheet = sheet("单项考核", [(2, ["单位编号", "单项", "等次", "依据"])])
    #expect(Set(faults(of: sheet).filter { $0.hasPrefix("error") }) == ["error missing-column 单项考核!1"])
  }
}

@Suite struct `A source of tables` {
  private let units = TableFile(name: "单位", csv: Array("单位编号\nU1\n".utf8))

  @Test func `with a workbook that can't be read says which and why`() {
    let source = TableSource(
      name: "数据", files: [units], workbooks: [WorkbookFile(name: "数据/坏.xlsx", xlsx: [1, 2, 3])])
    let fault = RawTables(source).faults.first
    #expect(fault?.code == .notAWorkbook)
    #expect(fault?.diagnostic.place == .file("数据/坏.xlsx"))
    #expect(fault?.blocks == DocumentName.allCases)
  }

  @Test func `with a table twice names both`() {
    let twice = RawTables(TableSource(name: "数据", files: [units, units]))
    #expect(twice.faults.map(\.brief) == ["duplicate-table 单位!"])
    #expect(twice.faults.first?.cells.count == 2)
    #expect(twice.tables.count == 1)
  }
}
