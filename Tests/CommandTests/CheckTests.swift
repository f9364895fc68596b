// `check` and `explain` as a user sees them.

import BatonReports
import Foundation
import SampleCounty
import TestSupport
import Testing

@testable import baton

@Suite struct `The check command` {
  private let place: TemporaryFolder

  init() throws {
    place = try TemporaryFolder()
    for table in SampleCounty(seed: 7, countyName: "清和县", groupCount: 3, unitCount: 20).tables() {
      try place.write(String(decoding: table.csv, as: UTF8.self), to: "数据/\(table.name).csv")
    }
  }

  private var data: String { "\(place.path)/数据" }

  @Test func `ends with 0 where there is no error`() async {
    let run = await CommandRun("check", data)
    #expect(run.status == .done)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("没有错误"))
  }

  @Test func `names the cell of every error and ends with 1`() async throws {
    try spoil()
    let run = await CommandRun("check", data)
    #expect(run.status == .faultsFound)
    #expect(run.errors.contains("数据!单位!A2: 错误："))
    #expect(run.errors.contains("【单位】错误 "))
    #expect(run.errors.contains("错误 "))
  }

  @Test func `says the same to programs, as JSON and nothing else`() async throws {
    try spoil()
    let run = await CommandRun("check", data, "--json")
    #expect(run.status == .faultsFound)
    #expect(run.errors.isEmpty)
    let report = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
    #expect(report.items.contains { $0.sheet == "单位" && $0.cell == "A2" && $0.severity == "error" })
  }

  @Test func `lists every code, one a line`() async {
    let run = await CommandRun("check", "--codes")
    #expect(run.status == .done)
    #expect(run.output == FaultCode.allCases.map { $0.rawValue + "\n" }.joined())
  }

  @Test func `ends with 2 where the data can't be opened`() async {
    let run = await CommandRun("check", "\(place.path)/没有")
    #expect(run.status == .couldNotRun)
    #expect(run.errors.contains("没有「\(place.path)/没有」"))
  }

  @Test func `writes nothing`() async throws {
    let before = try place.files()
    _ = await CommandRun("check", data)
    #expect(try place.files() == before)
  }

  /// Blanks the first unit's number.
  private func spoil() throws {
    var lines = try place.text(of: "数据/单位.csv").split(separator: "\n", omittingEmptySubsequences: false)
    lines[1] = lines[1].drop { $0 != "," }
    try place.write(lines.joined(separator: "\n"), to: "数据/单位.csv")
  }

  private struct Report: Decodable {
    struct Item: Decodable { let severity, sheet, cell: String }
    let items: [Item]
  }
}

@Suite struct `The explain command` {
  private let place: TemporaryFolder

  init() throws { place = try TemporaryFolder() }

  @Test func `prints the lifted tree`() async throws {
    try place.write("<ul>{% for x in xs %}<li>{{ x }}</li>{% endfor %}</ul>", to: "a.html")
    let run = await CommandRun("explain", "--tree", "\(place.path)/a.html")
    #expect(run.status == .done)
    #expect(run.output == "<ul>: block\n  {% for x in xs %}\n    <li>: item\n      output {{ x }}\n")
  }

  @Test func `points at what is wrong, in the template and in those it names`() async throws {
    try place.write("<p>{% include \"b.html\" %}</p>", to: "a.html")
    try place.write("<p>{{ x </p>", to: "b.html")
    let run = await CommandRun("explain", "--tree", "\(place.path)/a.html")
    #expect(run.status == .faultsFound)
    #expect(run.errors.contains("b.html:1:"))
  }

  @Test func `ends with 2 where there is no such template`() async {
    let run = await CommandRun("explain", "--tree", "\(place.path)/没有.html")
    #expect(run.status == .couldNotRun)
    #expect(run.errors.contains("没有文件"))
  }
}
