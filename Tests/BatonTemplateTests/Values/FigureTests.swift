// Figures with their derivation.

import BatonDiagnostics
import Testing

@testable import BatonTemplate

private struct Share: EncodedAsDecimal {
  let decimalText: String
  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(decimalText)
  }
}

private struct Score: EncodedAsFigure {
  let value: Share
  let source: String
  enum CodingKeys: String, CodingKey {
    case value = "值"
    case source = "出处"
  }
}

private struct Report: Encodable {
  let name: String
  let score: Score
  let parts: [[String: Double]]
  enum CodingKeys: String, CodingKey {
    case name = "名称"
    case score = "得分"
    case parts = "分项"
  }
}

@Suite struct FigureTests {
  private func render(_ template: String) throws -> String {
    var encoder = ValueEncoder()
    let report = Report(
      name: "甲乡", score: Score(value: Share(decimalText: "95.50"), source: "年度数据.xlsx!平时分数!E17"),
      parts: [["a": 1.5]])
    let document = try encoder.document(encoding: report)
    let environment = Environment(undefined: .strict)
    var renderer = Renderer(environment)
    return try renderer.render(try environment.template(from: Source(name: "t", text: template)), document)
      .text
  }

  @Test(arguments: [
    ("{{ 名称 }}", "甲乡"), ("{{ 分项[0].a }}", "1.5"), ("{{ 得分 }}", "95.50"),
    ("{{ 得分.出处 }}", "年度数据.xlsx!平时分数!E17"), ("{{ 得分 + 1 }}", "96.50"), ("{{ 得分 > 95 }}", "True"),
    ("{{ 得分 == 95.5 }}", "True"),
  ])
  func `a figure prints and computes as its value`(
    template: String, expected: String
  ) throws {
    #expect(try render(template) == expected)
  }

  @Test func `two reports of one encoder share their shapes`() throws {
    var encoder = ValueEncoder()
    let one = try encoder.document(encoding: ["a": 1])
    let other = try encoder.document(encoding: ["a": 2])
    #expect(one.shapes === other.shapes)
    #expect(one.root.count == other.root.count)
  }
}
