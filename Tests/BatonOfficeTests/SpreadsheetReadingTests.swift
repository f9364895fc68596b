// What a workbook's cells hold, whoever wrote it.

import Testing

@testable import BatonOffice

@Suite struct `A workbook's cells` {
  typealias Value = Spreadsheet.Value

  private func value(
    _ cell: String, strings: String = "", styles: String = "", properties: String = ""
  ) throws -> Value? {
    let book = HandmadeWorkbook(
      rows: "<row>\(cell)</row>", strings: strings, styles: styles, properties: properties)
    return try book.values()["A1"]
  }

  @Test(arguments: [
    ("12", "12"), ("0.1", "0.1"), ("0.10000000000000001", "0.1"), ("88.670000000000002", "88.67"),
    ("1E3", "1000"), ("1.5E-3", "0.0015"), ("-0.0", "0"), ("100.00", "100"), ("+7", "7"), ("-12.50", "-12.5"),
    ("123456789012345678", "123456789012346000"), ("0.29999999999999999", "0.3"),
    ("2.2999999999999998", "2.3"), ("1.0000000000000002", "1"), ("0.12345678901234550", "0.123456789012345"),
    ("99999999999999.95", "100000000000000"), (" 5 ", "5"),
  ])
  func `a number is the decimal that was typed`(written: String, number: String) throws {
    #expect(try value("<c><v>\(written)</v></c>") == .number(number))
  }

