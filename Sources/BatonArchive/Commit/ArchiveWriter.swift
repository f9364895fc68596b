// Adding versions: staged beside the store, then switched with renames that a journal makes one step.

internal import BatonFiles

/// The one that may change a store.
///
///     let writer = try ArchiveWriter(at: "Archive", sealingWith: key)
///     switch try writer.commit(submission) { … }
///
/// A commit that was acknowledged survives a power cut; one that was not leaves the store as it was, or complete.
public struct ArchiveWriter: Sendable {
  /// What became of a submission.
  public enum Outcome: Sendable, Hashable {
    /// It is a version now; the digest of its seal is the new head of the chain.
    case committed(version: Int, head: Digest)
    /// It holds just what this version holds.
    case unchanged(version: Int)
  }

  let root: StorageRoot
  let key: SigningKey
  let files: any FileOperations

  /// Opens a store for writing, or makes one.
  ///
  /// - Throws: ``ArchiveError`` `not-an-archive` if the folder holds something else.
  public init(at path: String, sealingWith key: SigningKey) throws(ArchiveError) {
    try self.init(at: path, sealingWith: key, SystemFiles())
  }

  package init(at path: String, sealingWith key: SigningKey, _ files: any FileOperations) throws(ArchiveError)
  {
    root = StorageRoot(store: path)
    self.key = key
    self.files = files
    try prepare()
  }

  /// Makes a submission the next version of its object.
  ///
  /// - Throws: ``ArchiveError``: nothing has changed, unless it is `commit-pending`: then the submission is decided
  ///   but could not be put in its place, and the next writer does that first.
  public func commit(_ submission: Submission) throws(ArchiveError) -> Outcome {
    try SubmittedNames.check(submission.files)
    let lock = try StoreLock(root)
    defer { withExtendedLifetime(lock) {} }
    try Recovery.run(root, files)
    do {
      let outcome = try stageAndSwitch(submission, lock)
      // The version is there and on the disk: what can't be swept now is swept by the next writer.
      try? Recovery.sweep(root.work, files)
      return outcome
    } catch {
      guard case .absent = SystemCall.kind(of: root.journal) else {
        throw error.asPending(of: submission.object)
      }
      // What made the commit fail may well make the sweep fail: the next writer sweeps before it begins.
      try? Recovery.sweep(root.work, files)
      throw error
    }
  }

  private func stageAndSwitch(_ submission: Submission, _ lock: StoreLock) throws(ArchiveError) -> Outcome {
    let object = try ArchiveStore(at: root.store).object(submission.object)
    var inventory = object?.inventory ?? Inventory(id: submission.object)
    if let base = submission.base, base != inventory.head {
      throw ArchiveError(
        "other-version", "「\(submission.object)」已有第 \(inventory.head) 版，这一份是接着第 \(base) 版做的",
        help: "别人刚存了一版；再来一次，就会接着新的一版做")
    }
    let number = inventory.head + 1
    // A new object is staged whole, a new version as its folder and the files it replaces.
    let base = object == nil ? "\(root.staging)/object" : root.staging
    let staged = Staging(files, from: root.incoming, to: "\(base)/v\(number)", number)
    let state = try staged.stage(submission.files, &inventory)
    if let current = inventory[version: inventory.head],
      current.state.equals(state, apartFrom: submission.remarks)
    {
      return .unchanged(version: inventory.head)
    }
    inventory.versions.append(
      .init(created: submission.time, message: submission.message, user: submission.user, state: state))
    let seal = try writeRecords(submission, number, inventory, in: base)
    if object == nil {
      let declaration = StorageRoot.objectDeclaration
      try files.write(declaration.bytes, to: "\(base)/\(declaration.path)")
    }
    try switchTo(submission.object, version: number, isNew: object == nil, lock)
    return .committed(version: number, head: seal.digest)
  }

  /// Stages what speaks of a version: its inventory, twice, and its seal.
  private func writeRecords(
    _ submission: Submission, _ number: Int, _ inventory: Inventory, in base: String
  ) throws(ArchiveError) -> Seal {
    let bytes = inventory.bytes
    for folder in ["\(base)/v\(number)", base] {
      try files.makeFolders(folder)
      try files.write(bytes, to: "\(folder)/\(Inventory.fileName)")
      try files.write(Inventory.sidecar(of: bytes), to: "\(folder)/\(Inventory.sidecarName)")
    }
    let seal = try Seal(
      sequence: 1, object: submission.object, version: number, inventory: Digest(of: bytes), previous: nil,
      time: submission.time, key: key.id
    ).following(SealChain.head(of: ArchiveStore(at: root.store)))
    try files.makeFolders("\(base)/logs")
    try files.write(seal.bytes, to: "\(base)/\(StorageRoot.sealPath(of: number))")
    try files.write(try key.sign(seal.bytes), to: "\(base)/\(StorageRoot.signaturePath(of: number))")
    return seal
  }

  /// The step after which the version is there. Everything staged is on the disk before it.
  private func switchTo(
    _ id: ObjectID, version number: Int, isNew: Bool, _ lock: StoreLock
  ) throws(ArchiveError) {
    try files.syncAll(of: lock)
    let object = "\(StorageRoot.rootPath)/\(id.folder)"
    let staging = StorageRoot.stagingPath
    let moves: [Journal.Move]
    if isNew {
      moves = [.init(from: "\(staging)/object", to: object)]
    } else {
      // A reader goes by the root inventory: what it names is there before it.
      let replaced = [
        StorageRoot.sealPath(of: number), StorageRoot.signaturePath(of: number), Inventory.fileName,
        Inventory.sidecarName,
      ]
      moves = (["v\(number)"] + replaced).map { .init(from: "\(staging)/\($0)", to: "\(object)/\($0)") }
    }
    let journal = Journal(moves)
    try files.writeThrough(journal.bytes, to: root.journal + ".new")
    try files.move(root.journal + ".new", to: root.journal)
    try files.syncNames(in: root.work)
    try journal.finish(root, files)
  }
}

extension FileOperations {
  /// Makes a folder and those above it that are missing.
  func makeFolders(_ path: String) throws(ArchiveError) {
    guard !path.isEmpty, SystemCall.kind(of: path, followingLinks: true) != .folder else { return }
    try makeFolders(StorageRoot.parent(of: path))
    try makeFolder(path)
  }
}

extension [String: Digest] {
  /// Whether two states hold the same, some paths left aside.
  fileprivate func equals(_ other: Self, apartFrom remarks: Set<String>) -> Bool {
    filter { !remarks.contains($0.key) } == other.filter { !remarks.contains($0.key) }
  }
}
