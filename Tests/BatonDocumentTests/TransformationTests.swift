// XHTML → WordprocessingML on hand-built trees: what is printed in the main flow of a page.

import BatonDiagnostics
import BatonDocument
import BatonTemplate
import Foundation
import Testing

@Suite struct TransformationTests {
  /// What a page section prints around its content is left out.
  private func page(_ nodes: [TemplateNode]) throws -> String {
    let section = element("section", ["class": [BatonDocumentTests.text("page")]], nodes)
    let (lowered, diagnostics) = WordTransformation.transform(
      [section], of: Source(name: "t.html", text: ""), theme: try theme)
    #expect(diagnostics.isEmpty)
    let text = lowered.loweredText
    let end = try #require(
      text.range(
        of: #"<w:p><w:pPr><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="14""#,
        options: .backwards))
    return String(text[..<end.lowerBound])
  }

  private let run = #"<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">"#
  private let endRun = "</w:t></w:r>"

  private func paragraph(_ style: String, _ runs: String) -> String {
    #"<w:p><w:pPr><w:pStyle w:val="\#(style)"/></w:pPr>\#(runs)</w:p>"#
  }

  @Test func `text and values of one format share a run`() throws {
    #expect(
      try page([element("p", [:], [text("甲<"), output("x"), text("\n乙")])])
        == paragraph("BodyText", run + #"甲&lt;{{x}}</w:t><w:br/><w:t xml:space="preserve">乙"# + endRun))
  }

  @Test func `statements about text stay in the run`() throws {
    #expect(
      try page([element("p", [:], [text("甲"), when("a", [text("乙")], otherwise: [output("b")]), text("丙")])])
        == paragraph("BodyText", run + "甲{%if a%}乙{%else%}{{b}}{%end%}丙" + endRun))
  }

  @Test func `a format opens a run of its own`() throws {
    let bold = run.replacingOccurrences(of: "</w:rPr>", with: "<w:b/><w:bCs/></w:rPr>")
    #expect(
      try page([element("p", [:], [text("甲"), element("b", [:], [text("乙")])])])
        == paragraph("BodyText", run + "甲" + endRun + bold + "乙" + endRun))
  }

  @Test func `a paragraph of statements only vanishes when nothing was printed`() throws {
    #expect(
      try page([element("p", ["class": [text("主送")]], [when("a", [text("文")])])])
        == #"⟦unlessEmpty <w:p><w:pPr><w:pStyle w:val="主送"/></w:pPr>"# + run
        + "⟧{%if a%}文{%end%}⟦" + endRun + "</w:p>⟧")
  }

  @Test func `a class with a condition makes an element a case`() throws {
    let value = [when("a", [BatonDocumentTests.text("居中")])]
    #expect(
      try page([element("p", ["class": value], [text("文")])])
        == "{%if a%}" + paragraph("居中", run + "文" + endRun) + "{%else%}"
        + paragraph("BodyText", run + "文" + endRun) + "{%end%}")
  }

  @Test func `a page break goes into the next paragraph's first run, its condition with it`() throws {
    let pageBreak = when("a", [element("hr", ["class": [text("page")]])])
    #expect(
      try page([pageBreak, element("p", [:], [text("文")])])
        == paragraph("BodyText", #"{%if a%}<w:r><w:br w:type="page"/></w:r>{%end%}"# + run + "文" + endRun))
  }

  @Test func `each list opens an instance; items carry its number, a nested list another counter's`() throws {
    let inner = element("ol", [:], [element("li", [:], [text("乙")])])
    let outer = element("ol", ["class": [text("中文")]], [element("li", [:], [text("甲"), inner])])
    let numbered = { (level: Int, depth: Int) in
      #"<w:p><w:pPr><w:pStyle w:val="ListParagraph"/><w:numPr><w:ilvl w:val="\#(level)"/>"#
        + #"<w:numId w:val="\#(depth)⟦last list\#(depth)⟧"/></w:numPr></w:pPr>"#
    }
    let instance = { (level: Int, depth: Int, kind: Int) in
      #"⟦stream numbering <w:num w:numId="\#(depth)⟦next list\#(depth)⟧"><w:abstractNumId w:val="\#(kind)"/>"#
        + #"<w:lvlOverride w:ilvl="\#(level)"><w:startOverride w:val="1"/></w:lvlOverride></w:num>⟧"#
    }
    #expect(
      try page([outer])
        == instance(0, 1, 1) + numbered(0, 1) + run + "甲" + endRun + "</w:p>" + instance(1, 2, 0)
        + numbered(1, 2) + run + "乙" + endRun + "</w:p>")
  }

  @Test func `loose text beside blocks becomes a paragraph in each branch`() throws {
    let cell = element("td", [:], [when("a", [element("p", [:], [text("A")])], otherwise: [text("B")])])
    let table = try page([element("table", [:], [element("tr", [:], [cell])])])
    #expect(
      table.contains(
        "⟦orElse⟧{%if a%}" + paragraph("表格文字", run + "A" + endRun) + "{%else%}"
          + paragraph("表格文字", run + "B" + endRun) + "{%end%}⟦"
          + #"<w:p><w:pPr><w:pStyle w:val="表格文字"/></w:pPr></w:p>⟧</w:tc>"#))
  }

  @Test func `a table has its grid from its columns and sums it in spanning cells`() throws {
    let columns = element(
      "colgroup", [:], [element("col", ["width": [text("20mm")]]), element("col"), element("col")])
    let head = element(
      "thead", [:],
      [element("tr", [:], [element("th", [:], [text("甲")]), element("th", ["colspan": [text("2")]])])])
    let table = try page([element("table", [:], [columns, head])])
    #expect(
      table.contains(
        #"<w:tblGrid><w:gridCol w:w="1134"/><w:gridCol w:w="3855"/><w:gridCol w:w="3856"/></w:tblGrid>"#))
    #expect(table.contains("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"))
    #expect(table.contains(#"<w:tcW w:w="7711" w:type="dxa"/><w:gridSpan w:val="2"/>"#))
  }

  @Test func `a cell that covers rows is continued in them`() throws {
    let first = element("tr", [:], [element("td", ["rowspan": [text("2")]]), element("td")])
    let table = try page([element("table", [:], [first, element("tr", [:], [element("td")])])])
    #expect(table.components(separatedBy: "<w:tc>").count == 5)
    #expect(table.contains(#"<w:vMerge w:val="restart"/>"#))
    #expect(table.contains(#"<w:vMerge w:val="continue"/><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr>"#))
  }

  @Test func `a cell that covers rows of a loop is told to the register`() throws {
    let merged = when("first", [element("td", ["rowspan": [output("n")]], [text("甲")])])
    let rows = each("x", in: "xs", [element("tr", [:], [merged, element("td", [:], [output("x")])])])
    let table = try page([element("table", [:], [rows])])
    #expect(table.hasPrefix("⟦grid ⟦unlessEmpty <w:tbl>"))
    #expect(table.contains("<w:tblGrid>⟦columns⟧</w:tblGrid>"))
    #expect(
      table.contains("⟦row <w:tr><w:trPr>⟦tail⟧<w:cantSplit/></w:trPr>⟧{%if first%}⟦cell 1×n⟧<w:vAlign"))
  }

  @Test func `a condition about cells leaves the columns to the register`() throws {
    let row = element("tr", [:], [element("th"), when("a", [element("th")])])
    #expect(try page([element("table", [:], [row])]).hasPrefix("⟦grid "))
  }

  @Test func `an id is a bookmark around what the element holds`() throws {
    #expect(
      try page([element("p", ["id": [text("甲")]], [text("文")])])
        == "⟦count bookmark "
        + paragraph(
          "BodyText",
          #"<w:bookmarkStart w:id="⟦number bookmark⟧" w:name="⟦definition 甲⟧"/>"# + run + "文" + endRun
            + #"<w:bookmarkEnd w:id="⟦number bookmark⟧"/>"#) + "⟧")
  }

  @Test func `a macro's text is a run in a paragraph, a paragraph in a container, bare within a run`() throws
  {
    let (nodes, _) = WordTransformation.transform(
      [macro("hl", [element("b", [:], [output("x")])])], of: Source(name: "t", text: ""), theme: try theme)
    let text = nodes.loweredText
    #expect(text.hasPrefix("{%macro hl%}⟦by 3 0:<w:p><w:pPr>"))
    #expect(text.contains("<w:b/><w:bCs/>"))
    #expect(text.hasSuffix("{{x}}</w:t></w:r>⟦by 3 0:</w:p> else:⟧{%end%}"))
  }

  @Test(arguments: [
    (element("p", [:], [element("table")]), "block-in-paragraph"),
    (element("ul", [:], [element("p")]), "wrong-kind"),
    (element("video"), "not-in-word"),
    (element("p", ["class": [text("主宋")]]), "class-without-style"),
    (element("p", ["class": [output("kind")]]), "class-from-data"),
  ])
  func `what Word cannot say is told`(_ node: TemplateNode, id: String) throws {
    let (_, diagnostics) = WordTransformation.transform(
      [node], of: Source(name: "t", text: ""), theme: try theme)
    #expect(diagnostics.map(\.id) == [id])
  }
}
