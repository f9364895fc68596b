// The checker's promise as a property: what it leaves without a finding, and with nothing left open, renders for
// every value of the shape.

import BatonDiagnostics
import Foundation
import Testing

@testable import BatonTemplate

@Suite struct PromiseTests {
  /// How many templates are made: `BATON_PROMISES=200000 swift test --filter PromiseTests` makes more.
  static let count = Int(ProcessInfo.processInfo.environment["BATON_PROMISES"] ?? "") ?? 1000

  @Test func `what is proved never fails for any value of the shape`() throws {
    var proved = 0
    var wrong = 0
    for seed in 0..<Self.count {
      var random = Draws(seed: UInt64(seed))
      let fields = ShapeMaker.fields(&random, depth: 2)
      var maker = TemplateMaker(fields: fields)
      let text = maker.template(&random)
      let environment = Environment(
        loader: DictionaryLoader(["t.txt": text]), undefined: .strict, escapes: false)
      let report = environment.check("t.txt", against: fields)
      guard report.isProved else {
        wrong += 1
        continue
      }
      proved += 1
      let template = try environment.template(named: "t.txt")
      var renderer = Renderer(environment)
      for _ in 0..<3 {
        let json = ShapeMaker.object(of: fields, &random)
        var reader = JSONReader()
        let data = try reader.document(from: Source(name: "data.json", text: json))
        do {
          _ = try renderer.render(template, data)
        } catch {
          let id = error.diagnostics.first?.id ?? ""
          // Not about kinds, fields or loops: what single values make of a calculation.
          if ["zero-division", "too-large", "bad-value", "index-out-of-range"].contains(id) { continue }
          Issue.record(
            "seed \(seed): \(text)\n\(json)\n\(error.diagnostics.map(\.text).joined(separator: "\n"))")
        }
      }
    }
    // A checker that refused everything would keep its promise too.
    #expect(proved > Self.count / 40, "\(proved) proved, \(wrong) not")
  }
}

/// Shapes and values of them.
private enum ShapeMaker {
  static func fields(_ random: inout Draws, depth: Int) -> DataShape.Fields {
    let names = ["甲", "乙", "丙", "丁", "戊"].prefix(random.next(3) + 3)
    return DataShape.Fields(
      names.map { name in
        let shape = shape(&random, depth: depth)
        return .init(name: name, shape: random.next(5) == 0 ? .absentOr(shape) : shape)
      })
  }

  static func shape(_ random: inout Draws, depth: Int) -> DataShape {
    switch random.next(depth > 0 ? 12 : 7) {
    case 0, 1: .text
    case 2: .integer
    case 3: .number
    case 4: .bool
    case 5: .optional(random.next(2) == 0 ? .text : .integer)
    case 6: .numberOrText
    case 7, 8: .list(of: shape(&random, depth: depth - 1))
    case 9: .list(of: .record(fields(&random, depth: depth - 1)))
    case 10: .record(fields(&random, depth: depth - 1))
    default: .mapping(of: shape(&random, depth: depth - 1))
    }
  }

  static func object(of fields: DataShape.Fields, _ random: inout Draws) -> String {
    var members: [String] = []
    for field in fields.fields {
      if case .absentOr(let shape) = field.shape {
        if random.next(2) == 0 { members.append("\"\(field.name)\": \(json(shape, &random))") }
      } else {
        members.append("\"\(field.name)\": \(json(field.shape, &random))")
      }
    }
    return "{\(members.joined(separator: ", "))}"
  }

  private static func json(_ shape: DataShape, _ random: inout Draws) -> String {
    switch shape {
    case .text, .date: return random.pick(["\"\"", "\"字\"", "\"12\"", "\"a b\""])
    case .integer: return random.pick(["0", "1", "-3", "70"])
    case .number: return random.pick(["0", "2.5", "-1", "1e3"])
    case .bool: return random.pick(["true", "false"])
    case .numberOrText: return random.pick(["3", "0.5", "\"完成\""])
    case .optional(let inner): return random.next(2) == 0 ? "null" : json(inner, &random)
    case .list(let item):
      return "[" + (0..<random.next(3)).map { _ in json(item, &random) }.joined(separator: ", ") + "]"
    case .record(let fields): return object(of: fields, &random)
    case .mapping(let value):
      return "{" + (0..<random.next(3)).map { "\"k\($0)\": \(json(value, &random))" }.joined(separator: ", ")
        + "}"
    default: return "null"
    }
  }
}

/// Templates over the fields of a shape: mostly sensible, sometimes not.
private struct TemplateMaker {
  let fields: DataShape.Fields
  private var variables: [String] = []
  private var number = 0

