// Tables come as UTF-8 with or without a mark, as GB18030, quoted and with any line end.

import BatonAssessment
import BatonReports
import Testing

@Suite struct SourceTests {
  private func read(_ csv: [UInt8], as table: Table = .practices) -> IntakeResult {
    let others = HandmadeYear.tables.source.files.filter { $0.name != table.rawValue }
    return Intake.read(TableSource(name: "数据", files: others + [TableFile(name: table.rawValue, csv: csv)]))
  }

  @Test func `a byte order mark is not part of the first heading`() {
    let csv = "编号,单位编号,标题,做法,成效,可推广\nK1,T01,甲,乙,9 件,√\n"
    #expect(read([0xEF, 0xBB, 0xBF] + Array(csv.utf8)).year?.practices.first?.isReplicable == true)
    #expect(read(Array(csv.utf8)).faults.isEmpty)
  }

  @Test func `quotes, commas and line ends within cells are kept`() throws {
    let csv = "编号,单位编号,标题,做法,成效,可推广\r\nK1,T01,\"一网,\"\"管\"\"到底\",\"一村\n一格\",9 件,是\r\n"
    let practice = try #require(read(Array(csv.utf8)).year?.practices.first)
    #expect(practice.title == "一网,\"管\"到底")
    #expect(practice.method == "一村\n一格")
  }

  @Test func `what a Chinese Excel saves is read`() throws {
    // 编号,单位编号,标题,做法,成效,可推广 / K1,T01,堃玥,做法,9,是 in GB18030.
    let csv: [UInt8] =
      [0xB1, 0xE0, 0xBA, 0xC5, 0x2C, 0xB5, 0xA5, 0xCE, 0xBB, 0xB1, 0xE0, 0xBA, 0xC5, 0x2C]
      + [0xB1, 0xEA, 0xCC, 0xE2, 0x2C, 0xD7, 0xF6, 0xB7, 0xA8, 0x2C, 0xB3, 0xC9, 0xD0, 0xA7, 0x2C]
      + [0xBF, 0xC9, 0xCD, 0xC6, 0xB9, 0xE3, 0x0D, 0x0A]
      + Array("K1,T01,".utf8) + [0x88, 0xD2, 0xAB, 0x68, 0x2C] + [0xD7, 0xF6, 0xB7, 0xA8] + Array(",9,".utf8)
      + [0xCA, 0xC7, 0x0D, 0x0A]
    let practice = try #require(read(csv).year?.practices.first)
    #expect(practice.title == "堃玥")
    #expect(practice.method == "做法")
  }

  @Test(arguments: [
    ([0xFF, 0xFE, 0x16, 0x7F] as [UInt8], ""), (Array("编号,标题\nK1,\"没有收尾\n".utf8), "B2"),
    (Array("编号,标题\n\nK1,\"甲\"乙\"丙\"\n".utf8), "B3"), (Array("编号,\"标题\n\",\"".utf8), "C1"),
  ])
  func `what is not a table is refused whole, at the quote that breaks it`(csv: [UInt8], cell: String) {
    let result = read(csv)
    #expect(result.errors == ["unreadable-table 经验做法!\(cell)"])
    #expect(result.year?.practices.isEmpty == true)
  }

  @Test func `a table of another name is said, with what was probably meant`() {
    let files = HandmadeYear.tables.source.files + [TableFile(name: "突出问提", csv: [])]
    let result = Intake.read(TableSource(name: "数据", files: files))
    #expect(result.warnings == ["unknown-table 突出问提!"])
    #expect(result.faults.first?.fix == "是不是想写「突出问题」")
  }

  @Test func `a folder that isn't there is an error`() {
    #expect(throws: IntakeError.self) { try TableSource(folder: "no/such/folder") }
  }
}
