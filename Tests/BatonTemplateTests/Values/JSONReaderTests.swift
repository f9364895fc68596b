// JSON into documents.

import BatonDiagnostics
import Testing

@testable import BatonTemplate

@Suite struct JSONReaderTests {
  private func repr(_ json: String) throws -> String {
    var reader = JSONReader()
    let document = try reader.document(from: Source(name: "d", text: json))
    var machine = Machine()
    machine.document = document
    return machine.repr(document.root)
  }

  @Test(arguments: [
    (
      #"{"a": [1, -2.5, 1e3, 0.1, 12345678901234567890], "b": null}"#,
      "{'a': [1, -2.5, 1000.0, 0.1, 12345678901234567890], 'b': None}"
    ),
    (#""\u4e2d\ud83d\ude00\n\/""#, "'中😀\\n/'"), (#"{"k": 1, "j": 2, "k": 3}"#, "{'k': 3, 'j': 2}"),
    (
      "[9007199254740993, 9007199254740993.0, 0.30000000000000004]",
      "[9007199254740993, 9007199254740992.0, 0.30000000000000004]"
    ),
    (" [ ] ", "[]"), ("-0", "0"), ("-0.0", "-0.0"),
  ])
  func `JSON is read exactly`(json: String, expected: String) throws {
    #expect(try repr(json) == expected)
  }

  @Test(arguments: [
    (#"{"a": tru}"#, 1, 7), ("[1,\n 2,]", 2, 4), (#"["\ud800"]"#, 1, 3), (#"{"a" 1}"#, 1, 6), ("01", 1, 1),
    ("[1] x", 1, 5), ("\"a\tb\"", 1, 3), ("[", 1, 2),
  ])
  func `a fault in JSON has its place`(json: String, line: Int, column: Int) {
    var place: (line: Int, column: Int)?
    do { _ = try repr(json) } catch let error as TemplateError {
      if case .range(let source, let range) = error.diagnostics[0].place {
        place = source.position(of: range.start)
      }
    } catch {}
    #expect(place?.line == line)
    #expect(place?.column == column)
  }

  @Test(
    arguments: [
      ([0x22, 0xFE, 0x22], 1), ([0x5B, 0x22, 0xE5, 0xAE, 0x22, 0x5D], 2),
      ([0x22, 0xED, 0xA0, 0x80, 0x22], 1),
    ] as [([UInt8], UInt32)])
  func `bytes that are no UTF-8 are refused where they stand`(bytes: [UInt8], offset: UInt32) {
    var reader = JSONReader()
    let error = #expect(throws: TemplateError.self) {
      try reader.document(from: Source(name: "d", bytes: bytes))
    }
    guard case .range(_, let range)? = error?.diagnostics[0].place else { return }
    #expect(error?.diagnostics[0].id == "bad-encoding")
    #expect(range.start == offset)
  }

  @Test func `hostile nesting is refused`() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: TemplateError.self) { try repr(deep) }
  }

  @Test func `a large object keeps the last of each key`() throws {
    let fields = (0..<200).map { "\"k\($0 % 150)\": \($0)" }.joined(separator: ", ")
    let text = try repr("{\(fields)}")
    #expect(text.contains("'k10': 160"))
    #expect(text.contains("'k149': 149"))
  }
}
