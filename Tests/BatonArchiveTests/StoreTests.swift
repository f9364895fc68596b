// Versions go in and come out as they were.

import BatonArchive
import BatonDiagnostics
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
}
