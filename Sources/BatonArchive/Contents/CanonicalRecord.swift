// Records of a version as JSON: one way to write each, so that equal records are equal bytes.

internal import Foundation

/// Reading and writing the `.json` files of a version.
package enum CanonicalRecord {
  /// A record's bytes: keys in order, no white space, no fraction.
  ///
  /// - Throws: ``ArchiveError`` `cannot-encode` if the record says that it can't be written.
  package static func bytes(of record: some Encodable) throws(ArchiveError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(record))
    } catch {
      throw ArchiveError("cannot-encode", "归档记录写不成 JSON：\(error)")
    }
  }

  /// Whether bytes are what the store itself would write for what they say.
  package static func isCanonical(_ bytes: [UInt8]) -> Bool { canonical(bytes) == bytes }

  /// What the store would write for what bytes say; `nil` if they are no JSON of its kind.
  package static func canonical(_ bytes: [UInt8]) -> [UInt8]? { JSONValue.parse(bytes)?.bytes }
}

extension ArchivedObject {
  /// A record of a version; `nil` if the version holds none at that path.
  ///
  /// - Throws: ``ArchiveError`` `archive-damaged` if its bytes have changed or say something else.
  package func record<Record: Decodable>(
    _ type: Record.Type, at path: String, of version: Version
  ) throws(ArchiveError) -> Record? {
    guard let file = version.file(at: path) else { return nil }
    let bytes = try bytes(of: file)
    do {
      return try JSONDecoder().decode(type, from: Data(bytes))
    } catch {
      throw .unreadable(path, "不是归档记录（\(id) 第 \(version.number) 版）", help: "\(error)")
    }
  }

  /// The documents of a version, in the order of the list; none if the version was made by other hands.
  package func documents(of version: Version) throws(ArchiveError) -> [ArchivedDocument] {
    try record([ArchivedDocument].self, at: VersionContents.documentList, of: version) ?? []
  }
}
