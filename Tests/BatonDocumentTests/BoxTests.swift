// Boxes and measures: what stands at a place of the paper, and what only the data measure.

import BatonDiagnostics
import BatonDocument
import BatonOffice
import BatonTemplate
import Foundation
import Testing

@Suite struct BoxTests {
  private func render(_ template: String, as format: DocumentFormat) throws -> String {
    let environment = DocumentEnvironment(loader: DictionaryLoader(["t.html": template]), theme: try theme)
    let bytes = try environment.template(named: "t.html", for: [format])
      .render(.empty, as: format, properties: DocumentProperties(title: "题", unit: "县委"))
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `a box is a text box that is anchored where the theme says`() throws {
    let text = try render(#"<p>文</p><div class="版记"><p class="抄送">抄送：县委。</p></div>"#, as: .flatOPC)
    #expect(
      text.contains(#"<mc:Choice xmlns:wps="\#(Namespace.wordprocessingShape)" Requires="wps"><w:drawing>"#))
    #expect(text.contains(#"<wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align></wp:positionV>"#))
    #expect(text.contains(#"<wp:docPr id="1" name="版记"/>"#))
    #expect(text.contains(#"<w:txbxContent><w:p><w:pPr><w:pStyle w:val="抄送"/></w:pPr>"#))
  }

  @Test func `on the page what stands at the foot has a copy that keeps its room and is not read`() throws {
    let page = try render(#"<p>文</p><div class="版记"><p id="a" class="抄送">抄送：县委。</p></div>"#, as: .html)
    #expect(
      page.contains(
        #"<div class="版记" aria-hidden="true"><p class="抄送">抄送：县委。</p></div>"#
          + #"<div class="版记"><p id="a" class="抄送">抄送：县委。</p></div>"#))
    let css = try theme.styleSheet
    #expect(css.contains("section.page>div.版记{position:absolute;bottom:0;left:0;right:0}"))
    #expect(css.contains("section.page:has(>div.版记)::after{content:\"\";display:block;margin-bottom:297mm}"))
    let word = try render(#"<p>文</p><div class="版记"><p class="抄送">抄送：县委。</p></div>"#, as: .flatOPC)
    #expect(word.components(separatedBy: "抄送：县委。").count - 1 == 1)
  }

  @Test func `a box in which nothing was printed is not there`() throws {
    let text = try render(
      #"<p>文</p><div class="眉首"><p class="密级">{% if false %}秘密{% endif %}</p></div>"#, as: .flatOPC)
    #expect(!text.contains(#"name="眉首""#))
  }

  @Test func `a box wider than the text hangs over it equally on both sides`() throws {
    let text = try render(#"<div class="信函眉首"><p class="信函首线"></p></div>"#, as: .flatOPC)
    // 170 mm over 156 mm, in English metric units; 29 mm from the paper's edge.
    #expect(text.contains("<wp:posOffset>-251460</wp:posOffset>"))
    #expect(text.contains(#"<wp:positionV relativeFrom="page"><wp:posOffset>1043940</wp:posOffset>"#))
    #expect(text.contains("<wp:wrapTopAndBottom/>"))
  }

  @Test func `a measure from the data is a direct format in Word and a property on the page`() throws {
    let template = #"<p class="署名" data-右空="{{ '县委'|署名右空('2023年1月9日') }}">县委</p>"#
    #expect(
      try render(template, as: .flatOPC).contains(
        #"<w:pStyle w:val="署名"/><w:ind w:rightChars="800" w:right="2560"/></w:pPr>"#))
    #expect(try render(template, as: .html).contains(#"<p class="署名" style="--右空:800">县委</p>"#))
  }

  @Test(arguments: [("中共清河县委组织部文件", 40), ("{{ 值 }}<span class=\"缺\">（缺）</span>", 60)])
  func `a head has the size that its block needs, whatever is printed in it`(_ head: String, points: Int)
    throws
  {
    let template =
      #"{% set 值 = '县委' %}<p class="发文机关标志" data-字号="{{ self.标志()|striptags|标志字号 }}">"#
      + "{% block 标志 %}\(head){% endblock %}</p>"
    let word = try render(template, as: .flatOPC)
    #expect(word.contains(#"<w:p><w:pPr><w:pStyle w:val="发文机关标志\#(points)"/></w:pPr><w:r><w:rPr>"#))
    #expect(!word.contains(#"preserve"><w:r>"#))
    #expect(word.contains(#"w:styleId="发文机关标志\#(points)""#))
    #expect(try render(template, as: .html).contains("style=\"--字号:\(points)\">"))
  }

  @Test(arguments: ["15", "61"])
  func `a size that no style has is refused`(_ size: String) throws {
    let error = #expect(throws: DocumentError.self) {
      try render(#"<p class="发文机关标志" data-字号="\#(size)">文</p>"#, as: .flatOPC)
    }
    #expect(error?.diagnostics.map(\.id) == ["bad-number"])
  }

  @Test(arguments: ["data-右空=\"宽\"", "class=\"发文机关标志\" data-字号=\"1{{ 2 }}\""])
  func `a measure that is no whole number is refused`(_ attribute: String) throws {
    let error = #expect(throws: DocumentError.self) {
      try render("<p \(attribute)>文</p>", as: .flatOPC)
    }
    #expect(error?.diagnostics.map(\.id) == ["bad-number"])
  }

  @Test(arguments: [DocumentFormat.html, .flatOPC])
  func `a measure cannot bring text into a style`(_ format: DocumentFormat) throws {
    let error = #expect(throws: DocumentError.self) {
      try render(#"<p class="署名" data-右空="{{ '1;background:red' }}">文</p>"#, as: format)
    }
    #expect(error?.diagnostics.isEmpty == false)
  }

  @Test func `a style without sizes cannot be sized`() throws {
    let error = #expect(throws: DocumentError.self) {
      try render(#"<p data-字号="44">文</p>"#, as: .flatOPC)
    }
    #expect(error?.diagnostics.map(\.id) == ["class-without-style"])
  }

  @Test func `a letter has no page number on its first page and those of the standard on the others`() throws
  {
    let text = try render(
      #"<section class="page 信函"><footer class="first"><p></p></footer><p>文</p></section>"#, as: .flatOPC)
    #expect(text.contains(#"<w:footerReference w:type="first""#))
    #expect(text.contains(#"<w:footerReference w:type="default" r:id="rIdFooterOdd"/>"#))
    #expect(text.contains("<w:titlePg/>"))
  }

  @Test func `a page on its side has its number at the sheet's foot`() throws {
    let text = try render(#"<section class="page 横排"><p>文</p></section>"#, as: .flatOPC)
    #expect(text.contains(#"<w:footerReference w:type="even" r:id="rIdFooterEvenLandscape"/>"#))
    #expect(text.contains(#"<wps:bodyPr vert="vert""#))
  }
}
