// A package written in both ways.

import BatonOffice
import Testing

@Suite struct PackageTests {
  private let package = Package(
    parts: [
      Part(
        "/word/document.xml", .document, Markup("w:p", ["xmlns:w": "w"]),
        relationships: [
          Relationship(id: "rId1", .image, to: .part("/word/media/image1.png")),
          Relationship(id: "rId2", .hyperlink, to: .external("https://example.org/?a=1&b=2")),
        ]),
      Part("/word/media/image1.png", ContentType("image/png"), content: Array("0123456789".utf8)),
    ],
    relationships: [Relationship(id: "rId1", .officeDocument, to: .part("/word/document.xml"))])

  @Test func `flat OPC carries XML as XML and the rest in base64`() {
    let text = String(decoding: package.flattened(), as: UTF8.self)
    #expect(
      text == """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <?mso-application progid="Word.Document"?>
        <pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">\
        <pkg:part pkg:name="/_rels/.rels" \
        pkg:contentType="application/vnd.openxmlformats-package.relationships+xml" pkg:padding="512">\
        <pkg:xmlData><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
        <Relationship Id="rId1" \
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
        Target="word/document.xml"/></Relationships></pkg:xmlData></pkg:part>\
        <pkg:part pkg:name="/word/_rels/document.xml.rels" \
        pkg:contentType="application/vnd.openxmlformats-package.relationships+xml" pkg:padding="256">\
        <pkg:xmlData><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
        <Relationship Id="rId1" \
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" \
        Target="media/image1.png"/>\
        <Relationship Id="rId2" \
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" \
        Target="https://example.org/?a=1&amp;b=2" TargetMode="External"/></Relationships></pkg:xmlData>\
        </pkg:part><pkg:part pkg:name="/word/document.xml" \
        pkg:contentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml">\
        <pkg:xmlData><w:p xmlns:w="w"/></pkg:xmlData></pkg:part>\
        <pkg:part pkg:name="/word/media/image1.png" pkg:contentType="image/png" pkg:compression="store">\
        <pkg:binaryData>MDEyMzQ1Njc4OQ==</pkg:binaryData></pkg:part></pkg:package>
        """)
  }

  @Test func `a zipped package starts with its content types and is the same each time`() throws {
    let first = try package.zipped(with: Compressor())
    #expect(first == (try package.zipped(with: Compressor())))
    #expect(Array(first[30..<49]) == Array("[Content_Types].xml".utf8))
    #expect(first.starts(with: [0x50, 0x4B, 3, 4, 20, 0, 0, 0, 8, 0, 0, 0, 0x21, 0]))
  }

  @Test func `a part compressed beforehand gives the same archive`() throws {
    let compressor = Compressor()
    var prepared = package
    prepared.parts = package.parts.map { $0.precompressed(with: compressor) }
    #expect(try prepared.zipped(with: compressor) == package.zipped(with: compressor))
  }

  @Test func `content that deflating would not make smaller is stored`() throws {
    let zip = try package.zipped(with: Compressor())
    let content = Array("0123456789".utf8)
    #expect(zip.indices.contains { zip[$0...].starts(with: content) })
  }

  @Test(arguments: ["word/document.xml", "/", "/word//x", "/word/..", "/a./b"])
  func `what is no part name is refused`(_ text: String) {
    #expect(PartName(text) == nil)
  }

  @Test func `core properties name the unit and the day`() {
    let properties = DocumentProperties(
      title: "报告 <一>", unit: "县委组织部", created: DocumentProperties.Day(year: 2023, month: 1, day: 5))
    let core = String(decoding: properties.parts[0].content, as: UTF8.self)
    #expect(core.contains("<dc:title>报告 &lt;一&gt;</dc:title><dc:creator>县委组织部</dc:creator>"))
    #expect(
      core.contains(#"<dcterms:created xsi:type="dcterms:W3CDTF">2023-01-05T00:00:00Z</dcterms:created>"#))
  }
}

@Suite struct `Packages written one after another` {
  @Test func `are the same bytes as each by itself`() throws {
    var writer = PackageWriter()
    var other = PackageReadingTests.sample
    other.parts[0].relationships.removeLast()
    other.parts.append(Part("/word/settings.xml", .settings, content: Array("<a/>".utf8)))
    var changed = other
    changed.parts[2] = Part("/word/settings.xml", .settings, content: Array("<b/>".utf8))
    for package in [PackageReadingTests.sample, other, changed, other, PackageReadingTests.sample] {
      #expect(try writer.zip(package) == PackageReadingTests.zip(package))
    }
  }
}
