// Reading the disk: what is in a folder, and a file's bytes. Links are never followed.

internal import BatonFiles

/// What a folder holds, at any depth.
struct FolderListing {
  /// Paths of regular files relative to the folder, in the order of their bytes.
  private(set) var files: [String] = []
  /// Paths of folders that hold nothing.
  private(set) var emptyFolders: [String] = []
  /// What is neither: links, sockets, devices, names that are no text.
  private(set) var others: [String] = []

  init(_ folder: String) throws(ArchiveError) {
    try read(folder, below: "")
    files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private mutating func read(_ folder: String, below prefix: String) throws(ArchiveError) {
    let names = try Self.names(in: folder)
    if names.isEmpty, !prefix.isEmpty { emptyFolders.append(String(prefix.dropLast())) }
    for name in names {
      switch SystemCall.kind(of: "\(folder)/\(name)") {
      case .folder: try read("\(folder)/\(name)", below: "\(prefix)\(name)/")
      case .file: files.append(prefix + name)
      case .other, .absent, .unknown: others.append(prefix + name)
      }
    }
  }

  /// The names in a folder, in the order of their bytes.
  static func names(in folder: String) throws(ArchiveError) -> [String] {
    switch SystemCall.names(in: folder) {
    case .success(let names): return names
    case .failure(let failure): throw .unreadable(folder, "不能列出", failure.code)
    }
  }

  /// The names in a folder; none if there is no such folder.
  static func namesIfThere(in folder: String) throws(ArchiveError) -> [String] {
    SystemCall.kind(of: folder) == .absent ? [] : try names(in: folder)
  }
}

enum FileBytes {
  /// The bytes of a file.
  static func read(_ path: String) throws(ArchiveError) -> [UInt8] {
    switch SystemCall.read(path) {
    case .success(let bytes): return bytes
    case .failure(let failure): throw .unreadable(path, "读不出来", failure.code)
    }
  }

  /// The bytes of a file, or `nil` if nothing stands there.
  static func readIfThere(_ path: String) throws(ArchiveError) -> [UInt8]? {
    SystemCall.kind(of: path) == .absent ? nil : try read(path)
  }
}
