// Jinja, case by case: every one passes, save those in deviations.txt, each with its reason.

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