  @Test func `texts are shared, inline, rich or a formula's`() throws {
    let strings = """
      <si><t xml:space="preserve"> 甲 </t></si>\
      <si><r><rPr><b/></rPr><t>乙</t></r><r><t>丙</t></r><rPh sb="0" eb="1"><t>yi</t></rPh><phoneticPr fontId="1"/></si>\
      <si/>
      """
    let book = HandmadeWorkbook(
      rows: """
        <row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="s"><v>2</v></c>\
        <c r="D2" t="inlineStr"><is><r><t>丁</t></r><r><t>戊</t></r></is></c>\
        <c r="E2" t="str"><f>A2&amp;B2</f><v>己&lt;&#10;</v></c><c r="F2" t="str"><f>""</f><v></v></c></row>
        """, strings: strings)
    #expect(
      try book.values() == [
        "A2": .text(" 甲 "), "B2": .text("乙丙"), "D2": .text("丁戊"), "E2": .text("己<\n"),
      ])
  }

  @Test(arguments: [
    ("一_x000D_二", "一\r二"), ("_x005F_x000D_", "_x000D_"), ("_xD83D__xDE00_", "😀"), ("a_x00_b_", "a_x00_b_"),
    ("_x00zz_", "_x00zz_"), ("甲<![CDATA[<乙&]]>丙", "甲<乙&丙"), ("a\r\nb", "a\nb"), ("<!-- 注 -->甲", "甲"),
  ])
  func `what XML can't hold is decoded`(written: String, text: String) throws {
    #expect(try value("<c t=\"inlineStr\"><is><t>\(written)</t></is></c>") == .text(text))
  }

  @Test(arguments: [
    ("<c><f>1+1</f><v>2</v></c>", Value.number("2")), ("<c><f>1+1</f></c>", .uncomputed),
    ("<c><f>1+1</f><v/></c>", .uncomputed), ("<c><f t=\"shared\" si=\"0\"/><v>3</v></c>", .number("3")),
    ("<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>", .error("#DIV/0!")),
    ("<c t=\"b\"><v>1</v></c>", .boolean(true)),
    ("<c t=\"b\"><v>0</v></c>", .boolean(false)),
    ("<c t=\"str\"><f>_xlfn.DISPIMG(\"ID_1\",1)</f><v>=DISPIMG(\"ID_1\",1)</v></c>", .picture),
  ])
  func `a formula is its computed value, or says that it has none`(cell: String, expected: Value) throws {
    #expect(try value(cell) == expected)
  }

  @Test(arguments: [
    (14, "44926", "2022-12-31"), (27, "44926", "2022-12-31"), (31, "44926", "2022-12-31"),
    (57, "44926", "2022-12-31"), (20, "0.375", "09:00:00"), (32, "0.375", "09:00:00"),
    (22, "44926.5", "2022-12-31 12:00:00"), (14, "1", "1900-01-01"), (14, "59", "1900-02-28"),
    (14, "61", "1900-03-01"), (14, "2958465", "9999-12-31"), (14, "36525", "1999-12-31"),
  ])
  func `a number shown as a date is that day`(format: Int, serial: String, moment: String) throws {
    let styles = "<cellXfs count=\"1\"><xf numFmtId=\"\(format)\"/></cellXfs>"
    #expect(try value("<c s=\"0\"><v>\(serial)</v></c>", styles: styles)?.moment == moment)
  }

  @Test(arguments: ["60", "-1", "2958466"]) func `a number that no day has stays a number`(serial: String)
    throws
  {
    let styles = "<cellXfs><xf numFmtId=\"14\"/></cellXfs>"
    #expect(try value("<c><v>\(serial)</v></c>", styles: styles) == .number(serial))
  }

  @Test func `days may be counted from 1904`() throws {
    let styles = "<cellXfs><xf numFmtId=\"14\"/></cellXfs>"
    let properties = "<workbookPr date1904=\"true\"/>"
    #expect(
      try value("<c><v>43464</v></c>", styles: styles, properties: properties)?.moment == "2022-12-31")
    #expect(try value("<c><v>0</v></c>", styles: styles, properties: properties)?.moment == "1904-01-01")
  }

  @Test(arguments: [
    ("2022-12-31", "2022-12-31"), ("2022-12-31T08:30:00", "2022-12-31 08:30:00"),
    ("08:30:00.000Z", "08:30:00"),
  ])
  func `a date may be written in ISO 8601`(written: String, moment: String) throws {
    #expect(try value("<c t=\"d\"><v>\(written)</v></c>")?.moment == moment)
  }

  @Test func `of merged cells the first holds the value`() throws {
    let book = HandmadeWorkbook(
      rows:
        "<row r=\"1\"><c><v>1</v></c><c><v>2</v></c></row><row r=\"2\"><c><v>3</v></c><c><v>4</v></c></row>",
      after: "<mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>")
    #expect(try book.values() == ["A1": .number("1"), "B1": .number("2"), "B2": .number("4")])
    #expect(try book.read().sheets[0].merges.map(\.description) == ["A1:A2"])
  }

  @Test func `what is hidden is read, and known to be hidden`() throws {
    let book = HandmadeWorkbook(
      rows: "<row r=\"1\" hidden=\"1\"><c r=\"C1\"><v>1</v></c></row>",
      before: "<dimension ref=\"A1\"/><cols><col min=\"2\" max=\"3\" hidden=\"true\"/></cols>",
      sheetState: "state=\"veryHidden\"")
    let sheet = try #require(try book.read().sheets.first)
    #expect(sheet.isHidden)
    #expect(sheet.hiddenColumns == [1...2])
    #expect(sheet.rows.map(\.isHidden) == [true])
    #expect(try book.values() == ["C1": .number("1")])
  }

  @Test(arguments: [(false, ""), (true, ""), (false, "x"), (true, "s")])
  func `vocabulary and prefixes don't matter`(isStrict: Bool, prefix: String) throws {
    var book = HandmadeWorkbook(rows: "<row><c t=\"s\"><v>0</v></c></row>", strings: "<si><t>甲</t></si>")
    book.isStrict = isStrict
    book.prefix = prefix
    #expect(try book.values() == ["A1": .text("甲")])
  }

  @Test func `rows and cells may stand in any order, the later of two holding`() throws {
    let book = HandmadeWorkbook(
      rows: """
        <row r="3"><c r="B3"><v>1</v></c><c r="A3"><v>2</v></c></row><row r="1"><c r="A1"><v>3</v></c></row>\
        <row r="3"><c r="B3"><v>4</v></c></row>
        """)
    #expect(try book.values() == ["A1": .number("3"), "A3": .number("2"), "B3": .number("4")])
    #expect(try book.read().sheets[0].rows.map(\.number) == [1, 3])
  }
}

extension Spreadsheet.Value {
  /// `2022-12-31 08:30:00`.
  fileprivate var moment: String? {
    guard case .moment(let moment) = self else { return nil }
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let day = moment.day.map { "\($0.year)-\(padded($0.month))-\(padded($0.day))" }
    let time = moment.time.map { [$0.hour, $0.minute, $0.second].map(padded).joined(separator: ":") }
    return [day, time].compactMap(\.self).joined(separator: " ")
  }
}
