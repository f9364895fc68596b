// What YAML data can't be, and where it says so.

import BatonDiagnostics
import BatonDocument
import Testing

@Suite struct `YAML data` {
  @Test(arguments: [
    ("a: [1", "bad-yaml", "data.yaml:1:6"),
    ("a: 1\nb: 2\na: 3\n", "bad-yaml", "data.yaml:1:1"),
    ("1: x\n\"1\": y\n", "duplicate-key", "data.yaml:2:1"),
    ("? [x]\n: 1\n", "bad-yaml-key", "data.yaml:1:3"),
    ("甲: &x {乙: 1}\n丙:\n  <<: *x\n", "yaml-merge", "data.yaml:3:3"),
    ("甲: 0x1_0000_0000_0000_0000\n", "bad-yaml-value", "data.yaml:1:6"),
  ])
  func `is refused where it can't be read`(yaml: String, id: String, place: String) throws {
    let error = #expect(throws: DocumentError.self) {
      _ = try YAMLReader.document(from: Source(name: "data.yaml", text: yaml))
    }
    let diagnostic = try #require(error?.diagnostics.first)
    #expect(diagnostic.id == id)
    #expect(diagnostic.text.hasPrefix("\(place): "), "\(diagnostic.text)")
  }

  @Test func `that is no UTF-8 is refused`() {
    #expect(throws: DocumentError.self) {
      _ = try YAMLReader.document(from: Source(name: "data.yaml", bytes: [0x61, 0xFF]))
    }
  }

  @Test func `that a few aliases would blow up to billions of values is refused`() {
    var yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...12 {
      let items = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      yaml += "a\(level): &a\(level) [\(items)]\n"
    }
    let error = #expect(throws: DocumentError.self) {
      _ = try YAMLReader.document(from: Source(name: "bomb.yaml", text: yaml))
    }
    #expect(error?.diagnostics.map(\.id) == ["too-large"])
  }
}
