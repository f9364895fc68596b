// What is fuzzed. libFuzzer has one entry a process; which target it feeds is chosen once, at the start.

import BatonDiagnostics
import BatonDocument
import BatonTemplate

/// Something that eats bytes. A trap, a hang or a report of a sanitizer is a finding; a diagnostic is not.
protocol Target {
  mutating func run(_ bytes: [UInt8])
}

public enum FuzzTarget {
  public static let names = ["text", "xml", "word", "render", "format"]

  // libFuzzer runs one input after another on one thread.
  nonisolated(unsafe) private static var current: (any Target)?

  /// Chooses what ``run(_:)`` feeds; `false` where there is no such target.
  public static func choose(_ name: String, theme: [UInt8]?) -> Bool {
    switch name {
    case "text": current = TextTarget()
    case "xml": current = XMLTarget()
    case "word": current = theme.flatMap { WordTarget(theme: $0) }
    case "render": current = RenderTarget()
    case "format": current = FormatTarget()
    default: return false
    }
    return current != nil
  }

  public static func run(_ bytes: [UInt8]) { current?.run(bytes) }
}

/// Templates that the fuzzed one may name.
let namedTemplates = [
  "base": "<p>{% block a %}A{% endblock %}{% block b required %}{% endblock %}</p>",
  "macros":
    "{% macro m(x, y=1) %}{{ x }}{{ y }}{{ caller() if caller else '' }}{% endmacro %}{% set v = 1 %}",
  "part": "{{ x }}{% for i in xs %}{{ i }}{% endfor %}",
  "base.html": "<html><body>{% block a %}<p>A</p>{% endblock %}{% block b %}{% endblock %}</body></html>",
  "macros.html": """
  {% macro m(x, y=1) %}<b>{{ x }}</b>{{ y }}{% endmacro %}\
  {% macro row(r) %}<tr><td>{{ r }}</td>{{ caller() if caller else '' }}</tr>{% endmacro %}
  """,
  "part.html": "<p>{{ x }}</p><ul>{% for i in xs %}<li>{{ i }}</li>{% endfor %}</ul>",
]

/// The fuzzed template beside the named ones.
struct FuzzedLoader: Loader {
  static let named = DictionaryLoader(namedTemplates)

  let name: String
  let bytes: [UInt8]

  func source(named name: String) throws(TemplateError) -> Source? {
    name == self.name ? Source(name: name, bytes: bytes) : try Self.named.source(named: name)
  }
}
