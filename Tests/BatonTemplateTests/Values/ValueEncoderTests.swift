// Swift values as templates see them.

import BatonTemplate
import Testing

@Suite struct ValueEncoderTests {
  private struct Unit: Encodable {
    var name = "县教育局"
    var rank: Int? = nil
    var score = Decimal("12.50") ?? .zero
    var count = UInt64.max
    var rate = 0.5
    var isBest = true
    var items: [Item] = [Item(label: "一"), Item(label: nil)]
    var empty: [String: Int] = [:]

    enum CodingKeys: String, CodingKey {
      case name = "全称"
      case rank = "位次"
      case score = "得分"
      case count = "数"
      case rate = "率"
      case isBest = "最好"
      case items = "项"
      case empty = "空"
    }
  }

  private struct Item: Encodable {
    var label: String?

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(label, forKey: .label)
    }

    private enum Key: String, CodingKey { case label = "名" }
  }

  private func text(_ template: String, _ value: some Encodable) throws -> String {
    var encoder = ValueEncoder()
    let document = try encoder.document(encoding: value)
    let environment = Environment(loader: DictionaryLoader(["t": template]))
    var renderer = Renderer(environment)
    return String(
      decoding: try renderer.render(try environment.template(named: "t"), document).bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("{{ 全称 }}", "县教育局"),
    ("{{ 位次 }}", ""),
    ("{{ 得分 }}", "12.50"),
    ("{{ 数 }}", "18446744073709551615"),
    ("{{ 率 }} {{ 最好 }}", "0.5 True"),
    ("{% for x in 项 %}{{ x.名 == none }} {% endfor %}", "False True "),
    ("{% if not 空 %}空{% endif %}", "空"),
  ])
  func `a field is found under its coding key`(template: String, printed: String) throws {
    #expect(try text(template, Unit()) == printed)
  }

  @Test func `documents of one encoder do not mix`() throws {
    var encoder = ValueEncoder()
    let first = try encoder.document(encoding: ["a": 1])
    _ = try encoder.document(encoding: ["a": 2, "b": 3])
    let environment = Environment(loader: DictionaryLoader(["t": "{{ a }}"]))
    var renderer = Renderer(environment)
    #expect(try renderer.render(try environment.template(named: "t"), first).bytes == Array("1".utf8))
  }
}
