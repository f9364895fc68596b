// Many processes write to one store at once, and somebody reads all the while.

import BatonArchive
import BatonDiagnostics
import Foundation
import Synchronization

struct Contention {
  struct Result {
    var versionCount = 0
    var readCount = 0
    var faults: [String] = []
  }

  let key: SigningKey
  var writerCount = 8
  var commitCount = 200

  func run() throws -> Result {
    let scratch = try Scratch()
    let store = "\(scratch.path)/Archive"
    try Data(key.pem()).write(to: URL(fileURLWithPath: "\(scratch.path)/key.pem"))
    _ = try ArchiveWriter(at: store, sealingWith: key)
    let found = Mutex(Result())
    let isDone = Atomic(0)
    // The last iteration reads while the others write.
    DispatchQueue.concurrentPerform(iterations: writerCount + 1) { number in
      if number == writerCount {
        while isDone.load(ordering: .acquiring) < writerCount {
          let fault = Self.read(store)
          found.withLock {
            $0.readCount += 1
            if let fault { $0.faults.append(fault) }
          }
        }
        return
      }
      let arguments = [
        "--store", store, "--key", "\(scratch.path)/key.pem", "--writer", String(number), "--commits",
        String(commitCount),
      ]
      let ending = try? Child.run(arguments, below: store)
      isDone.add(1, ordering: .acquiringAndReleasing)
      if ending != .acknowledged(commitCount) {
        found.withLock { $0.faults.append("writer \(number): \(String(describing: ending))") }
      }
    }
    var result = found.withLock { $0 }
    try judge(store, &result)
    return result
  }

  /// What a reader without a lock sees: the newest version, whole.
  private static func read(_ store: String) -> String? {
    do throws(ArchiveError) {
      guard let object = try ArchiveStore(at: store).object(object) else { return nil }
      for file in object.head.files { _ = try object.bytes(of: file) }
      return nil
    } catch {
      return "reader: \(error.diagnostics[0].message)"
    }
  }

  static let object = ObjectID(county: "某县", year: 2022)

  /// What one writer hands in as its so-and-so-manieth.
  static func submission(_ writer: Int, _ number: Int) -> Submission {
    Submission(
      object: object, files: [SubmittedFile("a.txt", .bytes(Array("\(writer) \(number)".utf8)))],
      message: "\(writer) \(number)", user: "考核办", time: "2023-03-01T08:00:00Z")
  }

  /// Every commit of every writer is a version, each writer's in its order, under one chain of seals.
  private func judge(_ store: String, _ result: inout Result) throws {
    let archive = try ArchiveStore(at: store)
    let report = try Verification(of: archive, trusting: key.publicKey).run()
    result.faults += report.findings.map(\.message)
    let versions = try archive.object(Self.object)?.versions ?? []
    result.versionCount = versions.count
    if report.sealCount != writerCount * commitCount { result.faults.append("\(report.sealCount) seals") }
    for writer in 0..<writerCount {
      let own = versions.map(\.message).filter { $0.hasPrefix("\(writer) ") }
      if own != (0..<commitCount).map({ "\(writer) \($0)" }) {
        result.faults.append("writer \(writer): \(own.count) versions, or not in its order")
      }
    }
  }
}
