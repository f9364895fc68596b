// Taking in the files of a submission: read, hashed and written once each, on as many cores as there are.

internal import BatonFiles
internal import Dispatch
internal import Synchronization

/// Brings files to where they will stand in a version.
struct Staging {
  private let files: any FileOperations
  private let incoming: String
  private let folder: String
  private let number: Int

  /// Files lie in `incoming` until it is known which of them are new; `folder` is the version's, in the making.
  init(_ files: any FileOperations, from incoming: String, to folder: String, _ number: Int) {
    self.files = files
    self.incoming = incoming
    self.folder = folder
    self.number = number
  }

  /// Writes the bytes that the object does not hold yet, and registers them. Returns the state of the version.
  func stage(
    _ submitted: [SubmittedFile], _ inventory: inout Inventory
  ) throws(ArchiveError) -> [String: Digest] {
    try files.makeFolders(incoming)
    let digests = try takeIn(submitted, knowing: inventory.manifest)
    var state = [String: Digest]()
    var made: Set<String> = []
    for (index, (file, digest)) in zip(submitted, digests).enumerated() {
      state[file.path] = digest
      // Of several files with the same bytes the first gives its name to the place; the others stay behind.
      guard inventory.manifest[digest] == nil else { continue }
      let path = "content/\(file.path)"
      let parent = StorageRoot.parent(of: path)
      if made.insert(parent).inserted { try files.makeFolders("\(folder)/\(parent)") }
      try files.move("\(incoming)/\(index)", to: "\(folder)/\(path)")
      inventory.manifest[digest] = ["v\(number)/\(path)"]
    }
    return state
  }

  /// The digests of the files, in their order. Those that are not known yet lie in ``incoming`` by their index.
  private func takeIn(
    _ submitted: [SubmittedFile], knowing known: [Digest: [String]]
  ) throws(ArchiveError) -> [Digest] {
    let taken = Mutex<(digests: [Digest?], error: ArchiveError?)>(
      (Array(repeating: nil, count: submitted.count), nil))
    DispatchQueue.concurrentPerform(iterations: submitted.count) { index in
      if taken.withLock({ $0.error != nil }) { return }
      do throws(ArchiveError) {
        let digest = try takeIn(submitted[index], as: "\(incoming)/\(index)", knowing: known)
        taken.withLock { $0.digests[index] = digest }
      } catch {
        taken.withLock { $0.error = $0.error ?? error }
      }
    }
    return try taken.withLock { taken throws(ArchiveError) in
      if let error = taken.error { throw error }
      return taken.digests.compactMap { $0 }
    }
  }

  private func takeIn(
    _ file: SubmittedFile, as path: String, knowing known: [Digest: [String]]
  ) throws(ArchiveError) -> Digest {
    switch file.content {
    case .bytes(let bytes):
      let digest = Digest(of: bytes)
      if known[digest] == nil { try files.write(bytes, to: path) }
      return digest
    case .file(let source):
      // Most files of an amendment are known: they are read, not written. The digest that counts is of what was
      // copied, should the source change in between.
      if !known.isEmpty {
        let digest = try Digest.ofFile(source)
        if known[digest] != nil { return digest }
      }
      return try files.copy(source, to: path)
    }
  }
}
