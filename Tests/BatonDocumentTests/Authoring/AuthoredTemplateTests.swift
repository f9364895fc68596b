// Templates written in Word: tags over runs, lifting, what vanishes, what is refused.

import BatonDiagnostics
import BatonOffice
import Testing

@testable import BatonDocument

@Suite struct `Templates written in Word` {
  typealias Row = (name: String, body: String, text: String)

  private static func p(_ runs: String) -> String { WordFile.p(runs) }

  static let rows: [Row] = [
    ("runs are cut", WordFile.p("前{% if a %}", "中", "{% endif %}后"), "前中后|"),
    (
      "what a cut leaves out takes its run along",
      WordFile.p("前{% if b %}", "<w:r><w:rPr><w:b/></w:rPr><w:t>中</w:t></w:r>", "{% endif %}后"), "前后|"
    ),
    ("a paragraph an item and no blank ones", p("{% for y in xs %}") + p("{{ y }}{% endfor %}"), "甲|乙|"),
    (
      "typographic quotes and dashes in tags are what was meant",
      p("{{ “是” if x == ‘值’ else 3 – 1 }}{{ “甲'乙” }}"), "是甲&#39;乙|"
    ),
    ("quotes in a plain string stay", p("{{ none2|default(\"“无”\") if false else \"“有”\" }}"), "“有”|"),
    ("line breaks and tabs of values", p("{{ m }}"), "一二三|"),
    (
      "docxtpl's rows",
      WordFile.table([p("头")], [p("{%tr for y in xs %}")], [p("{{ y }}")], [p("{%tr endfor %}")]), "头|甲|乙|"
    ),
    (
      "a block over all cells of a row covers the row",
      WordFile.table([p("头"), p("号")], [p("{% for y in xs %}{{ y }}"), p("{{ loop.index }}{% endfor %}")]),
      "头|号|甲|1|乙|2|"
    ),
    (
      "docxtpl's cells",
      WordFile.table([p("头"), p("{%tc for y in xs %}"), p("{{ y }}"), p("{%tc endfor %}")]), "头|甲|乙|"
    ),
    (
      "docxtpl's paragraphs",
      p("{%p for g in gs %}") + p("{{ g.t }}") + p("{%p for q in g.q %}") + p("{{ q }}") + p("{%p endfor %}")
        + p("{%p endfor %}"), "第一组|1|2|第二组|3|"
    ),
    ("docxtpl's runs", WordFile.p("甲", "{%r if b %}", "乙", "{%r endif %}", "丙"), "甲丙|"),
    (
      "deletions are not read, insertions are",
      WordFile.p(
        "<w:del w:id=\"1\" w:author=\"张\"><w:r><w:delText>{{ nope }}</w:delText></w:r></w:del>",
        "<w:ins w:id=\"2\" w:author=\"张\"><w:r><w:t>{{ x }}</w:t></w:r></w:ins>"), "值|"
    ),
    (
      "a paragraph of statements that print nothing is not there, one with a value is",
      p("{% if b %}文{% endif %}") + p("{{ '' }}"), "|"
    ),
    ("comments may span paragraphs", p("甲{# 注") + p("{{ nope( }}") + p("完 #}乙"), "甲|乙|"),
    ("raw may span paragraphs", p("{% raw %}{{ x }}") + p("{% y %}{% endraw %}"), "{{ x }}|{% y %}|"),
    (
      "a macro of characters prints in its run, one of paragraphs in place of one",
      p("{% macro k(v) %}【{{ v }}】{% endmacro %}") + p("A{{ k(x) }}B") + p("{% macro q(v) %}") + p("段{{ v }}")
        + p("{% endmacro %}") + p("{{ q(1) }}"), "A【值】B|段1|"
    ),
    ("trimmed tags join paragraphs", p("甲 ") + p("{%- if a %}乙{% endif -%}") + p(" 丙"), "甲乙丙|"),
    (
      "both copies of a text box are printed",
      WordFile.p(
        "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><w:txbxContent>"
          + p("{% for y in xs %}") + p("框{{ y }}") + p("{% endfor %}")
          + "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>" + p("{{ x }}")
          + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>") + p("下"),
      "框甲|框乙|值||下|"
    ),
    (
      "hidden text is left out, its statements are not",
      WordFile.p(
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>注：{% if a %}</w:t></w:r>", "显", "{% endif %}"), "显|"
    ),
    ("a loop in a run", p("共{% for y in xs %}{{ y }}、{% endfor %}完"), "共甲、乙、完|"),
    ("XML's own characters", p("{{ sp }}&lt;"), "&lt;&amp;&gt;&lt;|"),
  ]

  @Test(arguments: rows)
  func `say what they would say if their runs did not matter`(row: Row) throws {
    let rendered = try Rendered(WordFile(row.body), theme: theme)
    #expect(rendered.faults.map(\.text) == [], "\(row.name)")
    #expect(rendered.body.readText == row.text, "\(row.name)")
  }

  @Test func `a tag over runs is joined in the format of its first character`() throws {
    let file = WordFile(
      WordFile.p(
        "<w:r><w:rPr><w:b/></w:rPr><w:t>是{</w:t></w:r>", "<w:proofErr w:type=\"spellStart\"/>",
        "<w:r><w:t>{ x</w:t><w:lastRenderedPageBreak/><w:tab/></w:r>",
        "<w:bookmarkStart w:id=\"0\" w:name=\"q\"/>", "}",
        "}。", "<w:bookmarkEnd w:id=\"0\"/>"))
    #expect(
      try Rendered(file, theme: theme).body
        == "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">是值</w:t></w:r>"
        + "<w:bookmarkStart w:id=\"0\" w:name=\"q\"/><w:r><w:t>。</w:t></w:r><w:bookmarkEnd w:id=\"0\"/></w:p>"
    )
  }

  @Test func `values break lines and tab`() throws {
    #expect(
      try Rendered(WordFile(WordFile.p("{{ m }}")), theme: theme).body
        == "<w:p><w:r><w:t xml:space=\"preserve\">一</w:t><w:br/><w:t xml:space=\"preserve\">二</w:t><w:tab/>"
        + "<w:t xml:space=\"preserve\">三</w:t></w:r></w:p>")
  }

