// What an iteration makes is given back, and what outlives it is not.

import BatonDiagnostics
import Testing

@testable import BatonTemplate

@Suite struct ScratchTests {
  private static let templates = [
    "m": "{% macro field(x) %}<{{ x ~ '!' }}>{% endmacro %}{% set word = 'w' ~ 1 %}",
    "p": "{% set q = i ~ '?' %}{{ q|upper }}",
  ]

  private func run<Result>(_ template: String, _ look: (inout Machine) -> Result) throws -> Result {
    var templates = Self.templates
    templates["t"] = template
    let environment = Environment(loader: DictionaryLoader(templates))
    var machine = Machine(environment)
    let program = try environment.template(named: "t").program
    try machine.render(program, .empty, root: Document.empty.root, with: [], Budget(), StartNumbers())
    return look(&machine)
  }

  @Test(arguments: [
    "{{ i ~ 'x' }}", "{{ '%05d'|format(i) }}{{ [i, i]|join(',') }}{{ {'a': i} }}",
    "{% set s %}{{ i }}{% endset %}{{ s }}",
    "{% set l = [] %}{% do l.append(i ~ '') %}{{ l }}", "{{ f(i) }}", "{% include 'p' %}",
    "{% from 'm' import field %}{{ field(i) }}", "{% import 'm' as lib %}{{ lib.word }}",
    "{{ missing }}{{ missing is defined }}",
    "{% for j in [i, i ~ ''] %}{{ j }}{{ loop.index }}{% endfor %}",
    "{% call g() %}{{ i ~ 'c' }}{% endcall %}",
    "{% if i is odd %}{% continue %}{% endif %}{{ i ~ '' }}", "{% set ns.n = ns.n + i %}",
    "{{ c.next() ~ i }}",
  ])
  func `a long loop needs no more scratch memory than a short one`(body: String) throws {
    let frame = """
      {% macro f(x) %}({{ x ~ '' }}){% endmacro %}{% macro g() %}[{{ caller() }}]{% endmacro %}\
      {% set ns = namespace(n=0) %}{% set c = cycler('a' ~ 1, 'b') %}{% for i in range(COUNT) %}BODY{% endfor %}
      """
    func used(_ count: Int) throws -> [Int] {
      let template = frame.replacing("COUNT", with: "\(count)").replacing("BODY", with: body)
      return try run(template) {
        [
          $0.scratchBytes.count, $0.scratchNodes.count, $0.lists.count, $0.maps.count, $0.objects.count,
          $0.contexts.count, $0.top,
        ]
      }
    }
    #expect(try used(60) == used(5))
  }

  @Test(arguments: [
    (
      "{% set ns = namespace(a='') %}{% for i in range(4) %}{% set ns.a = ns.a ~ i %}{% endfor %}{{ ns.a }}",
      "0123"
    ),
    (
      "{% set l = [] %}{% for i in range(4) %}{% do l.append(i ~ 'x') %}{{ 'junk' ~ i }}{% endfor %}{{ l|join }}",
      "junk0junk1junk2junk30x1x2x3x"
    ),
    (
      "{% set l = [] %}{% for i in range(3) %}{% for j in range(2) %}{% do l.append(i ~ '' ~ j) %}{% endfor %}{% endfor %}"
        + "{{ l|join(',') }}", "00,01,10,11,20,21"
    ),
    (
      "{% set d = {} %}{% for i in range(3) %}{% set own = [i ~ ''] %}{% do d.update({i ~ 'k': own}) %}"
        + "{% do own.append(i ~ 'later') %}{% endfor %}{{ d }}",
      "{&#39;0k&#39;: [&#39;0&#39;, &#39;0later&#39;], &#39;1k&#39;: [&#39;1&#39;, &#39;1later&#39;], "
        + "&#39;2k&#39;: [&#39;2&#39;, &#39;2later&#39;]}"
    ),
    ("{% for i in range(4) %}{{ loop.changed((i // 2) ~ 'x') }} {% endfor %}", "True False True False "),
    (
      "{% set ns = namespace(m=none) %}{% for i in range(3) %}{% if not ns.m %}{% import 'm' as lib %}{% set ns.m = lib %}"
        + "{% endif %}{{ ns.m.word }}{{ 'x' ~ i }}{% endfor %}", "w1x0w1x1w1x2"
    ),
    (
      "{% for w in ['b' ~ 1, 'a' ~ 2, 'c' ~ 3] if (w ~ w)|length > 3 %}{{ loop.previtem }}{{ w }}{{ loop.nextitem }} {% endfor %}",
      "b1a2 b1a2c3 a2c3 "
    ),
  ])
  func `what outlives an iteration is kept`(template: String, expected: String) throws {
    #expect(try run(template) { $0.rendering().text } == expected)
  }
}
