// Whatever the values, the output is well-formed and of the same skeleton: random templates against hostile
// values, many times over.

import BatonDiagnostics
import BatonXML
import Foundation
import Testing

@testable import BatonTemplate

@Suite struct HostileValueTests {
  /// Each makes 480 pairs of template and values for either dialect; BATON_HOSTILE_SEEDS=21 makes 20,160 in all.
  private static let seeds: ClosedRange<UInt64> = {
    let wanted = ProcessInfo.processInfo.environment["BATON_HOSTILE_SEEDS"].flatMap { UInt64($0) }
    return 1...max(wanted ?? 8, 1)
  }()

  @Test(arguments: [UInt64](Self.seeds))
  func `values never become markup in XML`(seed: UInt64) throws {
    try check(seed, .xml) { text in
      try XMLTree(parsing: Source(name: "output.xml", text: "<root>\(text)</root>"))
    }
  }

  @Test(arguments: [UInt64](Self.seeds))
  func `values never become markup in HTML`(seed: UInt64) throws {
    try check(seed, .xhtml) { text in
      try XMLTree(parsing: Source(name: "output.html", text: "<root>\(text.closingVoidElements)</root>"))
    }
  }

  private func check(_ seed: UInt64, _ dialect: Dialect, parse: (String) throws -> XMLTree) throws {
    var generator = SeededGenerator(state: seed)
    var rendered = 0
    for _ in 0..<60 {
      var grammar = TemplateGrammar(generator: generator)
      let text = grammar.template()
      generator = grammar.generator
      let environment = Environment(
        loader: DictionaryLoader(["t.html": text]), undefined: .default, library: .standard, dialect: dialect)
      let template: Template
      do {
        template = try environment.template(named: "t.html")
      } catch {
        Issue.record("the grammar made a faulty template:\n\(text)\n\(error.diagnostics.map(\.text))")
        continue
      }
      var renderer = Renderer(environment)
      let plain = try skeleton(parse(try renderer.render(template, values { _ in "x" }).text))
      for _ in 0..<8 {
        let hostile = (0..<4).map { _ in Self.hostileValues.randomElement(using: &generator) ?? "" }
        do {
          let output = try renderer.render(template, values { hostile[$0] }).text
          #expect(try skeleton(parse(output)) == plain, "\(text)\n\(hostile)\n\(output)")
          rendered += 1
        } catch let error as TemplateError {
          let id = error.diagnostics.first?.id ?? ""
          // `|e` makes markup, which is refused as markup where it holds what XML cannot.
          let isForbidden = hostile.contains { !$0.unicodeScalars.allSatisfy(Escaping.isAllowed) }
          let isRefusal =
            ["invalid-character", "bad-url"].contains(id) || (id == "bad-markup" && isForbidden)
          #expect(
            isRefusal,
            "\(text)\n\(hostile)\n\(error.diagnostics.map(\.text))")
        }
      }
    }
    #expect(rendered > 200)
  }

  /// The data: `v0` … `v3`, and a list of them.
  private func values(_ value: (Int) -> String) throws -> Document {
    struct Values: Encodable {
      let v0, v1, v2, v3: String
      let list: [String]
    }
    let all = (0..<4).map(value)
    var encoder = ValueEncoder()
    return try encoder.document(encoding: Values(v0: all[0], v1: all[1], v2: all[2], v3: all[3], list: all))
  }

  /// Elements and attribute names in order; line breaks come from values and don't count.
  private func skeleton(_ tree: XMLTree) -> [String] {
    var lines: [String] = []
    func visit(_ nodes: [XMLTree.Node]) {
      for case .element(let element) in nodes where element.name != "br" {
        lines.append("<\(element.name) \(element.attributes.map(\.name).joined(separator: " "))>")
        visit(element.children)
        lines.append("</\(element.name)>")
      }
    }
    visit(tree.children)
    return lines
  }

  private static let hostileValues = [
    "]]>", "<script>alert(1)</script>", "\"", "'", "\" onload=\"x", "' onload='x", "&", "&amp;", "&lt;b&gt;",
    "-->",
    "<!--", "<?x?>", "</p></td></tr></table>", "<![CDATA[", "{{ v0 }}", "{% if %}", "\n\r\n\r\t", "\u{1}",
    "\u{0}",
    "\u{FFFE}", "\u{FFFF}", "\u{202E}abc", "\u{2066}", "\u{2028}", "\u{FEFF}", "javascript:alert(1)", "中文",
    "😀",
    "`", "=", "/>", ">", "\\", "\u{85}", "&#0;", "&#x1;", "x\u{7F}y", "\u{E000}", "<", "a:b", "data:,x",
  ]
}