  init(fields: DataShape.Fields) { self.fields = fields }

  mutating func template(_ random: inout Draws) -> String {
    (0...random.next(2)).map { _ in statement(&random, depth: 2) }.joined()
  }

  private mutating func statement(_ random: inout Draws, depth: Int) -> String {
    guard depth > 0 else { return "{{ \(expression(&random, depth: 1)) }}" }
    switch random.next(9) {
    case 0, 1, 2: return "{{ \(expression(&random, depth: 2)) }}"
    case 3:
      return "{% if \(condition(&random)) %}\(statement(&random, depth: depth - 1)){% else %}x{% endif %}"
    case 4, 5:
      number += 1
      let name = "v\(number)"
      let list = path(&random)
      variables.append(name)
      let body = statement(&random, depth: depth - 1)
      variables.removeLast()
      return "{% for \(name) in \(list) %}\(body){{ loop.index + 1 }}{% endfor %}"
    case 6:
      number += 1
      let value = expression(&random, depth: 2)
      variables.append("s\(number)")
      return "{% set s\(number) = \(value) %}"
    case 7:
      let guarded = path(&random)
      let test = random.pick([
        "is defined", "is string", "is number", "is mapping", "is not none", "is integer",
      ])
      return
        "{% if \(guarded) \(test) %}{{ \(guarded)\(random.pick(["", "|upper", " + 1", "|length"])) }}{% endif %}"
    default:
      number += 1
      let body = "{{ p\(random.pick(["", "|upper", "|round", " ~ '。'"])) }}"
      return
        "{% macro m\(number)(p) %}\(body){% endmacro %}{{ m\(number)(\(expression(&random, depth: 1))) }}"
    }
  }

  private func condition(_ random: inout Draws) -> String {
    let one = path(&random)
    switch random.next(6) {
    case 0: return one
    case 1: return "\(one) is defined and \(one)"
    case 2: return "not \(one)"
    case 3:
      return "\(one) \(random.pick(["==", "<", "in", "!="])) \(random.pick([path(&random), "1", "'字'"]))"
    case 4: return "\(one) is not none and \(path(&random))"
    default: return "\(one) is defined"
    }
  }

  private func expression(_ random: inout Draws, depth: Int) -> String {
    guard depth > 0 else {
      return random.next(4) == 0 ? random.pick(["1", "'字'", "2.5", "[]", "none"]) : path(&random)
    }
    let one = expression(&random, depth: depth - 1)
    switch random.next(9) {
    case 0:
      return
        "(\(one) \(random.pick(["+", "-", "*", "/", "//", "%", "~", "**"])) \(expression(&random, depth: 0)))"
    case 1, 2: return "(\(one))|\(random.pick(Self.filters))"
    case 3: return "(\(one))|default('无')"
    case 4: return "(\(one))|map(attribute='\(random.pick(["甲", "乙"]))')|join('、')"
    case 5: return "(\(one))|selectattr('\(random.pick(["甲", "乙"]))')|list|length"
    case 6: return "(\(one) if \(condition(&random)) else '')"
    case 7:
      return "(\(one))\(random.pick(["[0]", ".甲", "[1:]", ".items()|list|length", ".strip()", ".get('k0')"]))"
    default: return path(&random)
    }
  }

  private static let filters = [
    "upper", "length", "first|default('')", "last|default('')", "sort|join", "join('、')", "round", "abs",
    "int",
    "float", "sum", "min|default('')", "unique|list|length", "reverse|list|length", "list|length", "trim",
    "string", "batch(2)|list|length", "groupby('甲')|length", "replace('a', 'b')", "items|list|length", "中文数字",
    "百分比", "truncate(3)", "title", "wordcount", "map('upper')|join", "select|list|length", "dictsort|length",
    "max|default('')", "map('length')|sum", "sort(attribute='甲')|length", "sum(attribute='乙')", "count",
  ]

  private func path(_ random: inout Draws) -> String {
    var text: String
    if !variables.isEmpty, random.next(2) == 0 {
      text = random.pick(variables)
    } else {
      text = random.pick(fields.fields.map(\.name))
    }
    while random.next(3) == 0 { text += ".\(random.pick(["甲", "乙", "丙", "k0"]))" }
    return text
  }
}

/// Numbers that are the same for the same seed (SplitMix64).
private struct Draws {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next(_ limit: Int) -> Int { Int(SplitMix.next(&state) % UInt64(limit)) }

  mutating func pick<Item>(_ items: [Item]) -> Item { items[next(items.count)] }
}
