// The theme: what is read, what is refused, and what Word and the page make of it.

import BatonDiagnostics
import BatonDocument
import BatonOffice
import Testing

@Suite struct ThemeTests {
  @Test(arguments: [
    ("210mm", 11906), ("297mm", 16838), ("37mm", 2098), ("28mm", 1587), ("26mm", 1474), ("35mm", 1984),
    ("25mm", 1417), ("42.55pt", 851), ("28.95pt", 579), ("-0.25pt", -5), ("2.6cm", 1474),
  ])
  func `lengths become the standard's twips`(_ text: String, twips: Int) throws {
    let yaml = try themeText.replacing("行距: 28.95pt       #", with: "行距: \(text) #")
    #expect(try Theme(parsing: Source(name: "theme.yaml", text: yaml)).lineHeight.twips == twips)
  }

  @Test func `the text is 156 mm wide and 225 mm high`() throws {
    let page = try theme.page
    #expect(abs(page.textWidth - 8844) <= 1)
    #expect(page.height.twips - page.top.twips - page.bottom.twips == 12756)
  }

  @Test func `a style inherits what it does not say`() throws {
    let style = try #require(try theme.paragraphStyle(for: "h3"))
    #expect(style.resolvedCharacter.font?.name == "楷体_GB2312")
    #expect(style.resolvedParagraph.firstLineIndent == .characters(hundredths: 200))
    #expect(style.resolvedParagraph.outlineLevel == 3)
  }

  @Test func `styles of Word carry characters and twips`() throws {
    let styles = try theme.stylesPart.text
    #expect(
      styles.contains(
        #"<w:style w:type="paragraph" w:styleId="BodyText"><w:name w:val="Body Text"/>"#
          + #"<w:basedOn w:val="Normal"/><w:qFormat/>"#
          + #"<w:pPr><w:ind w:firstLineChars="200" w:firstLine="640"/></w:pPr></w:style>"#))
    #expect(styles.contains(#"<w:snapToGrid/><w:spacing w:line="579" w:lineRule="exact"/>"#))
    #expect(styles.contains(#"<w:spacing w:val="-5"/><w:kern w:val="0"/><w:sz w:val="32"/>"#))
  }

  @Test func `the style sheet has the same lengths`() throws {
    let css = try theme.styleSheet
    #expect(css.contains("p{text-align:justify;text-indent:2em;line-height:28.95pt;"))
    #expect(css.contains("p.主送{text-align:justify;line-height:28.95pt;margin-top:28.95pt;text-indent:0;"))
    #expect(css.contains("@page :left{\nmargin:37mm 28mm 35mm 26mm;\n"))
    #expect(css.contains(#"li ol.中文>li::marker{content:"（" counter(list-item,simp-chinese-informal) "）"}"#))
  }

  @Test(arguments: [
    (
      "  天头: 37mm\n", "  天头: 37公里\n",
      """
      theme.yaml:8:11: 错误：「天头」的值「37公里」不对 [bad-theme-value]
      8 |   天头: 37公里
        |         ^^^^^^ 应当是长度，如 28mm、2.6cm 或 12pt
      """
    ),
    (
      "  订口: 28mm\n", "  钉口: 28mm\n",
      """
      theme.yaml:6:3: 错误：缺少「订口」 [missing-theme-key]
      6 |   宽: 210mm
        |   ^ 写上长度，如 28mm、2.6cm 或 12pt
      theme.yaml:10:3: 错误：主题里没有「钉口」这一项 [unknown-theme-key]
      10 |   钉口: 28mm
         |   ^^^^ 是不是想写「订口」？
      """
    ),
    (
      "    用于: p.主送\n", "    用于: p.署名\n",
      ":13: 错误：「p.署名」已经有样式了 [bad-theme-value]"
    ),
    (
      "  标题:\n    基于: 基准\n", "  标题:\n    基于: 大标题\n",
      ":13: 错误：「标题」所基于的样式「大标题」在它前面没有定义 [bad-theme-value]"
    ),
    ("列表:", "列表: [", "theme.yaml:"),
  ])
  func `a fault in the theme is told with its place`(_ old: String, _ new: String, excerpt: String) throws {
    let yaml = try themeText.replacing(old, with: new)
    #expect(yaml != (try themeText))
    let error = #expect(throws: DocumentError.self) {
      try Theme(parsing: Source(name: "theme.yaml", text: yaml))
    }
    let told = error?.diagnostics.map(\.text).joined(separator: "\n") ?? ""
    #expect(told.contains(excerpt), "\(told)")
  }
}
