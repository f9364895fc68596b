// One writer at a time; a verification waits for it; readers need no lock.

internal import BatonFiles

/// The lock of a store, held until it is let go; the system takes it back if the process dies.
package final class StoreLock: Sendable {
  enum Use {
    /// To change the store: alone.
    case writing
    /// To see the store at rest: beside others who look, while nobody writes.
    case looking
  }

  /// The folder that is locked.
  let path: String
  let descriptor: CInt

  /// Waits for the lock of a store.
  convenience init(_ root: StorageRoot, for use: Use = .writing) throws(ArchiveError) {
    try self.init(folder: root.work, for: use)
  }

  /// Waits for the lock of any folder.
  init(folder: String, for use: Use = .writing) throws(ArchiveError) {
    path = folder
    while true {
      switch SystemCall.openFolder(path) {
      case .failure(let failure): throw .system("打开", path, failure.code)
      case .success(let descriptor):
        guard SystemCall.lockWaiting(descriptor, shared: use == .looking) else {
          SystemCall.close(descriptor)
          throw ArchiveError(
            "archive-locked", "拿不到档案库的锁", at: path, help: "档案库要放在本机的磁盘上，网络文件夹不保证能锁")
        }
        // Whoever put the store back from a backup while we waited made another folder of that name.
        if SystemCall.isStill(descriptor, at: path) {
          self.descriptor = descriptor
          return
        }
        SystemCall.close(descriptor)
      }
    }
  }

  deinit { SystemCall.close(descriptor) }
}
