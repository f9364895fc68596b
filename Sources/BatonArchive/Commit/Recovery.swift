// What a writer does first: finish what a dead one had decided, sweep away what it had not.

internal import BatonFiles

enum Recovery {
  /// Leaves nothing in the work folder. The caller holds the writer's lock.
  static func run(_ root: StorageRoot, _ files: some FileOperations) throws(ArchiveError) {
    if let bytes = try FileBytes.readIfThere(root.journal) {
      guard let journal = Journal(bytes) else { throw .unreadable(root.journal, "不是提交记录") }
      try journal.finish(root, files)
    }
    try sweep(root.work, files)
    // A journal that was removed and comes back after a power cut must not find the next commit's files staged.
    try files.syncNames(in: root.work)
  }

  /// Removes everything in a folder, but not the folder.
  static func sweep(_ folder: String, _ files: some FileOperations) throws(ArchiveError) {
    for name in try FolderListing.names(in: folder) {
      let path = "\(folder)/\(name)"
      if SystemCall.kind(of: path) == .folder {
        try sweep(path, files)
        try files.removeFolder(path)
      } else {
        try files.removeFile(path)
      }
    }
  }
}