/// Random templates that are sound by construction.
private struct TemplateGrammar {
  var generator: SeededGenerator

  init(generator: SeededGenerator) { self.generator = generator }

  mutating func template() -> String { (0..<pick(1...3)).map { _ in block(3) }.joined() }

  private mutating func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

  private mutating func block(_ depth: Int) -> String {
    switch pick(0...(depth > 0 ? 8 : 1)) {
    case 0, 1: return "<p\(attributes())>\(inline(2))</p>"
    case 2: return "<div\(attributes())>\(block(depth - 1))\(block(depth - 1))</div>"
    case 3:
      return
        "<table><tr>{% for c in list %}<td\(attributes())>{{ c }}</td>{% endfor %}<td>\(inline(1))</td></tr></table>"
    case 4: return "<ul>{% for x in list %}<li>{{ x }}\(inline(1))</li>{% endfor %}</ul>"
    case 5: return "{% if list %}\(block(depth - 1)){% else %}\(block(depth - 1)){% endif %}"
    case 6: return "{% set s %}<b>{{ \(name()) }}</b>{% endset %}<p>{{ s }}\(inline(1))</p>"
    case 7: return "{% macro m(a) %}<i\(attributes())>{{ a }}</i>{% endmacro %}<p>{{ m(\(name())) }}</p>"
    default: return "<pre\(attributes())>{{ \(name()) }}</pre><h1>{{ \(name()) }}</h1>"
    }
  }

  private mutating func inline(_ depth: Int) -> String {
    switch pick(0...(depth > 0 ? 8 : 3)) {
    case 0: return "{{ \(name()) }}"
    case 1: return "甲 {{ \(name()) }}{{ \(name()) ~ \"<\" }}"
    case 2: return "x &amp; {{ \(name()) ~ \(name()) }}"
    case 3: return captured()
    case 7: return "<b\(attributes())>\(inline(depth - 1))</b>"
    case 4: return "<a href=\"/{{ \(name()) }}\">\(inline(depth - 1))</a>"
    case 5: return "<a href=\"{{ \(name()) }}{{ \(name()) }}\">\(inline(depth - 1))</a>"
    default: return "{% for x in list %}{{ x }}\(inline(depth - 1)){% endfor %}"
    }
  }

  /// Text that takes a way round before it is printed.
  private mutating func captured() -> String {
    switch pick(0...5) {
    case 0: "{% filter upper %}a {{ \(name()) }}{% endfilter %}"
    case 1: "{% set t | lower %}{{ \(name()) }}&lt;{% endset %}{{ t }}{{ t ~ \(name()) }}"
    case 2: "{{ [\(name()), \(name())]|join(\"<\") }}{{ \(name())|replace(\"a\", \"<\") }}"
    case 3: "{% macro n(a) %}{{ a }}{% endmacro %}{{ n(\(name()))|trim }}{{ n(\(name())) ~ \(name()) }}"
    case 4: "{% set u %}<i>{{ \(name()) }}</i>{% endset %}{{ u ~ \(name()) }}{{ u|length }}{{ u|striptags }}"
    default:
      "{{ \(name())|e }}{{ \(name())|forceescape }}{{ (\(name())|e) ~ \(name()) }}{{ \"%s<\"|format(\(name())) }}"
    }
  }

  private mutating func attributes() -> String {
    switch pick(0...4) {
    case 0: " class=\"a {{ \(name()) }}\""
    case 1: " title='甲{{ \(name()) }}{% if v0 %}{{ \(name()) }}{% endif %}'"
    case 2: " lang=\"{% for x in list %}{{ x }}.{% endfor %}\""
    default: ""
    }
  }

  private mutating func name() -> String { "v\(pick(0...3))" }
}

/// SplitMix64: every run makes the same templates.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension String {
  /// HTML's `<br>` as XML's `<br/>`: the only void element the grammar makes.
  fileprivate var closingVoidElements: String {
    var result = ""
    var rest = self[...]
    while let index = rest.firstIndex(of: "<") {
      result += rest[..<index]
      rest = rest[index...]
      if rest.hasPrefix("<br>") {
        result += "<br/>"
        rest = rest.dropFirst(4)
      } else {
        result += "<"
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }
}
