// One writer at a time; readers need no lock.

internal import BatonFiles
internal import Foundation

/// The lock of a store's writer, held until it is let go; the system takes it back if the process dies.
final class WriterLock {
  private let descriptor: CInt

  /// Waits for the lock.
  init(_ root: StorageRoot) throws(ArchiveError) {
    switch SystemCall.openFolder(root.work) {
    case .success(let descriptor):
      guard SystemCall.lockWaiting(descriptor) else {
        SystemCall.close(descriptor)
        throw ArchiveError("archive-locked", "拿不到档案库的写锁", at: root.work)
      }
      self.descriptor = descriptor
    case .failure(let failure): throw .system("打开", root.work, failure.code)
    }
  }

  deinit { SystemCall.close(descriptor) }
}
