// The page: one file with everything in it.

import BatonDiagnostics
import BatonDocument
import BatonOffice
import BatonTemplate
import Testing

@Suite struct PageTests {
  private func page(_ template: String) throws -> String {
    let environment = DocumentEnvironment(
      loader: DictionaryLoader(["t.html": template]), theme: try theme)
    let bytes = try environment.template(named: "t.html", for: [.html])
      .render(.empty, as: .html, properties: DocumentProperties(title: "题名", unit: "县委"))
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `a page says its language and brings its style sheet`() throws {
    let text = try page("<!DOCTYPE html>\n<html><head><title>题</title></head><body><p>文</p></body></html>")
    #expect(
      text.hasPrefix(
        #"<!DOCTYPE html>\#n<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport""#))
    #expect(text.contains(try theme.styleSheet))
    #expect(text.hasSuffix("</style><title>题</title></head><body><p>文</p></body></html>"))
  }

  @Test func `header cells say what they are for, columns how wide they are`() throws {
    let text = try page(
      #"<table><colgroup><col width="20mm"/><col/></colgroup><thead><tr><th>甲</th></tr></thead>"#
        + #"<tr><th>乙</th><td>丙</td></tr><tr><th scope="col">丁</th><td/></tr></table>"#)
    #expect(text.contains(#"<col style="width:20mm"><col></colgroup>"#))
    #expect(text.contains(#"<th scope="col">甲</th>"#))
    #expect(text.contains(#"<th scope="row">乙</th>"#))
    #expect(text.contains(#"<th scope="col">丁</th>"#))
  }

  @Test func `a document of the same values is the same bytes`() throws {
    let environment = DocumentEnvironment(
      loader: DictionaryLoader(["t.html": "<h1>题</h1><ol><li>一</li></ol>"]), theme: try theme)
    let template = try environment.template(named: "t.html")
    let properties = DocumentProperties(
      title: "题", unit: "县委", created: DocumentProperties.Day(year: 2023, month: 1, day: 9))
    var renderer = DocumentRenderer(environment)
    let first = try renderer.render(template, .empty, as: DocumentFormat.allCases, properties: properties)
    let second = try renderer.render(template, .empty, as: DocumentFormat.allCases, properties: properties)
    #expect(first == second)
    #expect(first.count == 3)
  }

  @Test func `a link that runs something is refused`() throws {
    let environment = DocumentEnvironment(
      loader: DictionaryLoader(["t.html": #"<p><a href="{{ 'javascript:x' }}">甲</a></p>"#]), theme: try theme)
    let error = #expect(throws: DocumentError.self) {
      try environment.template(named: "t.html", for: [.docx])
        .render(.empty, as: .docx, properties: DocumentProperties(title: "", unit: ""))
    }
    #expect(error?.diagnostics.map(\.id) == ["bad-url"])
  }

  @Test func `macros of other templates keep their kinds whatever their sources are called`() throws {
    let environment = DocumentEnvironment(loader: FolderLoader(), theme: try theme)
    let bytes = try environment.template(named: "t.html", for: [.flatOPC])
      .render(.empty, as: .flatOPC, properties: DocumentProperties(title: "", unit: ""))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains(#"</w:t></w:r><w:r><w:rPr><w:rStyle w:val="缺"/>"#))
    #expect(!text.contains(#"preserve"><w:r>"#))
  }
}

/// Sources are called by their folder, names are not.
private struct FolderLoader: Loader {
  private let texts = [
    "t.html": #"{% from "m.html" import 或缺 %}<p>甲{{ 或缺(1) }}</p>"#,
    "m.html":
      #"{% macro 或缺(x) %}{% if x %}{{ 缺() }}{% endif %}{% endmacro %}"#
      + #"{% macro 缺() %}<span class="缺">（缺）</span>{% endmacro %}"#,
  ]

  func source(named name: String) throws(TemplateError) -> Source? {
    texts[name].map { Source(name: "Templates/\(name)", text: $0) }
  }
}
