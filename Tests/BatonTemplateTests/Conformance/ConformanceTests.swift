// Jinja, case by case: every one passes, save those in deviations.txt, each with its reason.

import BatonDiagnostics
import Foundation
import Testing

@testable import BatonTemplate

@Suite struct ConformanceTests {
  private static let resources = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Resources")

  private func deviations() throws -> [String: String] {
    let text = try String(contentsOf: Self.resources.appending(path: "deviations.txt"), encoding: .utf8)
    var result: [String: String] = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: " ", maxSplits: 1)
      if parts.count == 2 { result[String(parts[0])] = String(parts[1]) }
    }
    return result
  }

  @Test func `every case of Jinja's gives what Jinja gives, save the listed deviations`() throws {
    let data = try Data(contentsOf: Self.resources.appending(path: "jinja.jsonl"))
    let cases = try ConformanceCase.all(in: Array(data))
    #expect(cases.count == 1669)
    let deviations = try deviations()
    let filter = ProcessInfo.processInfo.environment["BATON_CONFORMANCE"]
    var failures: [String] = []
    for item in cases where filter.map({ item.feature.contains($0) || item.id.hasPrefix($0) }) ?? true {
      let outcome = item.outcome()
      if case .failed(let message) = outcome, deviations[item.id] == nil {
        failures.append("\(item.id) [\(item.templates[item.main] ?? "")]: \(message)")
      }
      if outcome == .passed, deviations[item.id] != nil {
        failures.append("\(item.id) passes, but is listed as a deviation")
      }
    }
    for failure in failures { Issue.record("CASE \(failure)") }
  }
}

extension ConformanceTests {
  @Test func `every case in which Baton once differed from Jinja gives what Jinja gives`() throws {
    let data = try Data(contentsOf: Self.resources.appending(path: "differential.jsonl"))
    let cases = try ConformanceCase.all(in: Array(data))
    #expect(cases.count == 47)
    for item in cases {
      if case .failed(let message) = item.outcome() { Issue.record("CASE \(item.id): \(message)") }
    }
  }

  @Test func `what a template changes is as it was in the next rendering`() throws {
    var reader = JSONReader()
    let document = try reader.document(
      from: Source(name: "data", text: #"{"xs": [1], "d": {"a": 1}, "ys": [], "zs": []}"#))
    let environment = Environment(
      loader: DictionaryLoader([
        "t": "{% for i in range(2) %}{{ d.a }}{% do d.update(a=2) %}{% endfor %}{% do xs.append(2) %}{{ xs }}"
      ]))
    var renderer = Renderer(environment)
    let template = try environment.template(named: "t")
    for _ in 0..<2 { #expect(try renderer.render(template, document).text == "12[1, 2]") }
  }
}
