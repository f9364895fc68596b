// The examples of the documentation catalogues, compiled with what is public and run. `CatalogueTests` holds the
// catalogues to these lines.

import BatonDiagnostics
import BatonDocument
import BatonOffice
import BatonTemplate
import Testing

@Suite struct CatalogueExamples {
  @Test func `BatonTemplate: a text is rendered`() throws {
    let environment = Environment(loader: DictionaryLoader(["信.txt": "{{ 单位 }}：得分 {{ 得分|round(1) }}"]))
    let template = try environment.template(named: "信.txt")
    var reader = JSONReader()
    let data = try reader.document(from: Source(name: "数据.json", text: #"{"单位": "县财政局", "得分": 92.25}"#))
    var renderer = Renderer(environment)
    let letter = try renderer.render(template, data).text
    #expect(letter == "县财政局：得分 92.2")
  }

  @Test func `BatonTemplate: a page is rendered`() throws {
    // swift-format-ignore
    let pages = Environment.html(loader: DictionaryLoader([
      "名单.html": """
        <table><tr><th>单位</th><th>得分</th></tr>
        <tr><td>{% for u in 单位们 %}{{ u.名称 }}</td><td>{{ u.得分 }}{% endfor %}</td></tr></table>
        """
    ]))
    let table = try pages.template(named: "名单.html")
    struct Unit: Encodable {
      var 名称: String
      var 得分: Int
    }
    var encoder = ValueEncoder()
    let units = try encoder.document(encoding: ["单位们": [Unit(名称: "教育 & 体育局", 得分: 92)]])
    var printer = Renderer(pages)
    let page = try printer.render(table, units).text
    #expect(page.hasSuffix("<tr><td>教育 &amp; 体育局</td><td>92</td></tr></table>"))
    var text = ""
    do {
      _ = try pages.template(from: Source(name: "错.html", text: "<p>{{ 单位|大写 }}</p>"))
    } catch {
      text = error.diagnostics[0].text
    }
    #expect(text.contains("[unknown-filter]"))
  }

  @Test func `BatonTemplate: values stay exact`() throws {
    struct Report: Encodable {
      var unit: String
      var score: Decimal

      enum CodingKeys: String, CodingKey {
        case unit = "单位"
        case score = "得分"
      }
    }
    var encoder = ValueEncoder()
    let score = try #require(Decimal("92.345"))
    let report = try encoder.document(encoding: Report(unit: "县财政局", score: score))
    let halfUp = score.rounded(places: 2, .halfUp)
    let evenly = score.rounded(places: 2, .halfEven)
    let unit = report.value["单位"]?.text
    #expect(halfUp == Decimal("92.35"))
    #expect(evenly == Decimal("92.34"))
    #expect(unit == "县财政局")
  }

  @Test func `BatonTemplate: a template is checked`() throws {
    let templates = DictionaryLoader([
      "反馈.html": "<p>{{ 单位.全程 }}</p><p>{{ 备注 }}</p>{% for x in 问题 %}<p>{{ x }}</p>{% endfor %}"
    ])
    let environment = Environment.html(loader: templates, undefined: .strict)
    let shape: DataShape.Fields = [
      "单位": .record(["全称": .text]), "备注": .optional(.text), "问题": .list(of: .text),
    ]
    let report = environment.check("反馈.html", against: shape)
    let findings = report.diagnostics.map(\.text)
    #expect(findings.count == 2)
    #expect(findings.first?.contains("是不是想写「全称」？") == true)
    // swift-format-ignore
    let schema = Source(name: "数据.schema.json", text: """
      {"properties": {"单位": {"type": "string"}, "问题": {"type": "array", "items": {"type": "string"}}},
       "required": ["单位"]}
      """)
    let (fields, warnings) = try DataShape.Fields.reading(schema: schema)
    #expect(fields["单位"] == .text)
    #expect(fields["问题"] == .absentOr(.list(of: .text)))
    #expect(warnings.isEmpty)
    let needs = environment.check("反馈.html", against: nil).uses.map(\.path)
    #expect(needs == ["单位", "单位.全程", "备注", "问题"])
  }

  @Test func `BatonDocument: one template, three files`() throws {
    let theme = try theme
    let templates = DictionaryLoader(["通知.html": "<h1>通知</h1><p>{{ 单位 }}：请于{{ 日期|公文日期 }}前报送。</p>"])
    let environment = DocumentEnvironment(loader: templates, theme: theme)
    let template = try environment.template(named: "通知.html")
    var reader = JSONReader()
    let data = try reader.document(
      from: Source(name: "数据.json", text: #"{"单位": "县教育局", "日期": "2023-01-09"}"#))
    let properties = DocumentProperties(title: "通知", unit: "县委组织部")
    let page = try template.render(data, as: .html, properties: properties)
    let word = try template.render(data, as: .docx, properties: properties)
    var renderer = DocumentRenderer(environment)
    let files = try renderer.render(template, data, as: [.html, .docx, .flatOPC], properties: properties)
    let report = environment.check("通知.html", against: ["单位": .text, "日期": .date])
    #expect(String(decoding: page, as: UTF8.self).contains("县教育局：请于2023年1月9日前报送。"))
    #expect(files.count == 3 && files[0] == page && files[1] == word)
    #expect(report.isProved)
  }

  @Test func `BatonDiagnostics: a fault shows its place`() {
    let source = Source(name: "反馈.html", text: "<h1>{{ 单位.单位全程 }}</h1>")
    let fault = Diagnostic(
      "unknown-field", .error, "没有字段「单位.单位全程」", at: .range(source, SourceRange(14, 26)),
      help: "是不是想写「单位全称」？")
    let printed = fault.text
    #expect(
      printed == """
        反馈.html:1:15: 错误：没有字段「单位.单位全程」 [unknown-field]
        1 | <h1>{{ 单位.单位全程 }}</h1>
          |             ^^^^^^^^ 是不是想写「单位全称」？
        """)
  }
}
