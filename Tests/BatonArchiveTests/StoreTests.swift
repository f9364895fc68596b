// Versions go in and come out as they were.

import BatonArchive
import BatonDiagnostics
import Foundation
import TestSupport
import Testing

@Suite struct StoreTests {
  @Test func `a year that was handed in can be read again, byte for byte`() throws {
    let folder = try TemporaryFolder()
    let writer = try ArchiveWriter(at: folder.store, sealingWith: Sample.key())
    guard case .committed(1, let head) = try writer.commit(Sample.submission()) else {
      Issue.record("not committed")
      return
    }
    let store = try ArchiveStore(at: folder.store)
    let object = try #require(try store.object(Sample.object))
    let version = object.head
    #expect(version.message == "第 1 次归档" && version.user == "考核办")
    #expect(version.files.map(\.path) == ["results.json", "原始数据/单位.csv", "原始数据/年度.csv", "文书/通报.html"])
    let circular = try #require(version.files.last)
    #expect(try object.bytes(of: circular) == Array("<p>第 1 稿</p>".utf8))
    #expect(try SealChain.head(of: store)?.digest == head)
  }

  @Test func `an amendment is a new version that stores only what changed`() throws {
    let folder = try TemporaryFolder()
    let writer = try ArchiveWriter(at: folder.store, sealingWith: Sample.key())
    _ = try writer.commit(Sample.submission(1))
    guard case .committed(2, _) = try writer.commit(Sample.submission(2)) else {
      Issue.record("not committed")
      return
    }
    let object = try #require(try ArchiveStore(at: folder.store).object(Sample.object))
    #expect(object.versions.map(\.number) == [1, 2])
    let first = try #require(object.version(1)?.files.last)
    #expect(try object.bytes(of: first) == Array("<p>第 1 稿</p>".utf8))
    let contents = try folder.files().filter { $0.contains("/v2/content/") }
    #expect(contents.count == 1 && contents[0].hasSuffix("/v2/content/文书/通报.html"))
  }

  @Test func `equal content is no new version`() throws {
    let folder = try TemporaryFolder()
    let writer = try ArchiveWriter(at: folder.store, sealingWith: Sample.key())
    _ = try writer.commit(Sample.submission())
    let before = try folder.files()
    #expect(try writer.commit(Sample.submission()) == .unchanged(version: 1))
    #expect(try folder.files() == before)
  }

  @Test func `years of several counties share one chain of seals`() throws {
    let folder = try TemporaryFolder()
    let writer = try ArchiveWriter(at: folder.store, sealingWith: Sample.key())
    for year in 2018...2020 {
      for county in ["甲县", "乙县"] {
        _ = try writer.commit(Sample.submission(object: ObjectID(county: county, year: year)))
      }
    }
    let report = try Verification(of: ArchiveStore(at: folder.store)).run()
    #expect(report.findings.isEmpty)
    #expect(report.objectCount == 6 && report.sealCount == 6)
  }

  @Test func `a folder that is no store is refused by name`() throws {
    let folder = try TemporaryFolder()
    #expect {
      try ArchiveStore(at: folder.path)
    } throws: { error in
      (error as? ArchiveError)?.diagnostics.map(\.id) == ["no-archive"]
    }
  }

  @Test func `a folder that holds something else is not made a store, and keeps what it holds`() throws {
    for work in ["work/报告.docx", "ocfl/notes.txt", "keys/id.pub", "x"] {
      let folder = try TemporaryFolder()
      try folder.write("mine", to: "Archive/\(work)")
      #expect {
        try ArchiveWriter(at: folder.store, sealingWith: Sample.key())
      } throws: { error in
        (error as? ArchiveError)?.diagnostics.map(\.id) == ["not-an-archive"]
      }
      #expect(try folder.files() == ["Archive/\(work)"])
    }
  }

  @Test func `a store that is a link to a folder is one, a store made of links is none`() throws {
    let folder = try TemporaryFolder()
    let files = FileManager.default
    try files.createDirectory(atPath: folder.path + "/disk", withIntermediateDirectories: false)
    try files.createSymbolicLink(atPath: folder.store, withDestinationPath: folder.path + "/disk")
    _ = try ArchiveWriter(at: folder.store, sealingWith: Sample.key()).commit(Sample.submission())
    #expect(try Verification(of: ArchiveStore(at: folder.store)).run().findings.isEmpty)

    try files.moveItem(atPath: folder.path + "/disk/work", toPath: folder.path + "/work")
    try files.createSymbolicLink(
      atPath: folder.path + "/disk/work", withDestinationPath: folder.path + "/work")
    #expect {
      try ArchiveWriter(at: folder.store, sealingWith: Sample.key())
    } throws: { error in
      (error as? ArchiveError)?.diagnostics.map(\.id) == ["not-an-archive"]
    }
  }

  @Test(arguments: [
    (["a.txt", "A.txt"], "name-collision"), (["é.txt", "e\u{301}.txt"], "name-collision"),
    (["甲/a", "甲/a"], "name-collision"), (["a", "a/b"], "name-collision"), (["a/b", "a"], "name-collision"),
    (["甲/A/x", "甲/a/y"], "name-collision"), (["ß", "SS"], "name-collision"),
    (["a\\b"], "bad-name"), (["a\u{7}"], "bad-name"), ([String(repeating: "字", count: 86)], "name-too-long"),
  ])
  func `names that a disk may refuse or confuse are refused before anything is written`(
    paths: [String], id: String
  ) throws {
    let folder = try TemporaryFolder()
    let writer = try ArchiveWriter(at: folder.store, sealingWith: Sample.key())
    let before = try folder.files()
    let submission = Submission(
      object: Sample.object, files: paths.map { SubmittedFile($0, .bytes([1])) }, message: "m", user: "u",
      time: "2023-01-01T00:00:00Z")
    #expect {
      try writer.commit(submission)
    } throws: { error in
      (error as? ArchiveError)?.diagnostics.map(\.id) == [id]
    }
    #expect(try folder.files() == before)
  }

  @Test func `a name may be as long as a disk allows`() throws {
    let folder = try TemporaryFolder()
    let writer = try ArchiveWriter(at: folder.store, sealingWith: Sample.key())
    let path = Array(repeating: String(repeating: "字", count: 85), count: 4).joined(separator: "/")
    let submission = Submission(
      object: Sample.object, files: [SubmittedFile(path, .bytes([1]))], message: "m", user: "u",
      time: "2023-01-01T00:00:00Z")
    #expect(try writer.commit(submission) != .unchanged(version: 1))
    #expect(try Verification(of: ArchiveStore(at: folder.store)).run().findings.isEmpty)
  }

  @Test func `files are copied from the disk, equal bytes once, and come out by copying`() throws {
    let folder = try TemporaryFolder()
    try folder.write("same", to: "in/1")
    try folder.write("same", to: "in/2")
    try folder.write("other", to: "in/3")
    let files = [("z/1", "1"), ("甲/2", "2"), ("3", "3")].map {
      SubmittedFile($0.0, .file(folder.path + "/in/" + $0.1))
    }
    let submission = Submission(
      object: Sample.object, files: files, message: "m", user: "u", time: "2023-01-01T00:00:00Z")
    let writer = try ArchiveWriter(at: folder.store, sealingWith: Sample.key())
    _ = try writer.commit(submission)
    #expect(try writer.commit(submission) == .unchanged(version: 1))
    let contents = try folder.files().compactMap { $0.split(separator: "/v1/content/").dropFirst().first }
    #expect(contents == ["3", "z/1"])
    let store = try ArchiveStore(at: folder.store)
    #expect(try Verification(of: store).run().findings.isEmpty, "no folder is left empty")
    let object = try #require(try store.object(Sample.object))
    let last = try #require(object.head.files.last)
    try object.copy(last, to: folder.path + "/out")
    #expect(try String(contentsOfFile: folder.path + "/out", encoding: .utf8) == "same")
  }
}

