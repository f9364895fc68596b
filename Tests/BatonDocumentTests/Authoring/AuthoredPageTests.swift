// The page of a template written in Word.

import BatonDiagnostics
import BatonOffice
import BatonTemplate
import Testing

@testable import BatonDocument

@Suite struct `Pages of templates written in Word` {
  private func page(_ file: WordFile) throws -> (body: String, listed: [Diagnostic]) {
    let environment = DocumentEnvironment(
      loader: FileLoader(files: ["通知.docx": try file.bytes]), theme: try theme)
    let template = try environment.template(named: "通知.docx", for: [.html])
    let bytes = try template.render(
      Rendered.values(), as: .html, properties: DocumentProperties(title: "", unit: ""))
    let text = String(decoding: bytes, as: UTF8.self)
    let start = try #require(text.range(of: "<body>"))
    let end = try #require(text.range(of: "</body>"))
    return (String(text[start.upperBound..<end.lowerBound]), template.warnings)
  }

  @Test(arguments: [
    (
      WordFile.p(
        "<w:r><w:rPr><w:b/><w:i w:val=\"0\"/></w:rPr><w:t>甲{{ x }}</w:t></w:r>", "乙",
        properties: "<w:pPr><w:jc w:val=\"center\"/></w:pPr>"),
      "<p style=\"text-align:center\"><b>甲值</b>乙</p>"
    ),
    (
      WordFile.p("{% for y in xs %}") + WordFile.p("{{ y }}{% endfor %}") + WordFile.p("{{ m }}"),
      "<p>甲</p><p>乙</p><p>一<br>二\t三</p>"
    ),
    (
      WordFile.table(
        [WordFile.p("{%tr for y in xs %}")], [WordFile.p("{{ y }}")], [WordFile.p("{%tr endfor %}")]),
      "<table><tbody><tr><td><p>甲</p></td></tr><tr><td><p>乙</p></td></tr></tbody></table>"
    ),
    (
      "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>\(WordFile.p("高"))</w:tc><w:tc>"
        + "\(WordFile.p("一"))</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc>"
        + "\(WordFile.p("二"))</w:tc></w:tr></w:tbl>",
      "<table><tbody><tr><td rowspan=\"2\"><p>高</p></td><td><p>一</p></td></tr><tr><td><p>二</p></td></tr></tbody></table>"
    ),
  ])
  func `say in XHTML what the template says`(body: String, expected: String) throws {
    #expect(try page(WordFile(body)).body == expected)
  }

  @Test func `what has no counterpart is listed, and no text is left out`() throws {
    let box = "<w:r><w:pict><w:txbxContent>\(WordFile.p("框里{{ x }}"))</w:txbxContent></w:pict></w:r>"
    let list = "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
    let (body, listed) = try page(WordFile(WordFile.p("前", box, properties: list)))
    #expect(body == "<p>前</p><div><p>框里值</p></div>")
    #expect(listed.map(\.id) == ["not-on-page"])
    #expect(listed.allSatisfy { $0.severity == .info })
    #expect(listed.first?.place.text == "通知.docx 第 1 段「前」")
  }

  @Test func `a page cannot hold what was written in Word`() throws {
    let environment = DocumentEnvironment(
      loader: FileLoader(files: [
        "页.html": Array("<p>{% include '通知.docx' %}</p>".utf8),
        "通知.docx": try WordFile(WordFile.p("甲")).bytes,
      ]), theme: try theme)
    #expect(environment.check("页.html", against: nil).diagnostics.map(\.id).contains("wrong-vocabulary"))
  }
}
