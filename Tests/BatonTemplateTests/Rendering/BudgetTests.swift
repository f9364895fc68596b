// What a rendering may cost: each limit is an ordinary fault.

import BatonDiagnostics
import Testing

@testable import BatonTemplate

@Suite struct BudgetTests {
  private func fault(_ template: String, _ set: (inout Budget) -> Void) throws -> String? {
    let environment = Environment()
    let compiled = try environment.template(from: Source(name: "t", text: template))
    var renderer = Renderer(environment)
    set(&renderer.budget)
    do throws(TemplateError) {
      _ = try renderer.render(compiled, .empty)
      return nil
    } catch {
      return error.diagnostics[0].id
    }
  }

  @Test(arguments: [
    "{% for i in range(9000) %}{{ 'word ' ~ i }}{% endfor %}", "{{ 'x' * 9000 }}",
    "{{ 'x' * 1000 }}{{ 'y' * 9000 }}",
  ])
  func `more output than allowed is a fault, however few steps it took`(template: String) throws {
    #expect(try fault(template) { $0.outputBytes = 4000 } == "output-budget")
    #expect(try fault(template) { _ in } == nil)
  }

  @Test func `a format of more conversions than anyone writes is refused while it is read`() throws {
    #expect(throws: Fault.self) { try PercentFormat(String(repeating: "%g", count: 100_001)) }
    #expect(try PercentFormat(String(repeating: "%g", count: 1000)).pieces.count == 1000)
  }

  @Test func `more steps than allowed are a fault`() throws {
    let template = "{% for i in range(3000) %}{% for j in range(3000) %}{% endfor %}{% endfor %}"
    #expect(try fault(template) { $0.steps = 10_000 } == "instruction-budget")
  }

  @Test func `macros that call themselves without end are a fault`() throws {
    let template = "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}"
    #expect(try fault(template) { $0.depth = 50 } == "nesting-too-deep")
  }

  @Test(arguments: ["{{ 11 ** 120 ** 280 }}", "{% set n = 9 ** 4000 %}{{ n * n }}"])
  func `integers so long that their text takes seconds are refused`(template: String) throws {
    #expect(try fault(template) { _ in } == "too-large")
  }
}
