import BatonDiagnostics
import Testing

@Suite struct DiagnosticTextTests {
  @Test func `a range shows its line, a marker as wide as the words, and the remedy`() {
    let text = "<p>x</p>\n<h1>{{ 单位.单位全程 }}</h1>\n"
    let source = Source(name: "feedback.html", text: text)
    let prefix = "<p>x</p>\n<h1>{{ 单位."
    let start = prefix.utf8.count
    let fault = Diagnostic(
      "unknown-field", .error, "没有字段「单位.单位全程」", at: .range(source, SourceRange(start, start + 12)),
      help: "是不是想写「单位全称」？")
    #expect(
      fault.text == """
        feedback.html:2:15: 错误：没有字段「单位.单位全程」 [unknown-field]
        2 | <h1>{{ 单位.单位全程 }}</h1>
          |             ^^^^^^^^ 是不是想写「单位全称」？
        """)
  }

  @Test func `a range over several lines is marked to the end of its first`() {
    let source = Source(name: "a", text: "ab\ncd")
    let fault = Diagnostic("x", .warning, "跨行", at: .range(source, SourceRange(1, 5)))
    #expect(fault.text == "a:1:2: 警告：跨行 [x]\n1 | ab\n  |  ^")
  }

  @Test func `a cell is written file, sheet, cell, and the remedy stands below`() {
    let fault = Diagnostic(
      "out-of-range", .error, "得分「101」大于 100", at: .cell(file: "年度数据.xlsx", sheet: "平时分数", cell: "D14"),
      help: "改为 0～100 的数")
    #expect(fault.text == "年度数据.xlsx!平时分数!D14: 错误：得分「101」大于 100 [out-of-range]\n  改为 0～100 的数")
  }

  @Test func `a note has its own place and excerpt`() {
    let source = Source(name: "m.html", text: "{% macro a() %}")
    let fault = Diagnostic(
      "wrong-kind", .error, "表格里只能放行", notes: [.init("宏在这里", at: .range(source, SourceRange(9, 10)))])
    #expect(
      fault.text == """
        错误：表格里只能放行 [wrong-kind]
        m.html:1:10: 说明：宏在这里
        1 | {% macro a() %}
          |          ^
        """)
  }
}
