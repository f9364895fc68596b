// What `baton lint` sees in a Word file that Baton did not make: fonts by styles and themes, heading levels, margins.

import BatonDiagnostics
import BatonOffice
import Testing

@testable import BatonReports

@Suite struct LintWordTests {
  private static let space =
    #"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#

  /// A document of a body, with styles and a theme as Word writes them.
  private func findings(_ body: String, footer: String? = nil) throws -> [Diagnostic] {
    func part(_ name: PartName, _ kind: String, _ content: String) -> Part {
      let type = "application/vnd.openxmlformats-officedocument.\(kind)+xml"
      return Part(name, ContentType(type), content: Array(content.utf8))
    }
    let styles = """
      <w:styles \(Self.space)>
      <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/></w:rPr>\
      </w:rPrDefault></w:docDefaults>
      <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
      <w:style w:type="paragraph" w:styleId="z"><w:name w:val="正文"/><w:basedOn w:val="a"/><w:rPr>\
      <w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312"/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="t"><w:name w:val="节"/><w:basedOn w:val="z"/>\
      <w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="u"><w:name w:val="小节"/><w:basedOn w:val="t"/></w:style>
      <w:style w:type="paragraph" w:styleId="x"><w:name w:val="不用"/><w:rPr><w:rFonts w:eastAsia="幼圆"/></w:rPr></w:style>
      <w:style w:type="character" w:styleId="g"><w:name w:val="大字库"/><w:rPr>\
      <w:rFonts w:eastAsia="方正仿宋_GBK"/></w:rPr></w:style>
      </w:styles>
      """
    let theme = """
      <a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme name="x">\
      <a:majorFont><a:latin typeface="等线 Light"/><a:ea typeface=""/></a:majorFont><a:minorFont>\
      <a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Hans" typeface="等线"/></a:minorFont>\
      </a:fontScheme></a:themeElements></a:theme>
      """
    let word = "wordprocessingml"
    var parts = [
      part(
        "/word/document.xml", "\(word).document.main",
        "<w:document \(Self.space)><w:body>\(body)</w:body></w:document>"),
      part("/word/styles.xml", "\(word).styles", styles), part("/word/theme/theme1.xml", "theme", theme),
    ]
    if let footer {
      parts.append(
        part("/word/footer1.xml", "\(word).footer", "<w:ftr \(Self.space)>\(footer)</w:ftr>"))
    }
    let package = Package(
      parts: parts,
      relationships: [Relationship(id: "rId1", .officeDocument, to: .part("/word/document.xml"))])
    return try Lint.findings(in: Source(name: "文.docx", bytes: try package.zipped(with: Compressor())))
  }

  private func paragraph(_ text: String, style: String? = nil, run: String = "") -> String {
    let properties = style.map { #"<w:pPr><w:pStyle w:val="\#($0)"/></w:pPr>"# } ?? ""
    return "<w:p>\(properties)<w:r><w:rPr>\(run)</w:rPr><w:t>\(text)</w:t></w:r></w:p>"
  }

  @Test func `a font is found where text is set in it, not where a style that nobody uses names it`() throws {
    let found = try findings(
      paragraph("正文", style: "z") + paragraph("甲乙")
        + paragraph("丙", style: "z", run: #"<w:rFonts w:eastAsia="微软雅黑"/>"#)
        + paragraph("丁", style: "z", run: #"<w:rFonts w:eastAsia="微软雅黑"/>"#))
    #expect(found.map(\.id) == ["unusual-font", "unusual-font"])
    #expect(found.map(\.message) == ["「甲乙」用了公文不用的字体「等线」", "「丙」用了公文不用的字体「微软雅黑」"])
    #expect(found.last?.text.hasPrefix("文.docx!正文：第3段: 警告：") == true)
  }

  @Test func `Latin letters have a font of their own`() throws {
    #expect(try findings(paragraph("A", run: #"<w:rFonts w:ascii="Times New Roman"/>"#)).isEmpty)
    #expect(try findings(paragraph("A")).map(\.message) == ["「A」用了公文不用的字体「Calibri」"])
  }

  @Test func `page numbers count too`() throws {
    let text = paragraph("正文", style: "z")
    #expect(try findings(text, footer: paragraph("— 1 —", style: "z")).isEmpty)
    #expect(
      try findings(text, footer: paragraph("1", style: "z", run: #"<w:rFonts w:ascii="Arial"/>"#)).map(\.id)
        == ["unusual-font"])
  }

  @Test(arguments: [("", ["missing-glyph"]), (#"<w:rStyle w:val="g"/>"#, [])])
  func `a rare name is missing in a small font and not in one that has it`(_ run: String, found: [String])
    throws
  {
    #expect(try findings(paragraph("王堃", style: "z", run: run)).map(\.id) == found)
  }

  @Test func `a name that GBK lacks is missing in larger fonts`() throws {
    #expect(
      try findings(paragraph("䶮", style: "z", run: #"<w:rStyle w:val="g"/>"#)).map(\.id) == ["missing-glyph"])
  }

  @Test func `the level of a heading is inherited`() throws {
    #expect(try findings(paragraph("（一）甲", style: "u")).map(\.id) == ["heading-level"])
    #expect(try findings(paragraph("一、甲", style: "u")).isEmpty)
  }
}
