// A commit that dies or fails at any step loses nothing that was acknowledged and leaves no debris.

import BatonArchive
import BatonDiagnostics
import Foundation
import TestSupport
import Testing

@Suite struct InterruptionTests {
  /// The steps of the second commit of an object, and of the first of another.
  enum Case: CaseIterable { case amendment, newObject }

  private static func submission(_ kind: Case) -> Submission {
    kind == .amendment
      ? Sample.submission(2) : Sample.submission(1, object: ObjectID(county: "某县", year: 2023))
  }

  /// A store with one version, and how many steps the case's commit takes.
  private static func prepared(_ kind: Case, _ key: SigningKey) throws -> (store: TemporaryFolder, steps: Int)
  {
    let folder = try TemporaryFolder()
    _ = try ArchiveWriter(at: folder.store, sealingWith: key).commit(Sample.submission(1))
    let copy = try TemporaryFolder()
    try FileManager.default.copyItem(atPath: folder.store, toPath: copy.store)
    let counting = InterruptedFiles(failing: 0, staysDead: false)
    _ = try ArchiveWriter(at: copy.store, sealingWith: key, counting).commit(Self.submission(kind))
    return (folder, counting.count)
  }

  @Test(arguments: Case.allCases, [true, false])
  func `whatever step a commit stops at, the store is before or after it`(kind: Case, dies: Bool) throws {
    let key = try SigningKey()
    let (before, steps) = try Self.prepared(kind, key)
    var outcomes = Set<Int>()
    #expect(steps > 20)
    for step in 1...steps {
      let folder = try TemporaryFolder()
      try FileManager.default.copyItem(atPath: before.store, toPath: folder.store)
      let files = InterruptedFiles(failing: step, staysDead: dies)
      let result = Result {
        try ArchiveWriter(at: folder.store, sealingWith: key, files).commit(Self.submission(kind))
      }
      // Whoever writes next finds a store that is whole, and finishes or repeats the commit.
      let next = try ArchiveWriter(at: folder.store, sealingWith: key)
      let store = try ArchiveStore(at: folder.store)
      let report = try Verification(of: store, trusting: key.publicKey).run()
      #expect(report.findings.isEmpty, "after step \(step): \(report.findings)")
      outcomes.insert(report.versionCount)
      if case .success = result { #expect(report.versionCount == 2) }
      _ = try next.commit(Self.submission(kind))
      let after = try Verification(of: store, trusting: key.publicKey).run()
      #expect(after.findings.isEmpty && after.versionCount == 2, "after step \(step)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.store + "/work").isEmpty)
    }
    #expect(outcomes == [1, 2])
  }

  @Test func `a commit that was decided and then failed says that it will be there`() throws {
    let key = try SigningKey()
    let (before, steps) = try Self.prepared(.amendment, key)
    var ids = [String]()
    for step in 1...steps {
      let folder = try TemporaryFolder()
      try FileManager.default.copyItem(atPath: before.store, toPath: folder.store)
      do throws(ArchiveError) {
        let files = InterruptedFiles(failing: step, staysDead: true)
        _ = try ArchiveWriter(at: folder.store, sealingWith: key, files).commit(Self.submission(.amendment))
        ids.append("committed")
      } catch {
        ids.append(error.diagnostics[0].id)
        _ = try ArchiveWriter(at: folder.store, sealingWith: key)
        let report = try Verification(of: ArchiveStore(at: folder.store)).run()
        #expect(report.versionCount == (error.diagnostics[0].id == "commit-pending" ? 2 : 1), "step \(step)")
      }
    }
    #expect(Set(ids) == ["test-interruption", "commit-pending", "committed"])
    #expect(ids == ids.sorted { left, _ in left == "test-interruption" }, "first fails, then is decided")
  }

  @Test func `writers at the same time take turns, and a verification among them sees a store at rest`()
    async throws
  {
    let folder = try TemporaryFolder()
    let key = try SigningKey()
    let path = folder.store
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          let archive = try ArchiveWriter(at: path, sealingWith: key)
          for edition in 0..<5 {
            let file = SubmittedFile("a.txt", .bytes(Array("\(writer)-\(edition)".utf8)))
            _ = try archive.commit(
              Submission(
                object: Sample.object, files: [file], message: "m", user: "u", time: "2023-01-01T00:00:00Z"))
          }
        }
      }
      group.addTask {
        for _ in 0..<10 {
          guard let store = try? ArchiveStore(at: path) else { continue }
          let report = try Verification(of: store).run()
          #expect(report.findings.isEmpty)
        }
      }
      try await group.waitForAll()
    }
    let report = try Verification(of: ArchiveStore(at: path)).run()
    #expect(report.findings.isEmpty && report.versionCount == 20 && report.sealCount == 20)
  }
}
