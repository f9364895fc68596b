// Escaping and the canonical form.

import BatonDiagnostics
import BatonXML
import Testing

@Suite struct WritingTests {
  @Test(arguments: ["a<b>&\"'", "\r\n\t", "]]>", "中\u{FFFD}\u{10FFFF}", "&amp;"])
  func `what is escaped reads back as itself`(characters: String) throws {
    let text = "<a b=\"\(Escaping.attribute(characters))\">\(Escaping.text(characters))</a>"
    let tree = try XMLTree(parsing: Source(name: "a", text: text))
    let root = try #require(tree.root)
    #expect(tree.value(of: "b", in: root) == characters)
    guard case .text(let run) = root.children[0] else {
      Issue.record("no text")
      return
    }
    #expect(tree.characters(of: run) == characters)
  }

  @Test func `the canonical form forgets how a thing was written`() throws {
    let one = try XMLTree(
      parsing: Source(
        name: "a", text: "<w:p xmlns:w='u' b='2' a='1'><!-- x --><w:t>a<![CDATA[<]]></w:t></w:p>"))
    let other = try XMLTree(
      parsing: Source(name: "b", text: "<p a=\"1\" xmlns='u' b=\"&#50;\"><t>a&lt;</t></p>"))
    #expect(one.canonicalForm == other.canonicalForm)
    #expect(one.canonicalForm == "<{u}p a=\"1\" b=\"2\">\n  <{u}t>\n    a&lt;\n  </{u}t>\n</{u}p>\n")
  }

  @Test func `white space between elements can be left out`() throws {
    let tree = try XMLTree(parsing: Source(name: "a", text: "<a>\n  <b> </b>x\n</a>"))
    #expect(tree.canonicalForm(droppingBlankText: true) == "<a>\n  <b>\n  </b>\n  x&#10;\n</a>\n")
  }

  @Test(arguments: [
    (0x8, false), (0x9, true), (0xB, false), (0x1F, false), (0x7F, true), (0xFFFE, false), (0x1F600, true),
  ])
  func `only XML's characters are allowed`(value: UInt32, isAllowed: Bool) throws {
    #expect(Escaping.isAllowed(try #require(Unicode.Scalar(value))) == isAllowed)
  }
}
