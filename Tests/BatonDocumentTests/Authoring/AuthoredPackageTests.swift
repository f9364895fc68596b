// What becomes of the package round a Word template: ids of repeated regions, lists, notes, and what is left behind.

import BatonDiagnostics
import BatonOffice
import BatonTemplate
import Testing

@testable import BatonDocument

@Suite struct `Packages of templates written in Word` {
  private static func p(_ runs: String) -> String { WordFile.p(runs) }

  @Test func `headers and footers hold data`() throws {
    let file = WordFile(
      Self.p("{{ x }}"),
      parts: [
        ("header1.xml", "header", "<w:hdr \(WordFile.namespaces)>\(Self.p("眉{{ x }}"))</w:hdr>"),
        ("footer1.xml", "footer", "<w:ftr \(WordFile.namespaces)>\(Self.p("脚"))</w:ftr>"),
      ])
    let rendered = try Rendered(file, theme: theme)
    #expect(rendered.parts["header1.xml"]?.readText == "眉值|")
    #expect(rendered.parts["footer1.xml"]?.readText == "脚|")
  }

  @Test func `repeated regions get ids of their own, above those of the template`() throws {
    let file = WordFile(
      WordFile.p(
        "{% for y in xs %}", "<w:bookmarkStart w:id=\"4\" w:name=\"处\"/>", "{{ y }}",
        "<w:bookmarkEnd w:id=\"4\"/>",
        "<w:hyperlink w:anchor=\"处\"><w:r><w:t>见</w:t></w:r></w:hyperlink>",
        "<w:r><w:instrText>PAGEREF 处 \\h</w:instrText></w:r>",
        "<w:r><w:drawing><wp:inline><wp:docPr id=\"9\" name=\"图\"/></wp:inline></w:drawing></w:r>",
        "{% endfor %}")
        + "<w:p w14:paraId=\"00000001\"><w:r><w:drawing><wp:inline><wp:docPr id=\"20\" name=\"图\"/></wp:inline>"
        + "</w:drawing></w:r></w:p>")
    let body = try Rendered(file, theme: theme).body
    for expected in [
      "<w:bookmarkStart w:id=\"5\" w:name=\"处_5\"/>", "<w:bookmarkEnd w:id=\"6\"/>", "w:anchor=\"处_6\"",
      "PAGEREF 处_5 \\h", "<wp:docPr id=\"21\"", "<wp:docPr id=\"22\"", "<wp:docPr id=\"20\"",
      "paraId=\"00000001\"",
    ] {
      #expect(body.contains(expected), "\(expected)")
    }
    #expect(!body.contains("id=\"9\""))
  }

  @Test func `paragraph ids of what is repeated go, and so do marks of editing sessions`() throws {
    let file = WordFile(
      Self.p("{%p for y in xs %}")
        + "<w:p w14:paraId=\"00000001\" w:rsidR=\"00AA\"><w:r><w:t>{{ y }}</w:t></w:r></w:p>"
        + Self.p("{%p endfor %}"))
    let body = try Rendered(file, theme: theme).body
    #expect(body.readText == "甲|乙|")
    #expect(!body.contains("paraId") && !body.contains("rsid"))
  }

  private static let numbering = """
    <w:numbering \(WordFile.namespaces)><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/>\
    </w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>
    """
  private static let item = "<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr>"

  @Test func `a list begins again where a loop puts something before it`() throws {
    let file = WordFile(
      Self.p("{%p for g in gs %}") + Self.p("{{ g.t }}") + Self.p("{%p for q in g.q %}")
        + WordFile.p("{{ q }}", properties: Self.item) + Self.p("{%p endfor %}") + Self.p("{%p endfor %}"),
      parts: [("numbering.xml", "numbering", Self.numbering)])
    let rendered = try Rendered(file, theme: theme)
    let lists = rendered.body.split(separator: "<w:numId w:val=\"").dropFirst().map { $0.prefix(1) }
    #expect(lists == ["4", "4", "5"])
    let instance =
      "<w:num w:numId=\"5\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/>"
    #expect(rendered.parts["numbering.xml"]?.contains(instance) == true)
  }

