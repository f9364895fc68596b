// index.json: what every file of an output folder is, for programs.

internal import Foundation

/// What one published file is. The keys are those of the workbook's 「报错与机读输出」.
package struct IndexEntry: Sendable, Hashable {
  /// 文书名
  package var document: String
  /// 单位编号; `nil` for a county document.
  package var unit: String?
  /// 人员编号
  package var person: String?
  /// 份号; `nil` where copies aren't files of their own.
  package var copy: Int?
  /// 知悉范围
  package var audience: String

  package init(
    document: String, unit: String? = nil, person: String? = nil, copy: Int? = nil, audience: String
  ) {
    self.document = document
    self.unit = unit
    self.person = person
    self.copy = copy
    self.audience = audience
  }
}

extension IndexEntry: Codable {
  private enum CodingKeys: String, CodingKey {
    case document = "doc"
    case unit, person, copy, audience
  }

  /// Every key is always there; what an entry doesn't have is `null`.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(document, forKey: .document)
    try container.encode(unit, forKey: .unit)
    try container.encode(person, forKey: .person)
    try container.encode(copy, forKey: .copy)
    try container.encode(audience, forKey: .audience)
  }
}

/// The entries of an output folder by their paths, relative to it.
package struct PublishedIndex: Sendable, Hashable {
  /// The file's name in the output folder.
  package static let fileName = "index.json"

  package var entries: [String: IndexEntry]

  package init(_ entries: [String: IndexEntry]) { self.entries = entries }

  /// Reads an index; `nil` if the bytes are none.
  package init?(json: [UInt8]) {
    guard let entries = try? JSONDecoder().decode([String: IndexEntry].self, from: Data(json)) else {
      return nil
    }
    self.init(entries)
  }

  /// The index as JSON, ordered by path.
  package func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(entries)) + Array("\n".utf8)
  }
}
