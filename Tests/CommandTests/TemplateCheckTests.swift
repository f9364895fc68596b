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