  @Test func `a list that a style numbers begins again too, and each item says which instance it is of`()
    throws
  {
    let styles = """
      <w:styles \(WordFile.namespaces)><w:style w:type="paragraph" w:styleId="条"><w:pPr><w:numPr>\
      <w:numId w:val="3"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="细条">\
      <w:basedOn w:val="条"/></w:style></w:styles>
      """
    let item = "<w:pPr><w:pStyle w:val=\"细条\"/><w:jc w:val=\"left\"/></w:pPr>"
    let file = WordFile(
      Self.p("{%p for g in gs %}") + Self.p("{{ g.t }}") + Self.p("{%p for q in g.q %}")
        + WordFile.p("{{ q }}", properties: item) + Self.p("{%p endfor %}") + Self.p("{%p endfor %}"),
      parts: [("numbering.xml", "numbering", Self.numbering), ("styles.xml", "styles", styles)])
    let body = try Rendered(file, theme: theme).body
    let lists = body.split(separator: "<w:numId w:val=\"").dropFirst().map { $0.prefix(1) }
    #expect(lists == ["4", "4", "5"])
    #expect(
      body.contains(
        "<w:pStyle w:val=\"细条\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"4\"/></w:numPr><w:jc "))
  }

  @Test func `a tag in a picture's description is refused, not printed as it stands`() throws {
    let picture = "<wp:inline><wp:docPr id=\"1\" name=\"图\" descr=\"{{ x }}\"/></wp:inline>"
    let file = WordFile(WordFile.p("<w:r><w:drawing>\(picture)</w:drawing></w:r>"))
    let source = Source(name: "通知.docx", bytes: try file.bytes)
    let error = #expect(throws: TemplateError.self) { try AuthoredTemplate(reading: source) }
    #expect(error?.diagnostics.map(\.id) == ["tag-in-attribute"])
  }

  @Test func `a list goes on where the loop makes its items`() throws {
    let file = WordFile(
      Self.p("题") + Self.p("{%p for y in xs %}") + WordFile.p("{{ y }}", properties: Self.item)
        + Self.p("{%p endfor %}"), parts: [("numbering.xml", "numbering", Self.numbering)])
    let lists = try Rendered(file, theme: theme).body.split(separator: "<w:numId w:val=\"").dropFirst()
    #expect(lists.map { $0.prefix(1) } == ["3", "3"])
  }

  @Test func `notes are written where they are referred to, in loops too`() throws {
    let notes = """
      <w:footnotes \(WordFile.namespaces)><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>\
      <w:footnote w:id="2">\(Self.p("注{{ y }}"))</w:footnote></w:footnotes>
      """
    let file = WordFile(
      Self.p("{%p for y in xs %}") + WordFile.p("{{ y }}", "<w:r><w:footnoteReference w:id=\"2\"/></w:r>")
        + Self.p("{%p endfor %}"), parts: [("footnotes.xml", "footnotes", notes)])
    let rendered = try Rendered(file, theme: theme)
    #expect(rendered.faults.isEmpty)
    #expect(rendered.parts["footnotes.xml"]?.readText.hasSuffix("注甲|注乙|") == true)
    #expect(rendered.body.contains("<w:footnoteReference w:id=\"2\"/>"))
  }

  @Test func `nothing of the template's authors stays`() throws {
    var file = WordFile(
      "<w:commentRangeStart w:id=\"0\"/>" + Self.p("{{ x }}") + "<w:commentRangeEnd w:id=\"0\"/>"
        + WordFile.p("<w:r><w:commentReference w:id=\"0\"/></w:r>"))
    file.parts = [
      (
        "comments.xml", "comments",
        "<w:comments \(WordFile.namespaces)><w:comment w:author=\"张三\"/></w:comments>"
      ),
      ("people.xml", "people", "<w:people \(WordFile.namespaces)>张三</w:people>"),
      (
        "settings.xml", "settings",
        "<w:settings \(WordFile.namespaces)><w:zoom w:val=\"bestFit\"/><w:mirrorMargins/><w:rsids><w:rsid w:val=\"1\"/></w:rsids>"
          + "<w:trackRevisions/></w:settings>"
      ),
    ]
    let rendered = try Rendered(file, theme: theme)
    #expect(rendered.faults.isEmpty)
    for (name, content) in rendered.parts {
      for word in ["张三", "rsid", "comment", "trackRevisions", "zoom"] {
        #expect(!content.contains(word), "\(word) in \(name)")
      }
    }
    #expect(rendered.parts["settings.xml"]?.contains("<w:mirrorMargins/>") == true)
    #expect(rendered.parts["core.xml"]?.contains("<dc:creator>县委组织部</dc:creator>") == true)
  }

  @Test func `Flat OPC is a template as docx is, and gives the same document`() throws {
    let file = WordFile(Self.p("值是{{ x }}"))
    let environment = DocumentEnvironment(
      loader: FileLoader(files: ["a.xml": file.package.flattened(), "a.docx": try file.bytes]),
      theme: try theme)
    let values = try Rendered.values()
    let properties = DocumentProperties(title: "", unit: "")
    let documents = try ["a.xml", "a.docx"].map {
      try environment.template(named: $0, for: [.docx]).render(values, as: .docx, properties: properties)
    }
    #expect(documents[0] == documents[1])
  }
}
