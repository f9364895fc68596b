// Trees of files on a real disk.

import Foundation

extension Tree {
  /// What a folder holds.
  init(at folder: String) throws {
    self.init()
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder)
      let content = isFolder.boolValue ? nil : try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(path)"))
      self[path] = .some(content.map { [UInt8]($0) })
    }
  }

  /// Makes a new folder that holds it.
  func write(to folder: String) throws {
    let files = FileManager.default
    try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (path, content) in sorted(by: { $0.key < $1.key }) {
      if let content {
        try Data(content).write(to: URL(fileURLWithPath: "\(folder)/\(path)"))
      } else {
        try files.createDirectory(atPath: "\(folder)/\(path)", withIntermediateDirectories: true)
      }
    }
  }
}

/// A folder for trials: in memory where the system has such a place, so that what is measured is not its syncs.
final class Scratch: Sendable {
  let path: String

  init(in parent: String? = nil) throws {
    let memory = FileManager.default.isWritableFile(atPath: "/dev/shm")
    let parent = parent ?? (memory ? "/dev/shm" : NSTemporaryDirectory())
    path = "\(parent)/baton-endure-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