@Suite struct SubmissionTests {
  private func submission(_ premis: String, _ base: Int?) -> Submission {
    Submission(
      object: Sample.object,
      files: [
        SubmittedFile("results.json", .bytes(Array("{}".utf8))),
        SubmittedFile(VersionContents.premis, .bytes(Array(premis.utf8))),
      ], message: "归档", user: "考核办", time: "2023-03-01T08:00:00Z", remarks: VersionContents.remarks,
      after: base)
  }

  @Test func `what differs in every submission makes no version alone`() throws {
    let folder = try TemporaryFolder()
    let writer = try ArchiveWriter(at: folder.store, sealingWith: Sample.key())
    _ = try writer.commit(submission("<premis>1</premis>", 0))
    #expect(try writer.commit(submission("<premis>2</premis>", 1)) == .unchanged(version: 1))
  }

  @Test func `a submission made to follow one version can't follow another`() throws {
    let folder = try TemporaryFolder()
    let writer = try ArchiveWriter(at: folder.store, sealingWith: Sample.key())
    _ = try writer.commit(submission("<premis>1</premis>", 0))
    #expect {
      try writer.commit(submission("<premis>2</premis>", 0))
    } throws: { error in
      (error as? ArchiveError)?.diagnostics.map(\.id) == ["other-version"]
    }
    #expect(try folder.files().filter { $0.contains("/work/") }.isEmpty)
  }
}

@Suite struct ContentsTests {
  private static let document = ArchivedDocument(
    paths: ["html": ["documents/全县机关/通报.html"], "docx": ["documents/全县机关/通报.docx"]], kind: "考核结果通报",
    title: "关于\"2022\"年度\n通报/1", audience: "全县机关", code: "0012-WS·2023-Y-KH-0001", period: "永久",
    responsible: "县委组织部", date: "2023-01-15", pages: 4)

  @Test func `a record is written in the one way that the store's own files are`() throws {
    let keys = ["A10", "A9", "a", "B", "单位", "人员", "é", "_", "A", "ß", "Ａ", "𠀀", "～"]
    let record = ["推导": Dictionary(uniqueKeysWithValues: keys.map { ($0, "\($0)/\u{1}\t\"\\é𠀀") })]
    #expect(CanonicalRecord.isCanonical(try CanonicalRecord.bytes(of: record)))
    #expect(CanonicalRecord.isCanonical(try CanonicalRecord.bytes(of: [Self.document])))
    #expect(!CanonicalRecord.isCanonical(Array("{ }".utf8)))
  }

  @Test func `the documents of a version are read back as they were listed`() throws {
    let folder = try TemporaryFolder()
    let writer = try ArchiveWriter(at: folder.store, sealingWith: Sample.key())
    let files = [
      SubmittedFile(
        VersionContents.documentList, .bytes(try CanonicalRecord.bytes(of: [Self.document]))),
      SubmittedFile("documents/全县机关/通报.html", .bytes([])), SubmittedFile("a", .bytes([1])),
    ]
    _ = try writer.commit(
      Submission(
        object: Sample.object, files: files, message: "归档", user: "考核办", time: "2023-03-01T08:00:00Z"))
    let object = try #require(try ArchiveStore(at: folder.store).object(Sample.object))
    #expect(try object.documents(of: object.head) == [Self.document])
    #expect(object.head.files(below: "documents").map(\.path) == ["documents/全县机关/通报.html"])
    #expect(object.head.file(at: "documents") == nil && object.head.file(at: "a")?.path == "a")
  }
}