  @Test func `a cell keeps a paragraph and an empty table goes`() throws {
    let emptied = WordFile(WordFile.table([Self.p("{%p if b %}") + Self.p("x") + Self.p("{%p endif %}")]))
    #expect(
      try Rendered(emptied, theme: theme).body
        == "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>")
    let rowless = WordFile(
      WordFile.table([Self.p("{%tr for y in nil %}")], [Self.p("{{ y }}")], [Self.p("{%tr endfor %}")]))
    #expect(try Rendered(rowless, theme: theme).body.isEmpty)
  }

  @Test func `the end of a section is there whatever the data`() throws {
    let end = "<w:pPr><w:sectPr><w:type w:val=\"nextPage\"/></w:sectPr></w:pPr>"
    let file = WordFile(WordFile.p("{% if b %}文{% endif %}", properties: end))
    #expect(try Rendered(file, theme: theme).body.contains("<w:sectPr>"))
  }

  // MARK: Faults

  static let faultRows: [(body: String, fault: String)] = [
    (
      WordFile.table([p("头{% for y in xs %}"), p("{{ y }}{% endfor %}")]),
      """
      通知.docx 第 1 段「头{% for y in xs …」: 错误：「{% for %}」前面还有「头」，它会被一起重复 [block-cuts-cell]
      1 | 头{% for y in xs %}
        |   ^^^^^^^^^^^^^^^^^ 把标签放到「单元格」的最前面，或者放到它的外面
      通知.docx 第 1 段「头{% for y in xs …」: 说明：这里的「单元格」要么整个在标签之内，要么整个在外
      1 | 头{% for y in xs %}
        | ^
      """
    ),
    (
      p("好") + p("值 {{ x }"),
      """
      通知.docx 第 2 段「值 {{ x }」: 错误：标签没有结束 [syntax]
      2 | 值 {{ x }
        |    ^^ 在同一段里补上「}}」
      """
    ),
    (
      p("{#注"),
      """
      通知.docx 第 1 段「{#注」: 错误：注释没有结束 [syntax]
      1 | {#注
        | ^^ 补上「#}」
      """
    ),
    (
      WordFile.p("值 {{ ", "<w:r><w:drawing/></w:r>", "x }}"),
      """
      通知.docx 第 1 段「值 {{ x }}」: 错误：标签中间不能夹着图片、域或脚注 [markup-in-tag]
      1 | 值 {{ x }}
        |    ^^^^^^^ 把它移到标签外面
      """
    ),
    (
      WordFile.p(
        "{% if a %}", "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>", "{% endif %}",
        "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"),
      """
      通知.docx 第 1 段「{% if a %}{% end…」: 错误：标签把一个域切成了两半 [block-cuts-field]
      1 | {% if a %}{% endif %}
        | ^^^^^^^^^^ 把标签移到域（超链接、页码、引用）的外面
      """
    ),
    (
      p("{%p if a %}还有字") + p("x") + p("{%p endif %}"),
      """
      通知.docx 第 1 段「{%p if a %}还有字」: 错误：「{%p」会替换整个段落，里面还有别的内容 [content-beside-tag]
      1 | {%p if a %}还有字
        |            ^^^^^^ 把它移到别处，或去掉标签里的「p」
      """
    ),
    (
      p("甲")
        + WordFile.p(
          "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:txbxContent>"
            + p("{% set n = namespace(v=1) %}{% set n.v = 2 %}")
            + "</w:txbxContent></mc:Choice></mc:AlternateContent></w:r>"),
      """
      通知.docx 文本框第 1 段「{% set n = names…」: 错误：文本框、图形在文件里存了两份，这里的赋值会做两次 [effect-in-alternate]
      1 | {% set n = namespace(v=1) %}{% set n.v = 2 %}
        |                             ^^^^^^^^^^^^^^^^^ 把赋值移到文本框外面
      """
    ),
    (
      p("一") + p("值{{ x.没有.再 }}"),
      """
      通知.docx 第 2 段「值{{ x.没有.再 }}」: 错误：文字里没有「没有」 [undefined-value]
      """
    ),
  ]

  @Test(arguments: faultRows)
  func `show the paragraph that is at fault`(body: String, fault: String) throws {
    let faults = try Rendered(WordFile(body), theme: theme).faults.map(\.text).joined(separator: "\n")
    #expect(faults.hasPrefix(fault) || faults == fault, "\(faults)")
  }

  @Test func `a statement ends in the story in which it begins`() throws {
    let file = WordFile(
      Self.p("{% if a %}"),
      parts: [("header1.xml", "header", "<w:hdr \(WordFile.namespaces)>\(Self.p("眉{% endif %}"))</w:hdr>")])
    let fault = try #require(try Rendered(file, theme: theme).faults.first)
    #expect(fault.id == "block-across-parts")
    #expect(fault.place.text == "通知.docx 页眉（header1）第 1 段「眉{% endif %}」")
  }
}
