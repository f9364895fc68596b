// Whatever changes in a store is noticed and named.

import BatonArchive
import BatonDiagnostics
import Foundation
import TestSupport
import Testing

@testable import baton_endure

@Suite struct DamageTests {
  /// A store of two objects, one of them with two versions.
  private static func store(in folder: TemporaryFolder, _ key: SigningKey) throws -> Digest? {
    let writer = try ArchiveWriter(at: folder.store, sealingWith: key)
    _ = try writer.commit(Sample.submission(1))
    _ = try writer.commit(Sample.submission(1, object: ObjectID(county: "某县", year: 2021)))
    _ = try writer.commit(Sample.submission(2))
    return try SealChain.head(of: ArchiveStore(at: folder.store))?.digest
  }

  /// What verification says, or that the store can't even be opened.
  private static func notices(_ folder: TemporaryFolder, trusting key: PublicKey? = nil, head: Digest? = nil)
    throws -> [String]
  {
    do throws(ArchiveError) {
      let store = try ArchiveStore(at: folder.store)
      return try Verification(of: store, trusting: key, head: head).run().findings.map(\.kind.rawValue)
    } catch {
      return error.diagnostics.map(\.id)
    }
  }

  @Test func `a flipped bit anywhere is noticed`() throws {
    let folder = try TemporaryFolder()
    let key = try SigningKey()
    let head = try Self.store(in: folder, key)
    #expect(try Self.notices(folder, trusting: key.publicKey, head: head).isEmpty)
    var random = SeededGenerator(seed: 7)
    let files = try folder.files()
    for round in 0..<120 {
      let file = folder.path + "/" + files[round % files.count]
      let original = try Data(contentsOf: URL(fileURLWithPath: file))
      var damaged = original
      let bit = Int.random(in: 0..<(original.count * 8), using: &random)
      damaged[bit / 8] ^= 1 << UInt8(bit % 8)
      try damaged.write(to: URL(fileURLWithPath: file))
      let findings = try Self.notices(folder)
      #expect(!findings.isEmpty, "bit \(bit) of \(file) was flipped unnoticed")
      try original.write(to: URL(fileURLWithPath: file))
    }
  }

  @Test func `a file that is dropped, added, renamed or swapped is noticed`() throws {
    let files = FileManager.default
    for kind in ["drop", "add", "rename", "swap"] {
      let folder = try TemporaryFolder()
      _ = try Self.store(in: folder, Sample.key())
      let contents = try folder.files().map { folder.path + "/" + $0 }
      for (index, file) in contents.enumerated() {
        let other = contents[(index + 1) % contents.count]
        let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
        switch kind {
        case "drop": try files.removeItem(atPath: file)
        case "add": try bytes.write(to: URL(fileURLWithPath: file + ".bak"))
        case "rename": try files.moveItem(atPath: file, toPath: file + "x")
        default:
          guard files.contents(atPath: other) != bytes else { continue }
          try files.contents(atPath: other)?.write(to: URL(fileURLWithPath: file))
        }
        #expect(try !Self.notices(folder).isEmpty, "\(kind) of \(file)")
        try? files.removeItem(atPath: file + ".bak")
        try? files.removeItem(atPath: file + "x")
        try bytes.write(to: URL(fileURLWithPath: file))
      }
      #expect(try Self.notices(folder).isEmpty)
    }
  }

  @Test func `an empty folder or a link that was added is noticed`() throws {
    let folder = try TemporaryFolder()
    _ = try Self.store(in: folder, Sample.key())
    let object = try #require(try folder.files().first { $0.contains("0=ocfl_object") })
    let base = folder.path + "/" + object.replacingOccurrences(of: "/0=ocfl_object_1.1", with: "")
    try FileManager.default.createDirectory(atPath: base + "/v9", withIntermediateDirectories: false)
    #expect(try Self.notices(folder) == ["foreign-file"])
    try FileManager.default.removeItem(atPath: base + "/v9")
    try FileManager.default.createSymbolicLink(atPath: base + "/x", withDestinationPath: "/etc/hostname")
    #expect(try Self.notices(folder) == ["foreign-file"])
  }

  @Test func `an object that is a link to one elsewhere is not in the store`() throws {
    let folder = try TemporaryFolder()
    _ = try Self.store(in: folder, Sample.key())
    let declaration = try #require(try folder.files().first { $0.contains("2021/0=ocfl_object") })
    let object = folder.path + "/" + declaration.replacingOccurrences(of: "/0=ocfl_object_1.1", with: "")
    try FileManager.default.moveItem(atPath: object, toPath: folder.path + "/elsewhere")
    try FileManager.default.createSymbolicLink(
      atPath: object, withDestinationPath: folder.path + "/elsewhere")
    #expect(try Self.notices(folder) == ["foreign-file", "broken-chain"])
  }

  @Test(arguments: ["keys", "work", "ocfl/extensions"])
  func `a folder of the store that is gone is a finding, not the end of the verification`(name: String) throws
  {
    let folder = try TemporaryFolder()
    _ = try Self.store(in: folder, Sample.key())
    try FileManager.default.removeItem(atPath: folder.store + "/" + name)
    #expect(try Self.notices(folder).contains("missing-file"))
  }

  @Test func `a store that was rewritten with another key is not the one that was sealed`() throws {
    let folder = try TemporaryFolder()
    let trusted = try SigningKey()
    _ = try Self.store(in: folder, trusted)
    let forged = try TemporaryFolder()
    _ = try Self.store(in: forged, SigningKey())
    #expect(try Self.notices(forged).isEmpty, "in itself it is whole")
    #expect(
      try Self.notices(forged, trusting: trusted.publicKey) == Array(repeating: "unknown-key", count: 3))
  }

  @Test func `a version cut off the end is noticed against a head that was written down`() throws {
    let folder = try TemporaryFolder()
    let key = try SigningKey()
    let writer = try ArchiveWriter(at: folder.store, sealingWith: key)
    _ = try writer.commit(Sample.submission(1))
    let before = try TemporaryFolder()
    try FileManager.default.copyItem(atPath: folder.store, toPath: before.store)
    _ = try writer.commit(Sample.submission(2))
    let head = try SealChain.head(of: ArchiveStore(at: folder.store))?.digest
    #expect(try Self.notices(before).isEmpty)
    #expect(try Self.notices(before, head: head) == ["other-head"])
    #expect(try Self.notices(folder, head: head).isEmpty)
  }

  @Test func `an object taken out whole leaves a gap in the chain`() throws {
    let folder = try TemporaryFolder()
    let writer = try ArchiveWriter(at: folder.store, sealingWith: Sample.key())
    for year in [2020, 2021, 2022] {
      _ = try writer.commit(Sample.submission(object: ObjectID(county: "某县", year: year)))
    }
    let declaration = try #require(try folder.files().first { $0.contains("2021/0=ocfl_object") })
    let object = folder.path + "/" + declaration.replacingOccurrences(of: "/0=ocfl_object_1.1", with: "")
    try FileManager.default.removeItem(atPath: object)
    #expect(try Self.notices(folder) == ["broken-chain"])
  }
}
