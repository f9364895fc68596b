// The theme: what is read, what is refused, and what Word and the page make of it.

import BatonDiagnostics
import BatonDocument
import BatonOffice
import BatonTemplate
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

  @Test func `a county replaces single values and keeps the rest`() throws {
    let county = Source(
      name: "本县.yaml",
      text: """
        字体:
          仿宋: {名称: 方正仿宋_GBK}
        段落样式:
          二级标题: {加粗: 是}
          发文机关标志: {颜色: "C00000"}
        """)
    let own = try Theme(parsing: Source(name: "theme.yaml", text: themeText), overriding: county)
    #expect(own.paragraphStyle(named: "正文")?.resolvedCharacter.font?.name == "方正仿宋_GBK")
    #expect(own.paragraphStyle(named: "二级标题")?.character.isBold == true)
    #expect(own.paragraphStyle(named: "二级标题")?.character.font?.name == "楷体_GB2312")
    #expect(own.paragraphStyle(named: "发文机关标志")?.character.color == "C00000")
    #expect(own.page == (try theme.page))
  }

  @Test func `a fault in a county's file is told with its place there`() throws {
    let county = Source(
      name: "本县.yaml", text: "页面:\n  天头: 37公里\n段落样式:\n  正文:\n    颜色: 红\n    字体: 草书\n")
    let error = #expect(throws: DocumentError.self) {
      try Theme(parsing: Source(name: "theme.yaml", text: themeText), overriding: county)
    }
    let told = error?.diagnostics.map(\.text).joined(separator: "\n") ?? ""
    #expect(told.contains("本县.yaml:2:11: 错误：「天头」的值「37公里」不对 [bad-theme-value]"), "\(told)")
    #expect(told.contains("本县.yaml:5:13: 错误：「颜色」的值「红」不对"), "\(told)")
    #expect(told.contains("本县.yaml:6:13: 错误：没有字体「草书」"), "\(told)")
  }

  @Test func `a county's file that is no YAML is told with its place`() throws {
    let error = #expect(throws: DocumentError.self) {
      try Theme(
        parsing: Source(name: "theme.yaml", text: themeText),
        overriding: Source(name: "本县.yaml", text: "页面:\n  天头: [\n"))
    }
    #expect(error?.diagnostics.first?.text.hasPrefix("本县.yaml:") == true)
  }

  @Test func `what Word must be told for 28 characters and 22 lines is told`() throws {
    let styles = try theme.stylesPart.text
    // The four scripts in one font, Chinese as the East Asian language, no widening between scripts.
    #expect(
      styles.contains(
        #"<w:rFonts w:ascii="仿宋_GB2312" w:hAnsi="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:cs="仿宋_GB2312"/>"#))
    for wanted in [
      #"<w:lang w:val="en-US" w:eastAsia="zh-CN"/>"#, #"<w:widowControl w:val="0"/>"#, "<w:kinsoku/>",
      "<w:overflowPunct/>", #"<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>"#,
    ] {
      #expect(styles.contains(wanted), "\(wanted)")
    }
    let section = try DocumentEnvironment(loader: DictionaryLoader(["t.html": "<p>“文”</p>"]), theme: theme)
      .template(named: "t.html", for: [.flatOPC])
      .render(.empty, as: .flatOPC, properties: DocumentProperties(title: "", unit: ""))
    let text = String(decoding: section, as: UTF8.self)
    #expect(text.contains(#"<w:docGrid w:type="lines" w:linePitch="579"/>"#))
    #expect(
      text.contains(
        #"<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="1417""#)
    )
    #expect(text.contains(#"<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">“文”"#))
    #expect(text.contains("<w:mirrorMargins/>"))
    #expect(text.contains("<w:evenAndOddHeaders/>"))
  }
}
