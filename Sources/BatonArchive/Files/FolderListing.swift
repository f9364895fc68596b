// Reading the disk: what is in a folder, and a file's bytes.

internal import Foundation

/// What a folder holds, at any depth.
struct FolderListing {
  /// Paths of regular files relative to the folder, in the order of their bytes.
  private(set) var files: [String] = []
  /// Paths of folders that hold nothing.
  private(set) var emptyFolders: [String] = []
  /// What is neither: links, sockets, devices.
  private(set) var others: [String] = []

  init(_ folder: String) throws(ArchiveError) {
    try read(folder, below: "")
    files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private mutating func read(_ folder: String, below prefix: String) throws(ArchiveError) {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw .unreadable(folder, "不能列出", help: error.localizedDescription)
    }
    if names.isEmpty, !prefix.isEmpty { emptyFolders.append(String(prefix.dropLast())) }
    for name in names {
      let path = "\(folder)/\(name)"
      switch (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType {
      case .typeDirectory?: try read(path, below: "\(prefix)\(name)/")
      case .typeRegular?: files.append(prefix + name)
      default: others.append(prefix + name)
      }
    }
  }
}

enum FileBytes {
  /// The bytes of a file.
  static func read(_ path: String) throws(ArchiveError) -> [UInt8] {
    do {
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw .unreadable(path, "读不出来", help: error.localizedDescription)
    }
  }

  /// The bytes of a file, or `nil` if there is none.
  static func readIfThere(_ path: String) throws(ArchiveError) -> [UInt8]? {
    FileManager.default.fileExists(atPath: path) ? try read(path) : nil
  }
}
