// The figures of a results.json, flattened, so that two versions of a year can be compared.

internal import Foundation

/// Every figure by what it is of and what it is called.
package struct ResultFigures: Sendable, Hashable {
  struct Place: Sendable, Hashable, Comparable {
    /// 单位编号, 人员编号, or what else has figures.
    let subject: String
    let field: String

    static func < (left: Place, right: Place) -> Bool {
      (left.subject, left.field) < (right.subject, right.field)
    }
  }

  struct Value: Sendable, Hashable {
    let exact, shown: String
  }

  private(set) var values: [Place: Value] = [:]

  /// Reads the figures; derivations are left aside: they say the same in other words.
  ///
  /// - Returns: `nil` if the bytes are no results.
  package init?(json: [UInt8]) {
    guard let tree = try? JSONDecoder().decode(ResultTree.Root.self, from: Data(json)) else { return nil }
    for (key, value) in tree.members {
      switch (key, value) {
      case ("单位", .members(let units)):
        for (unit, figures) in units { add(figures, unit, "") }
      case ("奖金", .members(let bonuses)):
        for (person, line) in bonuses["行"]?.children ?? [:] { add(line, person, "考核奖") }
        for (unit, sum) in bonuses["小计"]?.children ?? [:] { add(sum, unit, "考核奖小计") }
        for name in ["合计", "预算"] { add(bonuses[name], Self.county, "考核奖\(name)") }
      case (_, .list(let entries)): for entry in entries { addEntry(entry, of: key) }
      default: add(value, Self.county, key)
      }
    }
  }

  private static let county = "全县"

  /// Entries of lists are known by what they are of; bare names are there or not.
  private mutating func addEntry(_ entry: ResultTree, of list: String) {
    if case .text(let name) = entry { return add(.text("有"), name, list) }
    let members = entry.children
    let names = ["适用", "类", "组"].compactMap { name -> String? in
      if case .text(let text)? = members[name] { text } else { nil }
    }
    for (key, value) in members { add(value, names.joined(separator: "·"), "\(list)·\(key)") }
  }

  private mutating func add(_ value: ResultTree?, _ subject: String, _ field: String) {
    let place = Place(subject: subject, field: field)
    switch value {
    case .members(let members):
      if case .text(let exact)? = members["exact"], case .text(let shown)? = members["shown"] {
        values[place] = Value(exact: exact, shown: shown)
      } else {
        for (key, inner) in members { add(inner, subject, field.isEmpty ? key : "\(field)·\(key)") }
      }
    case .list(let entries):
      let text = entries.map(\.word).joined(separator: "、")
      values[place] = Value(exact: text, shown: text)
    case .text(let text): values[place] = Value(exact: text, shown: text)
    case nil: return
    }
  }
}

/// JSON as results have it: numbers stand in texts, or are whole.
private enum ResultTree: Decodable {
  case text(String)
  case list([ResultTree])
  case members([String: ResultTree])

  var children: [String: ResultTree] { if case .members(let members) = self { members } else { [:] } }
  var word: String { if case .text(let text) = self { text } else { "" } }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let number = try? container.decode(Int.self) {
      self = .text(String(number))
    } else if let entries = try? container.decode([ResultTree].self) {
      self = .list(entries)
    } else {
      self = .members(try container.decode([String: ResultTree].self))
    }
  }

  /// All of it but derivations and what is missing.
  struct Root: Decodable {
    let members: [String: ResultTree]

    private struct Key: CodingKey {
      let stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      var members = [String: ResultTree]()
      for key in container.allKeys where key.stringValue != "推导" && key.stringValue != "missing" {
        members[key.stringValue] = try container.decode(ResultTree.self, forKey: key)
      }
      self.members = members
    }
  }
}
