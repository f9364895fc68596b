// `results` and `explain` of a year as a user sees them.

import Foundation
import SampleCounty
import TestSupport
import Testing

@testable import baton

@Suite struct `The results command` {
  private let place: TemporaryFolder

  init() throws {
    place = try TemporaryFolder()
    for table in SampleCounty(seed: 7, countyName: "清和县", groupCount: 3, unitCount: 20).tables() {
      try place.write(String(decoding: table.csv, as: UTF8.self), to: "数据/\(table.name).csv")
    }
  }

  private var data: String { "\(place.path)/数据" }

  private struct Explained: Decodable {
    let 名, 运算, 值: String
  }

  @Test func `shows units by series, quotas, awards and money`() async {
    let run = await CommandRun("results", data)
    #expect(run.status == .done)
    for title in ["位次", "【单位优秀名额】", "【评优名额】", "【奖励】", "【奖金】"] {
      #expect(run.output.contains(title), "\(title)")
    }
    #expect(!run.output.contains("【给不出的】"))
  }

  @Test func `writes JSON with the keys of the norm, the same in every run`() async throws {
    let run = await CommandRun("results", data, "--json")
    #expect(run.status == .done)
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect(
      Set(try #require(object).keys) == ["单位", "池", "评优名额", "嘉奖", "三等功", "奖金", "待确认", "missing"])
    #expect(await CommandRun("results", data, "--json").output == run.output)
  }

  @Test func `gives what an error doesn't bear on, and ends with 1`() async throws {
    let path = "\(data)/互评.csv"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines[1] = lines[1].split(separator: ",").dropLast().joined(separator: ",") + ",九十"
    try lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
    let run = await CommandRun("results", data)
    #expect(run.status == .faultsFound)
    #expect(run.errors.contains("数据!互评!C2"))
    #expect(run.output.contains("【给不出的】"))
    #expect(run.output.contains("【奖金】"))
  }

  @Test func `explains a result down to cells and clauses`() async throws {
    let units = try String(contentsOfFile: "\(data)/单位.csv", encoding: .utf8)
    let first = try #require(units.split(separator: "\n").dropFirst().first).split(separator: ",").map(
      String.init)
    let byName = await CommandRun("explain", data, "--unit", first[1])
    #expect(byName.status == .done)
    #expect(byName.output.contains("数据!方案!D"))
    #expect(byName.output.contains("权重·"))
    let byID = await CommandRun("explain", data, "--unit", first[0], "--field", "综合得分")
    #expect(byID.output == byName.output)
    let json = await CommandRun("explain", data, "--unit", first[0], "--json")
    let explained = try JSONDecoder().decode(Explained.self, from: Data(json.output.utf8))
    #expect(explained.名 == "综合得分")
  }

  @Test(arguments: [
    (["--unit", "县教育厅"], "没有单位「县教育厅」"), (["--unit", "U001", "--field", "综合的分"], "是不是想写「综合得分」"),
    (["--person", "P9999"], "没有人员「P9999」"), (["--field", "位次"], "--unit"),
  ])
  func `names what it doesn't know`(options: [String], message: String) async {
    let run = await CommandRun(arguments: ["explain", data] + options)
    #expect(run.status == .usage)
    #expect(run.errors.contains(message))
  }
}
