// `build` and `demo` as a user sees them, on a small county.

import BatonReports
import Foundation
import SampleCounty
import TestSupport
import Testing

@testable import baton

@Suite struct `The build command` {
  private let place: TemporaryFolder

  init() throws {
    place = try TemporaryFolder()
    for table in SmallCounty.tables { try place.write(table.text, to: "数据/\(table.name).csv") }
  }

  private var data: String { "\(place.path)/数据" }
  private var output: String { "\(place.path)/成品" }

  /// One unit's outlines and debriefs: enough to see everything, quick to make.
  private func build(_ more: String...) async -> CommandRun {
    await CommandRun(
      arguments: [
        "build", data, "--output", output, "--units", SmallCounty.unit, "--documents", "谈话提纲,班子述职报告",
      ]
        + more)
  }

  private func published() throws -> [String] {
    try place.files().filter { $0.hasPrefix("成品/") }.map { String($0.dropFirst("成品/清和县/2022/".count)) }
  }

  @Test func `makes every format of every document, and the index of them`() async throws {
    let run = await build()
    #expect(run.status == .done, "\(run.errors)")
    let files = try published()
    #expect(files.count == 2 * 3 + 2)
    #expect(Set(files.map { $0.split(separator: ".").last }) == ["html", "docx", "xml", "json"])
    let index = try #require(PublishedIndex(json: Array(try place.text(of: "成品/清和县/2022/index.json").utf8)))
    #expect(Set(index.entries.keys) == Set(files).subtracting(["index.json", "index.html"]))
    #expect(index.entries.values.allSatisfy { $0.unit == SmallCounty.unit && !$0.audience.isEmpty })
    let page = try place.text(of: "成品/清和县/2022/index.html")
    #expect(page.contains("谈话提纲") && page.contains("班子述职报告"))
    #expect(run.errors.contains("生成文书 2 份"))
    #expect(run.errors.contains("\(output)/清和县/2022/index.html"))
  }

  @Test func `makes only the formats asked for`() async throws {
    #expect(await build("--formats", "docx").status == .done)
    #expect(try published().filter { !$0.hasPrefix("index.") }.allSatisfy { $0.hasSuffix(".docx") })
  }

  @Test func `writes nothing in a dry run and lists what it would make`() async throws {
    let run = await build("--dry-run")
    #expect(run.status == .done)
    #expect(run.output.split(separator: "\n").count == 6)
    #expect(try place.entries() == ["数据"])
  }

  @Test func `makes the same bytes whatever the number of tasks`() async throws {
    #expect(await build("--jobs", "1").status == .done)
    let first = try contents()
    #expect(await build("--jobs", "5").status == .done)
    #expect(try contents() == first)
  }

  @Test func `refuses to replace what it didn't write`() async throws {
    #expect(await build().status == .done)
    try place.write("签字", to: "成品/清和县/2022/扫描件.pdf")
    let run = await build()
    #expect(run.status == .couldNotRun)
    #expect(run.errors.contains("扫描件.pdf"))
    #expect(try published().contains("扫描件.pdf"))
  }

  @Test func `refuses the document whose data has a gap, makes the others and ends with 1`() async throws {
    try removeFirstDebriefRow()
    let run = await build()
    #expect(run.status == .faultsFound)
    #expect(run.errors.contains("没有生成 1 份"))
    #expect(run.errors.contains("数据!班子述职!"))
    #expect(try published().filter { $0.hasSuffix(".docx") }.count == 1)
    #expect(try place.text(of: "成品/清和县/2022/index.html").contains("还不能生成的文书"))
  }

  @Test func `prints （缺） where incomplete documents are allowed, and says where`() async throws {
    try removeFirstDebriefRow()
    let run = await build("--allow-incomplete")
    #expect(run.status == .done)
    #expect(run.errors.contains("印了「（缺）」的地方"))
    let report = try #require(try published().first { $0.hasSuffix("班子述职报告.html") })
    #expect(try place.text(of: "成品/清和县/2022/\(report)").contains("（缺）"))
  }

  @Test func `tells programs the same as JSON`() async throws {
    let run = await build("--json")
    #expect(run.errors.isEmpty)
    let summary = try JSONDecoder().decode(Summary.self, from: Data(run.output.utf8))
    #expect(summary.documents == 2 && summary.files == 8 && summary.refused.isEmpty)
  }

  @Test(arguments: [
    (["--units", "没有"], "没有单位「没有」"), (["--documents", "谈话题纲"], "是不是想写「谈话提纲」？"),
    (["--formats", "pdf"], "没有格式「pdf」"), (["--jobs", "0"], "--jobs"),
  ])
  func `ends with 64 where a choice means nothing`(arguments: [String], message: String) async throws {
    let run = await CommandRun(arguments: ["build", data, "--output", output] + arguments)
    #expect(run.status == .usage)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(try place.entries() == ["数据"])
  }

  /// Takes away every row of the unit's first debrief part but the key: the part is missing.
  private func removeFirstDebriefRow() throws {
    let lines = try place.text(of: "数据/班子述职.csv").split(separator: "\n", omittingEmptySubsequences: false)
    let kept = lines.filter { !$0.hasPrefix("\(SmallCounty.unit),成绩位次,") }
    try #require(kept.count < lines.count)
    try place.write(kept.joined(separator: "\n"), to: "数据/班子述职.csv")
  }

  private func contents() throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for file in try place.files() where file.hasPrefix("成品/") {
      contents[file] = FileManager.default.contents(atPath: "\(place.path)/\(file)")
    }
    return contents
  }

  private struct Summary: Decodable {
    struct Refused: Decodable {}
    let documents, files: Int
    let refused: [Refused]
  }
}

/// A county of a few units, made once.
enum SmallCounty {
  static let tables = SampleCounty(seed: 7, countyName: "清和县", groupCount: 3, unitCount: 20).tables().map {
    (name: $0.name, text: String(decoding: $0.csv, as: UTF8.self))
  }

  static let unit = "U001"
}
