// What is accepted, what is refused and where the ranges point.

import BatonDiagnostics
import BatonXML
import Testing

@Suite struct ParsingTests {
  private func tree(_ text: String, _ form: XMLTree.Form = .document) throws -> XMLTree {
    try XMLTree(parsing: Source(name: "a.xml", text: text), as: form)
  }

  private func fault(_ text: String, _ form: XMLTree.Form = .document) -> Diagnostic? {
    do {
      _ = try XMLTree(parsing: Source(name: "a.xml", text: text), as: form)
      return nil
    } catch {
      return error.diagnostics.first
    }
  }

  @Test func `ranges point at the bytes as written`() throws {
    let tree = try tree("<a>\n  <甲 乙='丙 &amp; 丁'>文&nbsp;字</甲>\n</a>")
    let root = try #require(tree.root)
    guard case .element(let element) = root.children[1] else {
      Issue.record("the second child is the element")
      return
    }
    #expect(tree.source.text(in: element.startTagRange) == "<甲 乙='丙 &amp; 丁'>")
    #expect(element.endTagRange.map(tree.source.text) == "</甲>")
    #expect(tree.source.text(in: element.nameRange) == "甲")
    #expect(tree.source.text(in: element.attributes[0].range) == "乙='丙 &amp; 丁'")
    #expect(tree.value(of: "乙", in: element) == "丙 & 丁")
    guard case .text(let text) = element.children[0] else {
      Issue.record("the child is a text")
      return
    }
    #expect(tree.source.text(in: text.range) == "文&nbsp;字")
    #expect(tree.characters(of: text) == "文\u{A0}字")
  }

  @Test func `decoded text knows where each byte was written`() {
    let bytes = Array("a&lt;中".utf8)
    let decoded = DecodedText(of: bytes, in: SourceRange(0, bytes.count))
    #expect(decoded.string == "a<中")
    #expect((0...decoded.bytes.count).map(decoded.offset) == [0, 1, 5, 6, 7, 8])
  }

  @Test(arguments: [
    ("<a b='&#x4E2D;&#65;&copy;&apos;'/>", "中A©'"), ("<a b='&frac12;&Alpha;&yuml;'/>", "½Αÿ"),
    ("<a b='1 &#38;amp; 2'/>", "1 &amp; 2"),
  ])
  func `references are resolved once`(text: String, value: String) throws {
    let tree = try tree(text)
    #expect(tree.root.flatMap { tree.value(of: "b", in: $0) } == value)
  }

  @Test func `a fragment may have many top-level nodes and a page's prologue`() throws {
    let tree = try tree("<?xml version='1.0'?>\n<!-- 页 --><!DOCTYPE HTML>\n甲<b>乙</b>丙", .fragment)
    #expect(tree.children.count == 5)
    #expect(tree.root?.startTagRange == SourceRange(53, 56))
  }

  @Test func `prefixes are resolved by scope`() throws {
    let tree = try tree("<w:a xmlns:w='u' xmlns='d' w:x='1' y='2'><b xmlns='e'/><b/></w:a>")
    let root = try #require(tree.root)
    #expect(root.namespace == "u")
    #expect(root.localName == "a")
    #expect(root.attributes.map(\.namespace) == ["u", ""])
    let namespaces = root.children.compactMap { node in
      if case .element(let element) = node { element.namespace } else { nil }
    }
    #expect(namespaces == ["e", "d"])
  }

  @Test(arguments: [
    ("<a><b></a>", "mismatched-tag", 6), ("<a><b>", "unclosed-element", 3), ("<a/></b>", "mismatched-tag", 4),
    ("<a>&nope;</a>", "unknown-entity", 3), ("<a b='1' b='2'/>", "duplicate-attribute", 0),
    ("<a>x & y</a>", "not-well-formed", 5), ("<a b='<'/>", "not-well-formed", 6),
    ("<a b/>", "not-well-formed", 3),
    ("<a><!-- a -- b --></a>", "not-well-formed", 10), ("<a>\u{1}</a>", "invalid-character", 3),
    ("<w:a/>", "unknown-prefix", 0), ("", "not-well-formed", nil), ("<a/>x", "not-well-formed", 4),
    ("<&nbsp; a='1'/>", "not-well-formed", 1), ("<a>&#0;</a>", "invalid-character", nil),
    ("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", "doctype-refused", 0),
    ("<!DOCTYPE html PUBLIC 'x' 'y'><html/>", "doctype-refused", 0),
    ("<a>]]></a>", "not-well-formed", nil),
  ])
  func `what is not well-formed is refused with its place`(text: String, id: String, offset: Int?) throws {
    let fault = try #require(self.fault(text))
    #expect(fault.id == id, "\(fault.text)")
    if let offset, case .range(_, let range) = fault.place {
      #expect(Int(range.start) == offset, "\(fault.text)")
    }
  }

  @Test func `a wrong end tag shows both ends`() throws {
    let text = try #require(self.fault("<p>\n  <b>甲</p>")).text
    #expect(
      text == """
        a.xml:2:9: 错误：这里应当是「</b>」，而不是「</p>」 [mismatched-tag]
        2 |   <b>甲</p>
          |        ^^^^ 先结束「<b>」，没有内容的元素写作「<b/>」
        a.xml:2:3: 说明：「<b>」从这里开始
        2 |   <b>甲</p>
          |   ^^^
        """)
  }

  @Test func `an entity bomb is stopped before anything is declared`() {
    let bomb = """
      <!DOCTYPE a [<!ENTITY a "\(String(repeating: "x", count: 100_000))">]><a>\(String(repeating: "&a;", count: 10_000))</a>
      """
    #expect(fault(bomb)?.id == "doctype-refused")
  }

  @Test(arguments: [
    (String(repeating: "<a>", count: 201) + String(repeating: "</a>", count: 201), true),
    (String(repeating: "<a>", count: 200) + String(repeating: "</a>", count: 200), false),
    ("<\(String(repeating: "a", count: 1025))/>", true), ("<\(String(repeating: "a", count: 1024))/>", false),
    ("<a \((0..<257).map { "a\($0)='' " }.joined())/>", true),
    ("<a \((0..<256).map { "a\($0)='' " }.joined())/>", false),
    ("<a>\(String(repeating: "x", count: (8 << 20) + 1))</a>", true),
  ])
  func `limits hold exactly`(text: String, isRefused: Bool) {
    #expect((fault(text)?.id == "limit-exceeded") == isRefused, "\(fault(text)?.message ?? "")")
  }

  @Test func `masked bytes are parsed, source ranges kept`() throws {
    let source = Source(name: "a", text: "<p>{{ a < b }}</p>")
    var masked = source.bytes
    for index in 3..<14 { masked[index] = UInt8(ascii: "x") }
    let tree = try XMLTree(parsing: source, masked: masked, as: .fragment)
    #expect(tree.root?.endTagRange == SourceRange(14, 18))
  }
}
