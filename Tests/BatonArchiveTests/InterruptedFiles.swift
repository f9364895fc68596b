// The file operations of a process that dies, or of a disk that fails, at a chosen step.

import BatonArchive
import Synchronization

/// Does what it is told until a step; that one fails, and if the process is dead, every later one too.
final class InterruptedFiles: FileOperations {
  private let files = SystemFiles()
  private let failing: Int
  private let staysDead: Bool
  private let steps = Atomic(0)

  /// - Parameters:
  ///   - failing: the step that fails, from 1; none if 0.
  ///   - staysDead: whether every later step fails too.
  init(failing: Int, staysDead: Bool) {
    self.failing = failing
    self.staysDead = staysDead
  }

  /// How many steps were asked for.
  var count: Int { steps.load(ordering: .relaxed) }

  private func step() throws(ArchiveError) {
    let number = steps.add(1, ordering: .relaxed).newValue
    guard number == failing || (staysDead && failing > 0 && number > failing) else { return }
    throw ArchiveError("test-interruption", "第 \(number) 步失败")
  }

  func makeFolder(_ path: String) throws(ArchiveError) {
    try step()
    try files.makeFolder(path)
  }

  func write(_ bytes: [UInt8], to path: String) throws(ArchiveError) {
    do {
      try step()
    } catch {
      // A write that fails may have written some of its bytes.
      try? files.write(Array(bytes.prefix(bytes.count / 2)), to: path)
      throw error
    }
    try files.write(bytes, to: path)
  }

  func move(_ from: String, to path: String) throws(ArchiveError) {
    try step()
    try files.move(from, to: path)
  }

  func removeFile(_ path: String) throws(ArchiveError) {
    try step()
    try files.removeFile(path)
  }

  func removeFolder(_ path: String) throws(ArchiveError) {
    try step()
    try files.removeFolder(path)
  }

  func writeThrough(_ bytes: [UInt8], to path: String) throws(ArchiveError) {
    try write(bytes, to: path)
  }

  func copy(_ source: String, to path: String) throws(ArchiveError) -> Digest {
    try step()
    return try files.copy(source, to: path)
  }

  func syncAll(of lock: StoreLock) throws(ArchiveError) {
    try step()
    try files.syncAll(of: lock)
  }

  func syncNames(in folder: String) throws(ArchiveError) {
    try step()
    try files.syncNames(in: folder)
  }
}
