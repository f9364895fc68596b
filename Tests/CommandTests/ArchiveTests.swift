// `archive` as a user sees it: a reduced county sealed, amended, taken out again, verified.

import BatonArchive
import Foundation
import SampleCounty
import TestSupport
import Testing

@testable import baton

@Suite(.serialized) struct `The archive command` {
  private let place: TemporaryFolder

  init() throws {
    place = try TemporaryFolder()
    for table in TinyCounty.tables { try place.write(table.text, to: "数据/\(table.name).csv") }
  }

  private var store: String { "\(place.path)/档案库" }
  private var key: String { "\(place.path)/密钥.pem" }

  private func archive(_ arguments: String...) async -> CommandRun {
    await CommandRun(arguments: ["archive"] + arguments + ["--store", store])
  }

  private func add(_ more: String...) async -> CommandRun {
    await CommandRun(
      arguments: [
        "archive", "add", "\(place.path)/数据", "--store", store, "--key", key, "--user", "张三", "--formats",
        "html",
      ] + more)
  }

  private func makeKey() async { _ = await CommandRun("archive", "key", "init", "--key", key) }

  private func object() throws -> ArchivedObject {
    try #require(try ArchiveStore(at: store).objects().first)
  }

  @Test func `a year goes in, equal content does nothing, an amendment says which figures changed`()
    async throws
  {
    await makeKey()
    let first = await add("--message", "审定后归档")
    #expect(first.status == .done, "\(first.errors)")
    #expect(first.errors.contains("第 1 版已封存") && first.errors.contains("链头："))
    let version = try object().head
    #expect(version.user == "张三" && version.message == "审定后归档")
    #expect(version.files(below: VersionContents.inputs).count == TinyCounty.tables.count)
    for path in [
      VersionContents.plan, VersionContents.results, VersionContents.documentList, VersionContents.build,
      VersionContents.premis, VersionContents.listWorkbook, VersionContents.listPage, "documents/index.json",
      "templates/theme.yaml",
    ] { #expect(version.file(at: path) != nil, "\(path)") }

    let again = await add()
    #expect(again.status == .done && again.errors.contains("与第 1 版内容相同"), "\(again.errors)")
    #expect(try object().versions.count == 1)

    try raiseOneScore()
    let amended = await add("--message", "更正互评")
    #expect(amended.status == .done, "\(amended.errors)")
    #expect(amended.output.contains("互评：") && amended.output.contains(" → "))
    #expect(try object().head.message.contains("更正互评。改动："))
    let premis = try text(of: VersionContents.premis)
    #expect(premis.contains("<eventType>sealing</eventType>") && premis.contains("改动："))
    try await takeOut()
    try await renderAgain()
    try await verify()
  }

  /// Every stored file, and version 1 as it was.
  private func takeOut() async throws {
    let run = await archive("restore", "2022", "--version", "1", "--to", "\(place.path)/取出")
    #expect(run.status == .done, "\(run.errors)")
    for table in TinyCounty.tables {
      #expect(try place.text(of: "取出/inputs/\(table.name).csv") == table.text)
    }
    let again = await archive("restore", "2022", "--to", "\(place.path)/取出")
    #expect(again.status == .couldNotRun && again.errors.contains("里已有东西"))
    let listed = await archive("list", "--json")
    #expect(listed.output.contains("\"versions\" : 2"))
    let shown = await archive("show", "2022")
    #expect(shown.output.contains("班子述职报告") && shown.output.contains("0012-WS·2023-D30-KH-"))
    let unknown = await archive("show", "1999")
    #expect(unknown.status == .couldNotRun && unknown.errors.contains("有这些：清和县 2022"))
  }

  /// The stored documents are gone, and come again from the rest.
  private func renderAgain() async throws {
    let folder = "\(store)/ocfl"
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder)
    where path.hasSuffix("班子述职报告.html") { try FileManager.default.removeItem(atPath: "\(folder)/\(path)") }
    let run = await archive("rebuild-documents", "2022", "--version", "1")
    #expect(run.status == .done, "\(run.output)\(run.errors)")
    #expect(run.errors.contains("不同 0 个，现在不生成 0 个，当年没有 0 个"))
  }

  /// What was removed is named.
  private func verify() async throws {
    let run = await archive("verify")
    #expect(run.status == .faultsFound)
    #expect(run.output.contains("真实性　通过") && run.output.contains("完整性　发现"))
    #expect(run.output.contains("班子述职报告.html」不见了"))
  }

  @Test func `a year with errors is refused at the user's own places`() async throws {
    await makeKey()
    try place.write("单位编号\n", to: "数据/互评.csv")
    let run = await add()
    #expect(run.status == .faultsFound)
    #expect(run.errors.contains("数据!互评!") && run.errors.contains("没有归档"))
    #expect(!FileManager.default.fileExists(atPath: store))
  }

  @Test func `without a key nothing is done, and the remedy is told`() async {
    let run = await add()
    #expect(run.status == .couldNotRun)
    #expect(run.errors.contains("没有封存密钥") && run.errors.contains("baton archive key init"))
  }

  @Test func `a key is for its owner alone, may have a passphrase, and is never overwritten`() async throws {
    try place.write("口令\n", to: "口令")
    let made = await CommandRun(
      "archive", "key", "init", "--key", key, "--passphrase-file", "\(place.path)/口令")
    #expect(made.status == .done, "\(made.errors)")
    let mode = try FileManager.default.attributesOfItem(atPath: key)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try place.text(of: "密钥.pem").contains("ENCRYPTED"))
    let again = await CommandRun("archive", "key", "init", "--key", key)
    #expect(again.status == .couldNotRun && again.errors.contains("已经有了"))
    try place.write("错的\n", to: "错口令")
    let wrong = await add("--passphrase-file", "\(place.path)/错口令")
    #expect(wrong.status == .couldNotRun && wrong.errors.contains("bad-key"))
  }

  private func text(of path: String) throws -> String {
    let object = try object()
    let file = try #require(object.head.file(at: path))
    return String(decoding: try object.bytes(of: file), as: UTF8.self)
  }

  /// One peer's score, moved by a point.
  private func raiseOneScore() throws {
    var lines = try place.text(of: "数据/互评.csv").split(separator: "\n", omittingEmptySubsequences: false)
    let column = try #require(lines[0].split(separator: ",").firstIndex { $0.hasPrefix("得分") })
    var cells = lines[1].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let score = try #require(Double(cells[column]))
    cells[column] = String(score > 90 ? score - 7 : score + 7)
    lines[1] = Substring(cells.joined(separator: ","))
    try place.write(lines.joined(separator: "\n"), to: "数据/互评.csv")
  }
}

/// A small county without a fault.
private enum TinyCounty {
  static let tables = SampleCounty(seed: 7, countyName: "清和县", groupCount: 3, unitCount: 20).tables().map {
    (name: $0.name, text: String(decoding: $0.csv, as: UTF8.self))
  }
}
