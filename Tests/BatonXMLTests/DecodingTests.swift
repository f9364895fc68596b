// Files in other encodings.

import BatonDiagnostics
import BatonXML
import Testing

@Suite struct DecodingTests {
  @Test func `byte order marks decide`() throws {
    let utf8 = try Source(name: "a", decoding: [0xEF, 0xBB, 0xBF] + Array("中".utf8))
    let little = try Source(name: "a", decoding: [0xFF, 0xFE, 0x2D, 0x4E])
    let big = try Source(name: "a", decoding: [0xFE, 0xFF, 0x4E, 0x2D])
    #expect([utf8, little, big].map { String(decoding: $0.bytes, as: UTF8.self) } == ["中", "中", "中"])
  }

  @Test func `a declared GB18030 is converted and then parsed`() throws {
    let head = Array("<?xml version='1.0' encoding='GB18030'?><a>".utf8)
    let source = try Source(name: "a", decoding: head + [0xD6, 0xD0] + Array("</a>".utf8))
    let tree = try XMLTree(parsing: source)
    #expect(tree.canonicalForm == "<a>\n  中\n</a>\n")
  }

  @Test(arguments: [
    (Array("<?xml version='1.0' encoding='Big5'?><a/>".utf8), "unknown-encoding"),
    (Array("<?xml version='1.0' encoding='GBK'?><a>".utf8) + [0xFF, 0xFF], "bad-encoding"),
    ([0xFF, 0xFE, 0x00, 0xD8], "bad-encoding"),
  ])
  func `what cannot be decoded is refused`(bytes: [UInt8], id: String) {
    let error = #expect(throws: XMLError.self) { _ = try Source(name: "a", decoding: bytes) }
    #expect(error?.diagnostics.first?.id == id)
  }

  @Test func `bytes that are no UTF-8 are refused with their place`() {
    let source = Source(name: "a", bytes: Array("<a>".utf8) + [0xC0, 0x80] + Array("</a>".utf8))
    let error = #expect(throws: XMLError.self) { _ = try XMLTree(parsing: source) }
    #expect(error?.diagnostics.first?.place == .range(source, SourceRange(3, 4)))
  }
}
