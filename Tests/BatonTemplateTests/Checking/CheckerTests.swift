import BatonDiagnostics
import Testing

@testable import BatonTemplate

/// Checks templates given by name, the first being the main one.
private func check(
  _ templates: KeyValuePairs<String, String>, against fields: DataShape.Fields?
) throws -> TemplateReport {
  var trees: [String: Checker.Tree] = [:]
  for (name, text) in templates {
    let source = Source(name: name, text: text)
    let nodes = try XMLTemplate(parsing: source, vocabulary: .xhtml).nodes
    trees[name] = Checker.Tree(source: source, nodes: nodes)
  }
  return Checker.check(try #require(templates.first).key, against: fields) { trees[$0] }
}

/// `id: the marked words` of each finding.
private func findings(_ text: String, _ fields: DataShape.Fields) throws -> [String] {
  try check(["a.html": text], against: fields).diagnostics.map { diagnostic in
    guard case .range(let source, let range) = diagnostic.place else { return diagnostic.id }
    return "\(diagnostic.id): \(source.text(in: range))"
  }
}

@Suite struct CheckerTests {
  static let unit: DataShape.Fields = [
    "单位全称": .text, "年度": .integer, "备注": .optional(.text), "得分": .number,
    "指标": .list(of: .record(["名称": .text, "目标值": .optional(.numberOrText), "子项": .list(of: .text)])),
    "实地考核": .optional(.record(["进驻日期": .date, "离开日期": .optional(.date)])),
  ]

  @Test(arguments: [
    "<p>{{ 单位全称 }}{{ 年度 + 1 }}</p>",
    "<p>{% if 备注 %}{{ 备注 }}{% endif %}</p>",
    "<p>{{ 备注|default('无') }}</p>",
    "<p>{{ 备注 if 备注 is not none }}</p>",
    "<p>{% if 备注 is none %}（缺）{% else %}{{ 备注 }}{% endif %}</p>",
    "<p>{% if not 备注 %}无{% elif 年度 > 2000 %}{{ 备注 }}{% endif %}</p>",
    "<p>{% if 实地考核 and 实地考核.离开日期 %}{{ 实地考核.离开日期 }}{% endif %}</p>",
    "{% for 行 in 指标 %}<p>{{ loop.index }}{{ 行.名称 }}{{ 行.子项|join('、') }}</p>{% endfor %}",
    "{% for 行 in 指标 if 行.目标值 is not none %}<p>{{ 行.目标值 }}</p>{% endfor %}",
    "<p>{% if 指标 %}{{ 指标[0].名称 }}{{ (指标|first).名称 }}{% endif %}</p>",
    "<p>{% set 数 = 指标|length %}{{ 数 }}</p>",
    "{% macro 或缺(值) %}{% if 值 is none %}缺{% else %}{{ 值 }}{% endif %}{% endmacro %}<p>{{ 或缺(备注) }}</p>",
    "<p>{% set ns = namespace(数=0) %}{% for 行 in 指标 %}{% set ns.数 = ns.数 + 1 %}{% endfor %}{{ ns.数 }}</p>",
    "<p>{{ 指标|map(attribute='名称')|join('、') }}</p>",
    "<p>{% if 没有的 is defined %}{{ 没有的 }}{% endif %}</p>",
    "<p>{{ 单位全称.strip() }}{% for 段 in 单位全称.splitlines() %}{{ 段 }}{% endfor %}</p>",
  ])
  func `what holds for every value of the shape has no finding`(text: String) throws {
    #expect(try findings(text, Self.unit) == [])
  }

  @Test(arguments: [
    ("<p>{{ 单位全程 }}</p>", "unknown-field: 单位全程"),
    ("{% for 行 in 指标 %}<p>{{ 行.名字 }}</p>{% endfor %}", "unknown-field: 名字"),
    ("<p>{{ 备注 }}</p>", "maybe-missing: 备注"),
    ("<p>{{ 备注|upper }}</p>", "maybe-missing: 备注"),
    ("<p>{{ '附：' ~ 备注 }}</p>", "maybe-missing: 备注"),
    ("<p>{{ 实地考核.进驻日期 }}</p>", "maybe-missing: 实地考核"),
    ("<p>{% if 实地考核 %}{{ 实地考核.离开日期 }}{% endif %}</p>", "maybe-missing: 实地考核.离开日期"),
    ("{% for 字 in 得分 %}<p>{{ 字 }}</p>{% endfor %}", "not-iterable: 得分"),
    ("{% for 字 in 单位全称 %}<p>{{ 字 }}</p>{% endfor %}", "not-iterable: 单位全称"),
    ("<p>{{ 指标 }}</p>", "not-printable: 指标"),
    ("<p>{{ 指标[0].名称 }}</p>", "maybe-missing: 指标[0]"),
    ("<p>{% set 首 = 指标|first %}{{ 首.名称 }}</p>", "maybe-missing: 首"),
    ("<p>{{ 单位全称|大些 }}</p>", "unknown-filter: 大些"),
    ("<p>{% if 年度 is 奇 %}x{% endif %}</p>", "unknown-test: 奇"),
    ("<p>{{ 单位全称.名称 }}</p>", "unknown-field: 名称"),
    ("<p>{{ 单位全称() }}</p>", "not-callable: 单位全称"),
    ("<p>{{ loop.index }}</p>", "unknown-field: loop"),
    ("{% for 行 in 指标 %}<p>{{ loop.indx }}</p>{% endfor %}", "unknown-field: indx"),
    ("{% macro 宏(值) %}{{ 值 }}{% endmacro %}<p>{{ 宏(备注) }}</p>", "maybe-missing: 值"),
    ("{% macro 宏(值) %}{{ 值 }}{% endmacro %}<p>{{ 宏() }}</p>", "wrong-arity: 宏()"),
    ("{% macro 宏(值) %}{{ 值 }}{% endmacro %}<p>{{ 宏(1, 2) }}</p>", "wrong-arity: 宏(1, 2)"),
    ("{% macro 宏(值) %}{{ 值.甲 }}{{ 没有 }}{% endmacro %}<p>x</p>", "unknown-field: 没有"),
    ("<p>{% if 年度 %}{% set 甲 = 1 %}{% endif %}{{ 甲 }}</p>", "maybe-missing: 甲"),
    ("<p>{{ 指标|map(attribute='名字')|join }}</p>", "unknown-field: '名字'"),
    ("{% include '没有.html' %}", "unknown-template: '没有.html'"),
  ])
  func `what fails for some value of the shape is found at its place`(text: String, finding: String) throws {
    #expect(try findings(text, Self.unit) == [finding])
  }

  @Test func `a slip is answered with what was probably meant`() throws {
    let report = try check(["a.html": "<p>{{ 单位全程 }}</p>"], against: Self.unit)
    #expect(report.diagnostics.first?.help == "是不是想写「单位全称」？")
  }

  @Test func `a macro's fault names the call that brings it about`() throws {
    let report = try check(
      ["a.html": "{% macro 宏(值) %}{{ 值 }}{% endmacro %}<p>{{ 宏(年度) }}{{ 宏(备注) }}</p>"], against: Self.unit)
    let fault = try #require(report.diagnostics.first)
    #expect(report.diagnostics.count == 1)
    guard case .range(let source, let range) = try #require(fault.notes.first).place else {
      Issue.record("no place")
      return
    }
    #expect(source.text(in: range) == "宏(备注)")
  }

  @Test func `inherited, included and imported templates are checked with the data they see`() throws {
    let report = try check(
      [
        "a.html":
          "{% extends 'layout.html' %}{% from 'macros.html' import 行文 %}{% block 正文 %}<p>{{ 行文(备注) }}</p>{% include 'part.html' %}{% endblock %}",
        "layout.html": "<body><h1>{{ 题名 }}</h1>{% block 正文 %}<p>{{ 不印的 }}</p>{% endblock %}</body>",
        "macros.html":
          "{% macro 行文(值) %}{{ 缺(值) }}{% endmacro %}{% macro 缺(值) %}{{ 值|default('缺', true) }}{{ 年度 }}{% endmacro %}",
        "part.html": "<p>{{ 单位全称 }}{{ 单位简称 }}</p>",
      ], against: Self.unit)
    let places = report.diagnostics.map { diagnostic in
      guard case .range(let source, let range) = diagnostic.place else { return diagnostic.id }
      return "\(source.name): \(source.text(in: range))"
    }
    #expect(places == ["layout.html: 题名", "macros.html: 年度", "part.html: 单位简称"])
  }

  @Test func `every use of a field is listed with its path and verdict`() throws {
    let report = try check(
      [
        "a.html":
          "<p>{{ 年度 }}{% for 行 in 指标 %}{{ 行.名称 }}{{ 行.错 }}{% endfor %}{% if 备注 %}{{ 备注 }}{% endif %}</p>"
      ],
      against: Self.unit)
    let uses = report.uses.map { "\($0.path) \($0.verdict.rawValue)\($0.isOptional ? " optional" : "")" }
    #expect(
      uses == [
        "年度 proved", "指标 proved", "指标[].名称 proved", "指标[].错 wrong", "备注 proved optional",
        "备注 proved optional",
      ])
  }

  @Test func `without a shape every field is listed as unknown and nothing is wrong`() throws {
    let report = try check(
      ["a.html": "<p>{{ u.name }}{% for x in u.xs %}{{ x }}{% endfor %}</p>"], against: nil)
    #expect(report.isClean)
    #expect(report.uses.map(\.path) == ["u", "u.name", "u", "u.xs"])
    #expect(report.uses.allSatisfy { $0.verdict == .unknown })
  }
}
