// Shards and their merging: the same bytes as one run.

import BatonReports
import Foundation
import SampleCounty
import TestSupport
import Testing

@testable import baton

@Suite struct `The merge command` {
  private let place: TemporaryFolder

  init() throws {
    place = try TemporaryFolder()
    for table in SampleCounty(seed: 7, countyName: "清和县", groupCount: 2, unitCount: 12).tables() {
      try place.write(String(decoding: table.csv, as: UTF8.self), to: "数据/\(table.name).csv")
    }
  }

  private func build(_ output: String, _ more: String...) async -> CommandRun {
    await CommandRun(
      arguments: [
        "build", "\(place.path)/数据", "--formats", "html", "--documents", "谈话提纲,经验做法汇编", "--output",
        "\(place.path)/\(output)",
      ] + more)
  }

  /// Every file below a folder with its bytes.
  private func files(_ folder: String) throws -> [String: Data] {
    let root = "\(place.path)/\(folder)"
    return try FileManager.default.subpathsOfDirectory(atPath: root).reduce(into: [:]) { files, file in
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: "\(root)/\(file)", isDirectory: &isFolder),
        !isFolder.boolValue
      {
        files[file] = FileManager.default.contents(atPath: "\(root)/\(file)")
      }
    }
  }

  @Test func `joins shards into the bytes of one run`() async throws {
    #expect(await build("一次").status == .done)
    for number in 1...3 { #expect(await build("分片\(number)", "--shard", "\(number)/3").status == .done) }
    let parts = (1...3).map { "\(place.path)/分片\($0)" }
    let merge = await CommandRun(arguments: ["merge"] + parts + ["--output", "\(place.path)/合并"])
    #expect(merge.status == .done, "\(merge.errors)")
    let (whole, merged) = (try files("一次"), try files("合并"))
    #expect(whole.count > 5)
    #expect(merged == whole)
    #expect(try files("分片1").count < whole.count)
  }

  @Test func `refuses parts that leave something out or are not of one build`() async throws {
    #expect(await build("分片1", "--shard", "1/2").status == .done)
    let lacking = await CommandRun("merge", "\(place.path)/分片1", "--output", "\(place.path)/合并")
    #expect(lacking.status == .couldNotRun)
    #expect(lacking.errors.contains("part-missing"))
    #expect(await build("分片2", "--shard", "2/2", "--documents", "谈话提纲").status == .done)
    let other = await CommandRun(
      "merge", "\(place.path)/分片1", "\(place.path)/分片2", "--output", "\(place.path)/合并")
    #expect(other.errors.contains("parts-differ"))
    let none = await CommandRun("merge", "\(place.path)/数据", "--output", "\(place.path)/合并")
    #expect(none.errors.contains("no-parts"))
    #expect(!FileManager.default.fileExists(atPath: "\(place.path)/合并/清和县/2022"))
  }

  @Test(arguments: ["0/2", "3/2", "1", "1/0", "a/b", "1/2/3", "-1/2"])
  func `knows what a shard is`(text: String) async {
    let run = await CommandRun("build", "\(place.path)/数据", "--shard", text)
    #expect(run.status == .usage)
  }
}
