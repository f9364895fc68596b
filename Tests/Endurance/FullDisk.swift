// A disk with too little room: the commit says so, and the store is as it was.

import BatonArchive
import BatonDiagnostics
import Foundation

/// Runs as root in a mount namespace of its own (scripts/endure makes one), on disks in memory of chosen sizes.
struct FullDisk {
  struct Result {
    var fullCount = 0
    var roomyCount = 0
    var faults: [String] = []
  }

  let trial: Trial

  /// Whether this process may mount at all.
  static func canMount() throws -> Bool {
    let folder = try Scratch()
    guard try call("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder.path) else { return false }
    return try call("umount", folder.path)
  }

  /// Tries a disk of so many bytes.
  func run(byteCount: Int, _ result: inout Result) throws {
    let folder = try Scratch()
    guard try Self.call("mount", "-t", "tmpfs", "-o", "size=\(byteCount)", "tmpfs", folder.path) else {
      return result.faults.append("a disk of \(byteCount) bytes could not be mounted")
    }
    defer { _ = try? Self.call("umount", folder.path) }
    let store = "\(folder.path)/Archive"
    var acknowledged = 0
    do throws(ArchiveError) {
      for edition in 1...3 {
        _ = try ArchiveWriter(at: store, sealingWith: trial.key).commit(trial.submission(edition))
        acknowledged = edition
      }
      result.roomyCount += 1
    } catch {
      result.fullCount += 1
      if !error.diagnostics.contains(where: { $0.id == "disk-full" }) {
        result.faults.append("\(byteCount) bytes: \(error.diagnostics.map(\.message))")
      }
    }
    // What is there is whole even while there is no room to mend anything.
    if acknowledged > 0 {
      let report = try Verification(of: ArchiveStore(at: store), trusting: trial.key.publicKey).run()
      let findings = report.findings.filter { $0.kind != .unfinishedCommit }
      result.faults += findings.map { "\(byteCount) bytes: \($0.message)" }
    }
    guard try Self.call("mount", "-o", "remount,size=64m", folder.path) else {
      return result.faults.append("the disk of \(byteCount) bytes could not be made larger")
    }
    result.faults += trial.faults(at: store, acknowledged: acknowledged, attempted: max(acknowledged, 3))
      .map { "\(byteCount) bytes: \($0)" }
  }

  private static func call(_ arguments: String...) throws -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
