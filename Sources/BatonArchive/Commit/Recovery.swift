// What a writer does first: finish what a dead one had decided, sweep away what it had not.

internal import Foundation

enum Recovery {
  /// Leaves nothing in the work folder. The caller holds the writer's lock.
  static func run(_ root: StorageRoot, _ files: some FileOperations) throws(ArchiveError) {
    if let bytes = try FileBytes.readIfThere(root.journal) {
      guard let journal = Journal(bytes) else { throw .unreadable(root.journal, "不是提交记录") }
      try journal.finish(root, files)
    }
    try sweep(root.work, files)
  }

  /// Removes everything in a folder, but not the folder.
  static func sweep(_ folder: String, _ files: some FileOperations) throws(ArchiveError) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names.sorted() {
      let path = "\(folder)/\(name)"
      if (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
        == .typeDirectory
      {
        try sweep(path, files)
        try files.removeFolder(path)
      } else {
        try files.removeFile(path)
      }
    }
  }
}
