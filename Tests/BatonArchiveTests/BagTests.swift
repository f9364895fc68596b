// Versions leave in bags and come back; a bag that isn't as it should be does not come in.

import BatonArchive
import BatonDiagnostics
import Foundation
import TestSupport
import Testing

@Suite struct BagTests {
  private static let names = ["results.json", "inputs/年度.csv", "documents/50%合格.html", "documents/a b.html"]

  /// A store with one year, and the bag of it.
  private static func bag(in folder: TemporaryFolder, _ edit: (String) throws -> Void = { _ in }) throws
    -> String
  {
    let files = names.map { SubmittedFile($0, .bytes(Array("内容 \($0)".utf8))) }
    _ = try ArchiveWriter(at: folder.store, sealingWith: Sample.key()).commit(
      Submission(
        object: Sample.object, files: files, message: "首次\n归档", user: "考核办", time: "2023-03-01T08:00:00Z"))
    let store = try ArchiveStore(at: folder.store)
    let object = try #require(try store.object(Sample.object))
    let bag = folder.path + "/包"
    let summary = try BagExport(of: object.head, in: object, of: store).write(to: bag)
    #expect(summary.fileCount == names.count)
    try edit(bag)
    return bag
  }

  private static func write(_ text: String, _ path: String) throws {
    let url = URL(fileURLWithPath: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  private static func append(_ text: String, _ path: String) throws {
    try write(String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self) + text, path)
  }

  private static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
  }

  @Test func `a version that left in a bag comes back as it was`() throws {
    let folder = try TemporaryFolder()
    let bag = try Bag(reading: Self.bag(in: folder))
    let other = folder.path + "/Other"
    let submission = try bag.submission(time: "2024-01-01T08:00:00Z")
    #expect(submission.message == "首次 归档" && submission.user == "考核办")
    _ = try ArchiveWriter(at: other, sealingWith: Sample.key()).commit(submission)
    let object = try #require(try ArchiveStore(at: other).object(Sample.object))
    let first = try #require(try ArchiveStore(at: folder.store).object(Sample.object))
    #expect(object.head.files == first.head.files)
  }

