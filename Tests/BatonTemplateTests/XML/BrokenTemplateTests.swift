// Whatever is done to a template, the front end answers: with a tree, or with faults that point into it.

import BatonDiagnostics
import TestSupport
import Testing

@testable import BatonTemplate

@Suite struct BrokenTemplateTests {
  private static let pieces = [
    "{{", "}}", "{%", "%}", "{#", "#}", "<", ">", "</", "/>", "\"", "'", "&", ";", "<td>", "</td>", "<p>",
    "</p>",
    "{% if a %}", "{% endif %}", "{% for x in xs %}", "{% else %}", "{% endfor %}", "{% raw %}",
    "{% endraw %}",
    "<!--", "-->", "<![CDATA[", "]]>", "<?", "?>", "\u{0}", "中", "&quot;", "(", ")", "{", "}", "-", "\n",
    "<style>",
  ]

  @Test(arguments: [
    (String(repeating: "{% if a %}", count: 201) + String(repeating: "{% endif %}", count: 201), false),
    (String(repeating: "{% if a %}", count: 200) + "x" + String(repeating: "{% endif %}", count: 200), true),
    (String(repeating: "{{ a\n", count: 50_000), false), (String(repeating: "{# a\n", count: 50_000), false),
    (String(repeating: "{% if a\n", count: 50_000), false),
    (String(repeating: "<p>{{ '", count: 50_000), false),
    (String(repeating: "<p>", count: 201) + String(repeating: "</p>", count: 201), false),
    (String(repeating: "{% if a %}", count: 20_000), false),
    (String(repeating: "{% endif %}", count: 20_000), false),
  ])
  func `endless templates are answered soon`(text: String, isSound: Bool) {
    let clock = ContinuousClock()
    let time = clock.measure {
      let template = try? XMLTemplate(parsing: Source(name: "t", text: text), vocabulary: .xhtml)
      #expect((template != nil) == isSound)
    }
    #expect(time < .seconds(20))
  }

  @Test(arguments: GoldenCase.all(in: "../Golden/structure"))
  func `a broken template gives a tree or faults within it`(golden: GoldenCase) throws {
    let original = try golden.bytes(of: "template.html")
    var generator = SeededGenerator(state: UInt64(original.count) &* 31)
    for _ in 0..<60 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let start = Int.random(in: 0...bytes.count, using: &generator)
        let end = min(bytes.count, start + Int.random(in: 0...6, using: &generator))
        let piece = Self.pieces.randomElement(using: &generator) ?? ""
        bytes.replaceSubrange(start..<end, with: piece.utf8)
      }
      let source = Source(name: "template.html", bytes: bytes)
      do {
        let template = try XMLTemplate(parsing: source, vocabulary: .xhtml)
        let structured = try StructuredTemplate(template) { _ in nil }
        var lowering = MarkupLowering(structured, form: .html)
        #expect(lowering.lower(structured).allSatisfy { if case .element = $0 { false } else { true } })
      } catch {
        #expect(!error.diagnostics.isEmpty)
        for case .range(let place, let range) in error.diagnostics.map(\.place) {
          #expect(place.name == "template.html" && Int(range.end) <= bytes.count)
        }
      }
    }
  }
}
