// What is no workbook, or one that can't be trusted, is refused in a word that stays.

import BatonDiagnostics
import Testing

@testable import BatonOffice

@Suite struct `A workbook is refused` {
  private func faultID(_ bytes: [UInt8], limits: SpreadsheetLimits = SpreadsheetLimits()) -> String? {
    do throws(OfficeError) {
      _ = try Spreadsheet(reading: bytes, file: "表.xlsx", limits: limits)
      return nil
    } catch {
      return error.diagnostics.first?.id
    }
  }

  private func faultID(_ rows: String, strings: String = "") throws -> String? {
    faultID(try HandmadeWorkbook(rows: rows, strings: strings).zipped())
  }

  @Test func `when it is of another format`() throws {
    let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let mark = "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
    #expect(faultID(compound + [UInt8](repeating: 0, count: 600)) == "legacy-workbook")
    #expect(faultID(compound + [UInt8](repeating: 0, count: 600) + mark) == "encrypted-workbook")
    #expect(faultID(Array("编号,标题\n".utf8)) == "not-a-workbook")
    #expect(faultID([]) == "not-a-workbook")
    let document = Package(
      parts: [Part("/word/document.xml", .document, content: Array("<w/>".utf8))],
      relationships: [Relationship(id: "r1", .officeDocument, to: .part("/word/document.xml"))])
    #expect(faultID(try document.zipped(with: Compressor())) == "not-a-workbook")
  }

  @Test(arguments: [
    "<row><c t=\"s\"><v>9</v></c></row>", "<row><c><v>十二</v></c></row>",
    "<row><c t=\"d\"><v>昨天</v></c></row>",
    "<row r=\"1048577\"><c><v>1</v></c></row>", "<row><c r=\"XFE1\"><v>1</v></c></row>",
    "<row><c r=\"?\"><v>1</v></c></row>", "<row><c><v>1</c></row>",
  ])
  func `when a cell can't be`(rows: String) throws {
    #expect(try faultID(rows) == "damaged-workbook")
  }

  @Test func `wherever it was cut`() throws {
    let bytes = try HandmadeWorkbook(rows: "<row><c><v>1</v></c></row>").zipped()
    for end in stride(from: 0, to: bytes.count, by: 11) {
      #expect(
        ["damaged-workbook", "not-a-workbook"].contains(faultID(Array(bytes[..<end]))), "cut at \(end)")
    }
  }

  @Test func `when it unpacks to too much, or has too many cells`() throws {
    let rows = String(repeating: "<row><c><v>1</v></c></row>", count: 100_000)
    #expect(try faultID(rows) == "oversized-workbook")
    var limits = SpreadsheetLimits()
    limits.cellCount = 2
    let three = try HandmadeWorkbook(rows: "<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>")
      .zipped()
    #expect(faultID(three, limits: limits) == "oversized-workbook")
  }

  @Test func `no changed byte crashes the reader or changes a value silently`() throws {
    let book = HandmadeWorkbook(rows: "<row><c t=\"s\"><v>0</v></c></row>", strings: "<si><t>甲</t></si>")
    let bytes = try book.zipped()
    let expected = Spreadsheet.Value.text("甲")
    for index in bytes.indices {
      for flip: UInt8 in [0x01, 0x80, 0xFF] {
        var damaged = bytes
        damaged[index] ^= flip
        guard let read = try? Spreadsheet(reading: damaged, file: "表.xlsx") else { continue }
        #expect(read.sheets.first?.rows.first?.cells.first?.value == expected, "byte \(index) ^ \(flip)")
      }
    }
  }
}
