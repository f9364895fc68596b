// Adding versions: staged beside the store, then switched with renames that a journal makes one step.

internal import Foundation

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

  private let root: StorageRoot
  private let key: SigningKey
  private let files: any FileOperations

  /// Opens a store for writing, or makes one.
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
  public func commit(_ submission: Submission) throws(ArchiveError) -> Outcome {
    let lock = try WriterLock(root)
    defer { withExtendedLifetime(lock) {} }
    try Recovery.run(root, files)
    do {
      return try stageAndSwitch(submission)
    } catch {
      // What was not decided is swept away; a journal that stands is finished by the next writer.
      if !FileManager.default.fileExists(atPath: root.journal) { try? Recovery.sweep(root.work, files) }
      throw error
    }
  }

  private func stageAndSwitch(_ submission: Submission) throws(ArchiveError) -> Outcome {
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
    try makeFolders("\(base)/v\(number)")
    try makeFolders("\(base)/logs")
    let state = try stage(submission, in: "\(base)/v\(number)", number, &inventory)
    if let current = inventory[version: inventory.head],
      current.state.equals(state, apartFrom: submission.remarks)
    {
      try Recovery.sweep(root.work, files)
      return .unchanged(version: inventory.head)
    }
    inventory.versions.append(
      .init(created: submission.time, message: submission.message, user: submission.user, state: state))
    let bytes = inventory.bytes
    for folder in ["\(base)/v\(number)", base] {
      try files.write(bytes, to: "\(folder)/\(Inventory.fileName)")
      try files.write(Inventory.sidecar(of: bytes), to: "\(folder)/\(Inventory.sidecarName)")
    }
    let seal = try Seal(
      sequence: 1, object: submission.object, version: number, inventory: Digest(of: bytes), previous: nil,
      time: submission.time, key: key.id
    ).following(SealChain.head(of: ArchiveStore(at: root.store)))
    try files.write(seal.bytes, to: "\(base)/\(StorageRoot.sealPath(of: number))")
    try files.write(try key.sign(seal.bytes), to: "\(base)/\(StorageRoot.signaturePath(of: number))")
    if object == nil {
      let declaration = StorageRoot.objectDeclaration
      try files.write(declaration.bytes, to: "\(base)/\(declaration.path)")
    }
    try switchTo(submission.object, version: number, isNew: object == nil)
    return .committed(version: number, head: seal.digest)
  }

  /// Writes the bytes that the object does not hold yet. Returns the state of the version.
  private func stage(
    _ submission: Submission, in folder: String, _ number: Int, _ inventory: inout Inventory
  ) throws(ArchiveError) -> [String: Digest] {
    var state = [String: Digest]()
    var made: Set<String> = []
    for file in submission.files {
      let bytes = try file.bytes()
      let digest = Digest(of: bytes)
      state[file.path] = digest
      guard inventory.manifest[digest] == nil else { continue }
      let path = "content/\(file.path)"
      if made.insert(StorageRoot.parent(of: path)).inserted {
        try makeFolders("\(folder)/\(StorageRoot.parent(of: path))")
      }
      try files.write(bytes, to: "\(folder)/\(path)")
      inventory.manifest[digest] = ["v\(number)/\(path)"]
    }
    return state
  }

  /// The step after which the version is there. Everything staged is on the disk before it.
  private func switchTo(_ id: ObjectID, version number: Int, isNew: Bool) throws(ArchiveError) {
    try files.syncAll(of: root.work)
    let object = "ocfl/\(id.folder)"
    let moves: [(from: String, to: String)]
    if isNew {
      moves = [("work/staging/object", object)]
    } else {
      let replaced = [
        StorageRoot.sealPath(of: number), StorageRoot.signaturePath(of: number), Inventory.fileName,
        Inventory.sidecarName,
      ]
      moves = (["v\(number)"] + replaced).map { ("work/staging/\($0)", "\(object)/\($0)") }
    }
    let journal = Journal(moves)
    try files.write(journal.bytes, to: root.journal + ".new")
    try files.syncAll(of: root.work)
    try files.move(root.journal + ".new", to: root.journal)
    try files.syncNames(in: root.work)
    try journal.finish(root, files)
    try Recovery.sweep(root.work, files)
  }

  /// Makes what a store has besides its objects, where it is missing.
  private func prepare() throws(ArchiveError) {
    for folder in [root.root, root.keys, root.work] { try makeFolders(folder) }
    let lock = try WriterLock(root)
    defer { withExtendedLifetime(lock) {} }
    try Recovery.run(root, files)
    // The declaration comes last: with it the folder is a store.
    for file in StorageRoot.fixedFiles.reversed() {
      try place(file.bytes, at: "\(root.root)/\(file.path)")
    }
    try place(key.publicKey.pem, at: "\(root.keys)/\(key.id).pem")
  }

  /// Puts a file in its place if there is none.
  private func place(_ bytes: [UInt8], at path: String) throws(ArchiveError) {
    guard !FileManager.default.fileExists(atPath: path) else { return }
    try makeFolders(StorageRoot.parent(of: path))
    try files.write(bytes, to: root.staging)
    try files.syncAll(of: root.work)
    try files.move(root.staging, to: path)
    try files.syncNames(in: StorageRoot.parent(of: path))
  }

  /// Makes a folder and those above it that are missing.
  private func makeFolders(_ path: String) throws(ArchiveError) {
    guard !path.isEmpty, !FileManager.default.fileExists(atPath: path) else { return }
    try makeFolders(StorageRoot.parent(of: path))
    try files.makeFolder(path)
  }
}

extension [String: Digest] {
  /// Whether two states hold the same, some paths left aside.
  fileprivate func equals(_ other: Self, apartFrom remarks: Set<String>) -> Bool {
    filter { !remarks.contains($0.key) } == other.filter { !remarks.contains($0.key) }
  }
}
