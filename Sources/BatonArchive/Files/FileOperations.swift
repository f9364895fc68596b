// The only way that a store is changed: a handful of operations, so that each can be recorded or made to fail.

internal import BatonFiles

/// What a commit does to the disk.
package protocol FileOperations: Sendable {
  /// Makes one folder. One that is there already is no fault.
  func makeFolder(_ path: String) throws(ArchiveError)
  /// Writes a new file; it must not be there yet. The bytes are safe only after a sync.
  func write(_ bytes: [UInt8], to path: String) throws(ArchiveError)
  /// Writes a new file and waits until its bytes are on the disk. Its name is safe only after a sync of its folder.
  func writeThrough(_ bytes: [UInt8], to path: String) throws(ArchiveError)
  /// Copies a file to a new one, piece by piece. Returns the digest of what was written; safe only after a sync.
  func copy(_ source: String, to path: String) throws(ArchiveError) -> Digest
  /// Renames; a file that is there already is replaced in the same step.
  func move(_ from: String, to path: String) throws(ArchiveError)
  func removeFile(_ path: String) throws(ArchiveError)
  /// Removes one empty folder.
  func removeFolder(_ path: String) throws(ArchiveError)
  /// Waits until everything written to a lock's file system is on the disk.
  ///
  /// One wait instead of one a file. The system reports a write that failed since *this descriptor* was opened
  /// (syncfs(2), since Linux 5.8): the lock was opened before the first byte was staged, so none is missed.
  func syncAll(of lock: StoreLock) throws(ArchiveError)
  /// Waits until the names in a folder are on the disk.
  func syncNames(in folder: String) throws(ArchiveError)
}

/// The operations of the system.
package struct SystemFiles: FileOperations {
  package init() {}

  package func makeFolder(_ path: String) throws(ArchiveError) {
    let code = SystemCall.makeFolder(path)
    if code != SystemCall.exists { try check(code, "建立文件夹", path) }
  }

  package func write(_ bytes: [UInt8], to path: String) throws(ArchiveError) {
    try check(SystemCall.write(bytes, to: path), "写入", path)
  }

  package func writeThrough(_ bytes: [UInt8], to path: String) throws(ArchiveError) {
    try check(SystemCall.write(bytes, to: path, synced: true), "写入", path)
  }

  /// Read and written by hand, not by `copy_file_range`: its bytes must pass through the digest anyway.
  package func copy(_ source: String, to path: String) throws(ArchiveError) -> Digest {
    var digest = RunningDigest()
    let codes = unsafe SystemCall.copy(source, to: path) { unsafe digest.add($0) }
    try check(codes.reading, "读取", source)
    try check(codes.writing, "写入", path)
    return digest.finished()
  }

  package func move(_ from: String, to path: String) throws(ArchiveError) {
    try check(SystemCall.move(from, to: path), "放置", path)
  }

  package func removeFile(_ path: String) throws(ArchiveError) {
    try check(SystemCall.removeFile(path), "删除", path)
  }

  package func removeFolder(_ path: String) throws(ArchiveError) {
    try check(SystemCall.removeFolder(path), "删除", path)
  }

  package func syncAll(of lock: StoreLock) throws(ArchiveError) {
    try check(SystemCall.syncFileSystem(of: lock.descriptor), "存盘", lock.path)
  }

  package func syncNames(in folder: String) throws(ArchiveError) {
    switch SystemCall.openFolder(folder) {
    case .success(let descriptor):
      defer { SystemCall.close(descriptor) }
      try check(SystemCall.sync(descriptor), "存盘", folder)
    case .failure(let failure): try check(failure.code, "打开", folder)
    }
  }

  private func check(_ code: CInt, _ action: String, _ path: String) throws(ArchiveError) {
    if code != 0 { throw .system(action, path, code) }
  }
}
