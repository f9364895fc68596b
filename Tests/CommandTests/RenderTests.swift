// `render`: any template, any data.

import Foundation
import TestSupport
import Testing

@testable import baton

@Suite struct `The render command` {
  private let place: TemporaryFolder

  init() throws {
    place = try TemporaryFolder()
    try place.write(#"{"名": "甲<乙>", "数": [1, 2]}"#, to: "a.json")
    try place.write("名: 甲<乙>\n数: [1, 0x2]\n日: 2022-12-31\n", to: "a.yaml")
    try place.write("{{ 名 }}：{% for 一 in 数 %}{{ 一 }};{% endfor %}\n", to: "t.txt")
    try place.write("<p>{% include 'part.html' %}</p>", to: "t.html")
    try place.write("<b>{{ 名 }}</b>", to: "part.html")
    try place.write("<r n=\"{{ 名 }}\">{% for 一 in 数 %}<i>{{ 一 }}</i>{% endfor %}</r>", to: "t.xml")
  }

  private func render(_ template: String, _ arguments: String...) async -> CommandRun {
    await CommandRun(
      arguments: ["render", "\(place.path)/\(template)", "--data", "\(place.path)/a.json"] + arguments)
  }

  @Test func `treats any file as plain Jinja`() async {
    let run = await render("t.txt")
    #expect(run.status == .done)
    #expect(run.output == "甲<乙>：1;2;")
    #expect(await render("t.txt", "--autoescape", "--keep-trailing-newline").output == "甲&lt;乙&gt;：1;2;\n")
  }

  @Test func `reads YAML too`() async {
    let run = await CommandRun("render", "\(place.path)/t.txt", "--data", "\(place.path)/a.yaml")
    #expect(run.output == "甲<乙>：1;2;")
  }

  @Test func `makes pages and XML well-formed whatever the data, and finds templates beside`() async {
    #expect(await render("t.html").output.contains("<p><b>甲&lt;乙&gt;</b></p>"))
    #expect(await render("t.xml").output == #"<r n="甲&lt;乙&gt;"><i>1</i><i>2</i></r>"#)
  }

  @Test(arguments: [("out.docx", "PK"), ("out.xml", "<?xml"), ("out.html", "<p>")])
  func `goes by the output's name`(file: String, start: String) async throws {
    let run = await render("t.html", "--output", "\(place.path)/\(file)")
    #expect(run.status == .done, "\(run.errors)")
    #expect(run.output.isEmpty)
    let bytes = try #require(FileManager.default.contents(atPath: "\(place.path)/\(file)"))
    #expect(String(decoding: bytes.prefix(200), as: UTF8.self).contains(start))
  }

  @Test func `obeys the mode for names that aren't there`() async throws {
    try place.write("[{{ 没有 }}]", to: "u.txt")
    #expect(await render("u.txt").output == "[]")
    #expect(await render("u.txt", "--undefined", "debug").output == "[{{ 没有 }}]")
    let strict = await render("u.txt", "--undefined", "strict")
    #expect(strict.status == .faultsFound)
    #expect(strict.errors.contains("u.txt:1:"))
  }

  @Test func `writes no file where the template has a fault`() async throws {
    try place.write("<p>{{ 名|没有的 }}</p>", to: "bad.html")
    let run = await render("bad.html", "--output", "\(place.path)/out.docx")
    #expect(run.status == .faultsFound)
    #expect(run.errors.contains("bad.html:1:"))
    #expect(try !place.entries().contains("out.docx"))
  }

  @Test func `lets no template reach outside its folder`() async throws {
    try place.write("{% include '../a.json' %}", to: "sub/t.txt")
    let run = await render("sub/t.txt")
    #expect(run.status == .faultsFound)
  }
}
