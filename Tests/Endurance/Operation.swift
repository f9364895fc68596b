// What a writer did to the disk, step by step.

import BatonArchive
import BatonFiles
import Synchronization

/// One step of a writer, as it was carried out.
enum Operation: Sendable, Hashable {
  case makeFolder(String)
  case write(String, [UInt8])
  /// A write that waited for its bytes.
  case writeThrough(String, [UInt8])
  case move(from: String, to: String)
  case removeFile(String)
  case removeFolder(String)
  case syncAll
  case syncNames(String)
}

/// Does what it is told and remembers it.
final class RecordingFiles: FileOperations {
  private let files = SystemFiles()
  private let recorded = Mutex<[Operation]>([])

  var operations: [Operation] { recorded.withLock { $0 } }

  private func record(_ operation: Operation) { recorded.withLock { $0.append(operation) } }

  func makeFolder(_ path: String) throws(ArchiveError) {
    try files.makeFolder(path)
    record(.makeFolder(path))
  }

  func write(_ bytes: [UInt8], to path: String) throws(ArchiveError) {
    try files.write(bytes, to: path)
    record(.write(path, bytes))
  }

  func writeThrough(_ bytes: [UInt8], to path: String) throws(ArchiveError) {
    try files.writeThrough(bytes, to: path)
    record(.writeThrough(path, bytes))
  }

  func copy(_ source: String, to path: String) throws(ArchiveError) -> Digest {
    let digest = try files.copy(source, to: path)
    guard case .success(let bytes) = SystemCall.read(path) else {
      throw ArchiveError("test-recording", "「\(path)」读不出来")
    }
    record(.write(path, bytes))
    return digest
  }

  func move(_ from: String, to path: String) throws(ArchiveError) {
    try files.move(from, to: path)
    record(.move(from: from, to: path))
  }

  func removeFile(_ path: String) throws(ArchiveError) {
    try files.removeFile(path)
    record(.removeFile(path))
  }

  func removeFolder(_ path: String) throws(ArchiveError) {
    try files.removeFolder(path)
    record(.removeFolder(path))
  }

  func syncAll(of lock: StoreLock) throws(ArchiveError) {
    try files.syncAll(of: lock)
    record(.syncAll)
  }

  func syncNames(in folder: String) throws(ArchiveError) {
    try files.syncNames(in: folder)
    record(.syncNames(folder))
  }
}
