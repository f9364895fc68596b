// Sheets that are written plainly are read in one pass; what it says must be what the general reader says.

import Testing

@testable import BatonOffice

@Suite struct PlainSheetTests {
  /// A comment among the rows: that is not plain, so that the general reader does the same work.
  private static let unusual = "<!-- 1 -->"

  @Test(arguments: [
    #"<row r="1"><c r="A1"><v>12</v></c><c r="C1"><v>0.5</v></c></row>"#,
    #"<row r="1" spans="1:3" ht="15"><c r="B1" s="1"><v>44926</v></c><c r="C1" s="2"><v>0.3</v></c></row>"#,
    #"<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" t="s"><v>0</v></c></row><row r="7" hidden="1"><c r="A7"><v>1</v></c></row>"#,
    #"<row><c t="inlineStr"><is><t>县教育局</t></is></c><c/><c t="inlineStr"><is><t xml:space="preserve"> a </t></is></c></row>"#,
    #"<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><v>#N/A</v></c><c r="C1" t="str"><f>A1</f><v>甲</v></c></row>"#,
    #"<row r="1"><c r="A1"><f>SUM(A1:A2)</f></c><c r="B1"><f t="shared" si="0"/><v>3</v></c><c r="C1"><f>1+1</f><v/></c></row>"#,
    #"<row r="1"><c r="A1"><v>0.10000000000000001</v></c><c r="B1"><v>1.2E3</v></c><c r="C1"><v>007</v></c><c r="D1"><v>1.50</v></c></row>"#,
    #"<row r="1"><c r="A1"><v>-0.5</v></c><c r="B1"><v>123456789012345678</v></c><c r="C1"><v> 4 </v></c></row>"#,
    #"<row r="1"><c r="A1" t="inlineStr"><is><t>_x0041__x000D_</t></is></c><c r="B1" t="inlineStr"><is><t/></is></c></row>"#,
    #"<row r="1"/>"#, "",
    "\n  <row r=\"1\" >\n <c r=\"A1\" ><v>1</v>\n</c>\n</row>\n",
  ])
  func `both readers see the same`(rows: String) throws {
    var workbook = HandmadeWorkbook()
    workbook.strings = "<si><t>一</t></si><si><t>二</t></si>"
    workbook.styles =
      #"<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/></cellXfs>"#
    workbook.rows = rows
    let plain = try workbook.read()
    workbook.rows = rows + Self.unusual
    let general = try workbook.read()
    #expect(Self.text(of: plain) == Self.text(of: general))
    #expect(Self.isPlain(rows))
    #expect(!Self.isPlain(rows + Self.unusual))
  }

  @Test(arguments: [
    #"<row r="1"><c r="A1"><v>1</v></row></c>"#, #"<row r="1"><c r="A1" r="A1"><v>1</v></c></row>"#,
    #"<row r="1"><c r="A1" t="inlineStr"><is><t>]]></t></is></c></row>"#,
    #"<row r="1"><c r="A1" t="inlineStr"><is><t>&nbsp;</t></is></c></row>"#,
    #"<row r="1"><c r="A1"s="1"><v>1</v></c></row>"#, #"<row r="1"><c r="A1" u:s="1"><v>1</v></c></row>"#,
    #"<row r="1"><c r="A1"><v>1</v></c>"#, #"<row r="1"><c r=A1><v>1</v></c></row>"#,
    "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>\u{1}</t></is></c></row>",
    "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>\u{FFFE}</t></is></c></row>",
  ])
  func `what is not well-formed is not plain, and damaged`(rows: String) {
    var workbook = HandmadeWorkbook()
    workbook.rows = rows
    #expect(!Self.isPlain(rows))
    #expect(throws: OfficeError.self) { try workbook.read() }
  }

  @Test(arguments: [
    #"<row r="2"><c r="A2"><v>2</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>"#,
    #"<row r="1"><c r="B1"><v>2</v></c><c r="A1"><v>1</v></c></row>"#,
    #"<row r="1"><c r="A1" t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r></is></c></row>"#,
    #"<row r="1"><c r="A1" t="inlineStr"><is><t>甲&amp;乙</t></is></c></row>"#,
    #"<row r="1"><c r="A1"><v><![CDATA[1]]></v></c></row>"#,
  ])
  func `what is well-formed and unusual is read by the general reader`(rows: String) throws {
    var workbook = HandmadeWorkbook()
    workbook.rows = rows
    #expect(!Self.isPlain(rows))
    #expect(try !workbook.read().sheets[0].rows.isEmpty)
  }

  @Test func `an instruction may hold the mark of the rows, and means nothing`() throws {
    var workbook = HandmadeWorkbook()
    workbook.before = #"<?x <sheetData><row r="1"><c r="A1"><v>9</v></c></row></sheetData>?>"#
    workbook.rows = #"<row r="1"><c r="A1"><v>1</v></c></row>"#
    #expect(try workbook.values() == ["A1": .number("1")])
  }

  private static func isPlain(_ rows: String) -> Bool {
    let sheet = "<worksheet xmlns=\"urn:x\"><sheetData>\(rows)</sheetData></worksheet>"
    let values = CellValues(texts: ["一", "二"], formats: [], system: .from1900)
    return PlainSheetData(of: Array(sheet.utf8), values, cellsLeft: 100) != nil
  }

  private static func text(of workbook: Spreadsheet) -> [String] {
    workbook.sheets[0].rows.flatMap { row in
      row.cells.map { "\(row.number) \(row.isHidden) \($0.column) \($0.style) \($0.value)" }
    }
  }
}
