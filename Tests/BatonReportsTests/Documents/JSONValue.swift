// What a view model encodes to, as plain values, read by Foundation rather than by the template engine.

import BatonReports
import BatonTemplate
import Foundation

indirect enum JSONValue: Decodable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case record([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let bool = try? container.decode(Bool.self) {
      self = .bool(bool)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([JSONValue].self) {
      self = .list(list)
    } else {
      self = .record(try container.decode([String: JSONValue].self))
    }
  }

  /// Everything that a view model encodes.
  init(encoding model: some Encodable) throws {
    self = try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(model))
  }

  /// The items of a list.
  var items: [JSONValue]? { if case .list(let items) = self { items } else { nil } }

  /// A field of a record.
  subscript(name: String) -> JSONValue? { if case .record(let fields) = self { fields[name] } else { nil } }

  /// All texts in it, at any depth.
  var texts: [String] {
    switch self {
    case .null, .bool, .number: []
    case .text(let text): [text]
    case .list(let items): items.flatMap(\.texts)
    case .record(let fields): fields.values.flatMap(\.texts)
    }
  }
}

extension DataShape {
  /// Where a value is not of the shape, as paths with what is wrong.
  func mismatches(of value: JSONValue, at path: String) -> [String] {
    switch (self, value) {
    case (.optional, .null): []
    case (.optional(let shape), _): shape.mismatches(of: value, at: path)
    case (.text, .text), (.numberOrText, .text), (.bool, .bool): []
    case (.integer, .number(let number)) where number == number.rounded(): []
    case (.number, .text(let text)):
      Double(text) == nil ? ["\(path): 「\(text)」 is no number"] : []
    case (.date, .text(let text)):
      text.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) == nil ? ["\(path): 「\(text)」 is no date"] : []
    case (.list(let shape), .list(let items)):
      items.enumerated().flatMap { shape.mismatches(of: $1, at: "\(path)[\($0)]") }
    case (.record(let fields), .record): fields.mismatches(of: value, at: path)
    default: ["\(path): \(value) is no \(self)"]
    }
  }
}

extension DataShape.Fields {
  /// Where a value lacks a field, has one more, or has one of another shape.
  func mismatches(of value: JSONValue, at path: String = "") -> [String] {
    guard case .record(let values) = value else { return ["\(path): no record"] }
    let known = Set(fields.map(\.name))
    let unknown = values.keys.filter { !known.contains($0) }.map { "\(path).\($0): not stated" }
    return unknown.sorted()
      + fields.flatMap { field in
        values[field.name].map { field.shape.mismatches(of: $0, at: "\(path).\(field.name)") }
          ?? ["\(path).\(field.name): not encoded"]
      }
  }
}
