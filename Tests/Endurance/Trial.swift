// The store that is put to the test, and what must hold of it afterwards.

import BatonArchive
import BatonDiagnostics
import BatonFiles

/// One object whose editions are known, so that whatever is found of it can be held to them.
struct Trial: Sendable {
  let key: SigningKey
  var object = ObjectID(county: "某县", year: 2022)
  /// How many files an edition has besides the few that every one has.
  var fileCount = 4

  /// What an edition holds: some files as in the one before, some not, two that are equal, an empty one.
  func files(of edition: Int) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [
      "inputs/年度.csv": Array("项目,内容\n县名,某县\n".utf8), "inputs/空.csv": [],
      "results.json": Array("{\"版\":\(edition)}".utf8), "documents/副本.json": Array("{\"版\":\(edition)}".utf8),
    ]
    for index in 0..<fileCount {
      let changes = index % 2 == 0 ? edition : 1
      files["documents/单位 \(index)/报告.html"] = Array("<p>\(index) 号单位第 \(changes) 稿</p>".utf8)
    }
    return files
  }

  func submission(_ edition: Int) -> Submission {
    Submission(
      object: object, files: files(of: edition).map { SubmittedFile($0.key, .bytes($0.value)) },
      message: "第 \(edition) 次归档", user: "考核办", time: "2023-03-01T08:00:00Z")
  }

  /// A new store with so many editions.
  func makeStore(at path: String, editions: Int) throws(ArchiveError) {
    let writer = try ArchiveWriter(at: path, sealingWith: key)
    for edition in 0..<editions { _ = try writer.commit(submission(edition + 1)) }
  }

  /// Lets the next writer come to a store that was left in the lurch, and says what is wrong afterwards.
  ///
  /// So many editions as were acknowledged must be there, and none beyond those that were attempted.
  func faults(at path: String, acknowledged: Int, attempted: Int) -> [String] {
    do throws(ArchiveError) {
      let writer = try ArchiveWriter(at: path, sealingWith: key)
      var faults = try Self.debris(at: path)
      let count = try check(at: path, &faults)
      if !(acknowledged...attempted ~= count) {
        faults.append("\(count) editions, \(acknowledged) were acknowledged, \(attempted) attempted")
      }
      guard faults.isEmpty, count < attempted else { return faults }
      for edition in count..<attempted { _ = try writer.commit(submission(edition + 1)) }
      if try check(at: path, &faults) != attempted { faults.append("the commit could not be repeated") }
      return try faults + Self.debris(at: path)
    } catch {
      return error.diagnostics.map { "\($0.id): \($0.message)" }
    }
  }

  /// Holds every edition to what was handed in. Returns how many there are.
  private func check(at path: String, _ faults: inout [String]) throws(ArchiveError) -> Int {
    let store = try ArchiveStore(at: path)
    let report = try Verification(of: store, trusting: key.publicKey).run()
    faults += report.findings.map { "\($0.kind.rawValue): \($0.message)" }
    guard faults.isEmpty, let found = try store.object(object) else { return 0 }
    for version in found.versions {
      let expected = files(of: version.number)
      if Set(version.files.map(\.path)) != Set(expected.keys) { faults.append("v\(version.number) is torn") }
      for file in version.files where try found.bytes(of: file) != expected[file.path] {
        faults.append("v\(version.number) \(file.path) is not what was handed in")
      }
    }
    return found.versions.count
  }

  private static func debris(at path: String) throws(ArchiveError) -> [String] {
    switch SystemCall.names(in: "\(path)/work") {
    case .success(let names): names.map { "work/\($0) was left" }
    case .failure(let failure): ["work: \(SystemCall.message(failure.code))"]
    }
  }
}
