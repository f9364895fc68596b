// `check` on one template: against a schema, strictly, and with the templates it names.

import TestSupport
import Testing

@testable import baton

@Suite struct `The check command on a template` {
  private let place: TemporaryFolder

  init() throws {
    place = try TemporaryFolder()
    try place.write(
      #"{"properties": {"单位": {"type": "string"}, "附件": {}}, "required": ["单位", "附件"]}"#, to: "数据.json")
  }

  private func check(_ template: String, _ arguments: String...) async throws -> CommandRun {
    try place.write(template, to: "模板.html")
    return await CommandRun(arguments: ["check", "\(place.path)/模板.html"] + arguments)
  }

  private var schema: String { "\(place.path)/数据.json" }

  @Test func `without a schema finds what is wrong whatever the data`() async throws {
    let run = try await check("<p>{{ 单位|大写 }}</p>")
    #expect(run.status == .faultsFound)
    #expect(run.errors.contains("模板.html:1:14: 错误：没有「大写」这个过滤器 [unknown-filter]"))
    #expect(run.errors.hasSuffix("错误 1 条\n"))
  }

  @Test func `with a schema names the field that is not there`() async throws {
    let run = try await check("<p>{{ 单位名 }}</p>", "--schema", schema)
    #expect(run.status == .faultsFound)
    #expect(run.errors.contains("没有字段「单位名」 [unknown-field]"))
    #expect(run.errors.contains("是不是想写「单位」？"))
  }

  @Test func `ends with 0 where everything is proved`() async throws {
    let run = try await check("<p>{{ 单位 }}</p>", "--schema", schema, "--strict")
    #expect(run.status == .done)
    #expect(run.errors == "没有错误，不能断定 0 处\n")
  }

  @Test func `lists what the schema can't tell`() async throws {
    let run = try await check("<p>{{ 附件 }}</p>", "--schema", schema)
    #expect(run.status == .done)
    #expect(run.errors.contains("提示：不能断定「附件」：不知道它是什么 [unproved]"))
    #expect(run.errors.hasSuffix("没有错误，不能断定 1 处\n"))
  }

  @Test func `takes what can't be told for an error where it is to be strict`() async throws {
    let run = try await check("<p>{{ 附件 }}</p>", "--schema", schema, "--strict")
    #expect(run.status == .faultsFound)
    #expect(run.errors.contains("错误：不能断定「附件」：不知道它是什么 [unproved]"))
  }

  @Test func `finds the other templates in the folder that is named`() async throws {
    try place.write("<p>{{ 单位名 }}</p>", to: "共用/页脚.html")
    let run = try await check(
      "<div>{% include \"页脚.html\" %}</div>", "--schema", schema, "--templates", "\(place.path)/共用")
    #expect(run.status == .faultsFound)
    #expect(run.errors.contains("共用/页脚.html:1:7: 错误：没有字段「单位名」"))
  }

  @Test func `points at the fault of a schema`() async throws {
    try place.write(#"{"properties": {"单位": {"type": "strin"}}}"#, to: "坏.json")
    let run = try await check("<p>{{ 单位 }}</p>", "--schema", "\(place.path)/坏.json")
    #expect(run.status == .faultsFound)
    #expect(run.errors.contains("坏.json:1:"))
    #expect(run.errors.contains("[bad-schema]"))
  }
}

@Suite struct `The check and explain commands on a Word template` {
  private let place: TemporaryFolder
  private var template: String { "\(place.path)/通知.docx" }

  /// A Word file with tags in it, as a person would type them.
  private func write(_ body: String) async throws {
    try place.write("{}", to: "空.json")
    try place.write("{% raw %}\(body){% endraw %}", to: "样张.html")
    let run = await CommandRun(
      "render", "\(place.path)/样张.html", "--data", "\(place.path)/空.json", "--output", template)
    #expect(run.status == .done, "\(run.errors)")
  }

  init() throws { place = try TemporaryFolder() }

  @Test func `explain names every field, whether it is required, and the words of its paragraph`()
    async throws
  {
    try await write("<p>致{{ 单位 }}：</p><p>{% if 备注 %}备注：{{ 备注 }}{% endif %}</p>")
    let run = await CommandRun("explain", template)
    #expect(run.status == .done, "\(run.errors)")
    #expect(
      run.output == """
        单位\t必须有\t\(template) 第 1 段「致{{ 单位 }}：」
        备注\t可以没有\t\(template) 第 2 段「{% if 备注 %}备注：{{…」
        备注\t可以没有\t\(template) 第 2 段「{% if 备注 %}备注：{{…」

        """)
  }

  @Test func `explain --tree prints the lifted tree`() async throws {
    try await write("<table><tr><td>{% for x in xs %}{{ x }}</td><td>乙{% endfor %}</td></tr></table>")
    let run = await CommandRun("explain", "--tree", template)
    #expect(run.status == .done, "\(run.errors)")
    #expect(!run.output.contains("@style"), "what the program notes for itself is not shown")
    let lines = run.output.split(separator: "\n").map { $0.trimmingPrefix { $0 == " " } }
    let loop = try #require(lines.firstIndex(of: "{% for x in xs %}"))
    #expect(lines[loop + 1].hasPrefix("<w:tr>: row"), "\(lines[loop + 1])")
  }

  @Test func `check points at the paragraph`() async throws {
    try place.write(#"{"properties": {"单位": {"type": "string"}}, "required": ["单位"]}"#, to: "数据.json")
    try await write("<p>事由</p><p>致{{ 单位名 }}：</p>")
    let run = await CommandRun("check", template, "--schema", "\(place.path)/数据.json")
    #expect(run.status == .faultsFound)
    #expect(run.errors.contains("通知.docx 第 2 段「致{{ 单位名 }}：」: 错误：没有字段「单位名」 [unknown-field]"))
  }
}

@Suite struct `The explain command on other templates` {
  private let place: TemporaryFolder

  init() throws { place = try TemporaryFolder() }

  @Test(arguments: ["单.txt", "单.xml"])
  func `fields are listed whatever the template is written in`(name: String) async throws {
    try place.write("<a>{{ 单位.简称 }}{% for x in 名单 if x.在编 is defined %}{{ x.姓名 }}{% endfor %}</a>", to: name)
    let path = "\(place.path)/\(name)"
    let run = await CommandRun("explain", path)
    #expect(run.status == .done)
    #expect(
      run.output == """
        单位\t必须有\t\(path):1:7
        单位.简称\t必须有\t\(path):1:14
        名单\t必须有\t\(path):1:35
        x.在编\t可以没有\t\(path):1:47
        x.姓名\t必须有\t\(path):1:72

        """)
  }

  @Test func `the tree of a text template shows its blocks`() async throws {
    try place.write("{% if a %}甲{% endif %}", to: "a.txt")
    let run = await CommandRun("explain", "--tree", "\(place.path)/a.txt")
    #expect(run.output == "{% if a %}\n  \"甲\"\n")
  }

  @Test func `what Word can't show is no fault of a page`() async throws {
    try place.write("<p>甲</p><details><p>乙</p></details>", to: "页.html")
    let path = "\(place.path)/页.html"
    #expect(await CommandRun("check", path).errors.contains("[not-in-word]"))
    #expect(await CommandRun("check", path, "--format", "html").status == .done)
  }
}