  @Test func `a bag says what the standard wants, with dates of the record only`() throws {
    let folder = try TemporaryFolder()
    let bag = try Self.bag(in: folder)
    #expect(try Self.text("\(bag)/bagit.txt") == "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    #expect(
      try Self.text("\(bag)/bag-info.txt") == """
        Bag-Software-Agent: Baton
        Bagging-Date: 2023-03-01
        Contact-Name: 考核办
        External-Description: 首次 归档
        External-Identifier: urn:baton:某县:2022
        Internal-Sender-Identifier: v1
        Payload-Oxum: 99.4

        """)
    let manifest = try Self.text("\(bag)/manifest-sha256.txt").split(separator: "\n").map { $0.dropFirst(66) }
    #expect(
      manifest == [
        "data/documents/50%25合格.html", "data/documents/a b.html", "data/inputs/年度.csv", "data/results.json",
      ])
    let tags = try Self.text("\(bag)/tagmanifest-sha512.txt").split(separator: "\n").map { $0.dropFirst(130) }
    #expect(tags.prefix(4) == ["bag-info.txt", "bagit.txt", "manifest-sha256.txt", "manifest-sha512.txt"])
    #expect(tags.contains("seal/seal-v1.sig") && tags.contains("seal/inventory.json"))
  }

  @Test func `a bag is not written over what is there, and leaves nothing behind when it fails`() throws {
    let folder = try TemporaryFolder()
    let bag = try Self.bag(in: folder)
    let store = try ArchiveStore(at: folder.store)
    let object = try #require(try store.object(Sample.object))
    let export = BagExport(of: object.head, in: object, of: store)
    #expect(throws: ArchiveError.self) { try export.write(to: bag) }
    let clean = try folder.files()
    let counting = InterruptedFiles(failing: 0, staysDead: false)
    _ = try export.write(to: folder.path + "/数", counting)
    try FileManager.default.removeItem(atPath: folder.path + "/数")
    #expect(counting.count > 20)
    for step in stride(from: 1, through: counting.count, by: 3) {
      let failing = InterruptedFiles(failing: step, staysDead: true)
      let target = folder.path + "/再"
      do {
        _ = try export.write(to: target, failing)
      } catch {
        // Dead as it is, it could not tidy up: the next one does.
        if FileManager.default.fileExists(atPath: target) {
          _ = try Bag(reading: target)
        } else {
          _ = try export.write(to: target)
        }
      }
      try FileManager.default.removeItem(atPath: target)
      #expect(try folder.files() == clean, "step \(step)")
    }
  }

  static let damages: [(name: String, ids: [String], edit: @Sendable (String) throws -> Void)] = [
    ("fetch", ["fetch-in-bag"], { try write("http://x 1 data/x", "\($0)/fetch.txt") }),
    (
      "link", ["link-in-bag"],
      { try FileManager.default.createSymbolicLink(atPath: "\($0)/data/l", withDestinationPath: "/etc") }
    ),
    (
      "up", ["unsafe-path", "wrong-digest", "wrong-digest"],
      { try append(String(repeating: "0", count: 64) + "  data/../../x\n", "\($0)/manifest-sha256.txt") }
    ),
    (
      "absolute", ["unsafe-path", "wrong-digest", "wrong-digest"],
      { try append(String(repeating: "0", count: 64) + "  /etc/passwd\n", "\($0)/manifest-sha256.txt") }
    ),
    (
      "outside", ["unsafe-path", "wrong-digest", "wrong-digest"],
      { try append(String(repeating: "0", count: 64) + "  bagit.txt\n", "\($0)/manifest-sha256.txt") }
    ),
    (
      "changed", ["wrong-digest", "wrong-digest", "wrong-oxum"],
      { try append("x", "\($0)/data/results.json") }
    ),
    (
      "missing", ["missing-from-bag", "missing-from-bag", "wrong-oxum"],
      { try FileManager.default.removeItem(atPath: "\($0)/data/results.json") }
    ),
    (
      "added", ["unlisted-in-bag", "unlisted-in-bag", "wrong-oxum"], { try write("x", "\($0)/data/x") }
    ),
    (
      "case", ["colliding-names", "unlisted-in-bag", "unlisted-in-bag", "wrong-oxum"],
      { try write("x", "\($0)/data/RESULTS.json") }
    ),
    ("tag", ["wrong-digest", "wrong-digest"], { try append("Note: x\n", "\($0)/bag-info.txt") }),
    (
      "undeclared", ["not-a-bag", "missing-from-bag", "missing-from-bag"],
      { try FileManager.default.removeItem(atPath: "\($0)/bagit.txt") }
    ),
    (
      "unproved",
      ["no-manifest", "missing-from-bag", "missing-from-bag", "missing-from-bag", "missing-from-bag"],
      {
        try FileManager.default.removeItem(atPath: "\($0)/manifest-sha256.txt")
        try FileManager.default.removeItem(atPath: "\($0)/manifest-sha512.txt")
      }
    ),
  ]

  @Test(arguments: damages.map(\.name))
  func `whatever is wrong with a bag is said, all of it at once`(name: String) throws {
    let folder = try TemporaryFolder()
    let damage = try #require(Self.damages.first { $0.name == name })
    let bag = try Self.bag(in: folder, damage.edit)
    #expect {
      try Bag(reading: bag)
    } throws: { error in
      (error as? ArchiveError)?.diagnostics.map(\.id).sorted() == damage.ids.sorted()
    }
  }

  @Test func `names that only normalization tells apart collide`() throws {
    let folder = try TemporaryFolder()
    let bag = try Self.bag(in: folder) { bag in
      try Self.write("x", "\(bag)/data/e\u{301}")
      try Self.write("y", "\(bag)/data/\u{E9}")
    }
    #expect {
      try Bag(reading: bag)
    } throws: { error in
      (error as? ArchiveError)?.diagnostics.contains { $0.id == "colliding-names" } == true
    }
  }
}
