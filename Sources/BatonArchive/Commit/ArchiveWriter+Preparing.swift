// Making a store, where there is none yet, and nothing else.

internal import BatonFiles

extension ArchiveWriter {
  /// Makes what a store has besides its objects, where it is missing.
  func prepare() throws(ArchiveError) {
    try refuseWhatIsNoStore()
    let isNew = SystemCall.kind(of: declaration) == .absent
    for folder in [root.root, root.keys, root.work] { try files.makeFolders(folder) }
    let lock = try StoreLock(root)
    defer { withExtendedLifetime(lock) {} }
    try Recovery.run(root, files)
    // The declaration comes last: with it the folder is a store.
    for file in StorageRoot.fixedFiles.reversed() {
      try place(file.bytes, at: "\(root.root)/\(file.path)")
    }
    try place(key.publicKey.pem, at: "\(root.keys)/\(key.id).pem")
    // So that no commit begins in a store whose declaration a power cut may still take back.
    if isNew { try files.syncAll(of: lock) }
  }

  private var declaration: String { "\(root.root)/\(StorageRoot.fixedFiles[0].path)" }

  /// Puts a file in its place if there is none.
  private func place(_ bytes: [UInt8], at path: String) throws(ArchiveError) {
    guard case .absent = SystemCall.kind(of: path) else { return }
    try files.makeFolders(StorageRoot.parent(of: path))
    try files.writeThrough(bytes, to: root.staging)
    try files.move(root.staging, to: path)
    try files.syncNames(in: StorageRoot.parent(of: path))
  }

  /// A writer sweeps the work folder: one that somebody else keeps their work in must never be taken for it.
  private func refuseWhatIsNoStore() throws(ArchiveError) {
    for path in [root.root, root.keys, root.work] {
      switch SystemCall.kind(of: path) {
      case .folder, .absent: continue
      case .unknown(let code): throw .unreadable(path, "读不出来", code)
      case .file, .other: throw notAnArchive("里的「\(StorageRoot.name(of: path))」是链接或文件，不是文件夹")
      }
    }
    guard SystemCall.kind(of: declaration) == .absent,
      SystemCall.kind(of: root.store, followingLinks: true) != .absent
    else { return }
    let listing = try FolderListing(root.store)
    for path in listing.files + listing.others + listing.emptyFolders where !Self.isLeftOfMaking(path) {
      throw notAnArchive("里已有别的东西（「\(path)」），不能当作档案库")
    }
  }

  /// Whether a path is what a run leaves that dies while it makes a store.
  private static func isLeftOfMaking(_ path: String) -> Bool {
    if ["ocfl", "keys", "work", StorageRoot.stagingPath].contains(path) { return true }
    if path.hasPrefix("keys/"), path.hasSuffix(".pem"), path.utf8.count == "keys/".count + 64 + ".pem".count {
      return true
    }
    return StorageRoot.fixedFiles.contains { file in
      let fixed = "\(StorageRoot.rootPath)/\(file.path)"
      return fixed == path || fixed.hasPrefix("\(path)/")
    }
  }

  private func notAnArchive(_ what: String) -> ArchiveError {
    ArchiveError(
      "not-an-archive", "「\(root.store)」\(what)", at: root.store,
      help: "用 --store 指定一个空的或还没有的文件夹")
  }
}
