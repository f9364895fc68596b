// A version put into a bag, to be handed to whoever keeps it next.

internal import BatonDiagnostics
internal import Foundation

/// A version as a bag of BagIt 1.0 (RFC 8493): its files in `data/`, its seal and the key that signed it beside.
public struct BagExport: Sendable {
  /// What was written.
  public struct Summary: Sendable, Hashable {
    public let fileCount: Int
    public let byteCount: Int
  }

  private let store: ArchiveStore
  private let object: ArchivedObject
  private let version: ArchivedObject.Version

  public init(of version: ArchivedObject.Version, in object: ArchivedObject, of store: ArchiveStore) {
    self.store = store
    self.object = object
    self.version = version
  }

  /// Writes the bag whole or not at all; every file's digest is checked on the way.
  ///
  /// - Throws: ``ArchiveError`` `bag-exists` if something lies there already.
  public func write(to folder: String) throws(ArchiveError) -> Summary {
    try write(to: folder, SystemFiles())
  }

  package func write(to folder: String, _ files: some FileOperations) throws(ArchiveError) -> Summary {
    guard !FileManager.default.fileExists(atPath: folder) else {
      throw ArchiveError("bag-exists", "「\(folder)」已经有了", at: folder, help: "换一个文件夹，或先把它移走")
    }
    let parent = StorageRoot.parent(of: folder)
    let staging = "\(parent.isEmpty ? "" : "\(parent)/").\(StorageRoot.name(of: folder)).part"
    try files.makeFolder(staging)
    let lock = try StoreLock(folder: staging)
    // What somebody left here when he was stopped.
    try Recovery.sweep(staging, files)
    do {
      let summary = try fill(staging, files)
      try files.syncAll(of: lock)
      try files.move(staging, to: folder)
      try files.syncNames(in: parent.isEmpty ? "." : parent)
      return summary
    } catch {
      try? Recovery.sweep(staging, files)
      try? files.removeFolder(staging)
      throw error
    }
  }

  private func fill(_ folder: String, _ files: some FileOperations) throws(ArchiveError) -> Summary {
    var writer = BagWriter(folder: folder, files: files)
    var byteCount = 0
    var payload: [(path: String, sha256: String, sha512: String)] = []
    for file in version.files {
      let bytes = try object.bytes(of: file)
      byteCount += bytes.count
      let path = "data/\(file.path)"
      try writer.write(bytes, to: path)
      payload.append((path, Digest(.sha256, of: bytes).hex, file.digest.hex))
    }
    let oxum = "\(byteCount).\(payload.count)"
    try writer.tag(Bag.declaration, as: "bagit.txt")
    try writer.tag(info(oxum), as: "bag-info.txt")
    try writer.tag(BagManifest.bytes(payload.map { ($0.path, $0.sha256) }), as: "manifest-sha256.txt")
    try writer.tag(BagManifest.bytes(payload.map { ($0.path, $0.sha512) }), as: "manifest-sha512.txt")
    for (name, bytes) in try evidence() { try writer.tag(bytes, as: name) }
    let tags = writer.tags
    for algorithm in [Digest.Algorithm.sha256, .sha512] {
      let entries = tags.map { ($0.path, Digest(algorithm, of: $0.bytes).hex) }
      try writer.write(BagManifest.bytes(entries), to: "tagmanifest-\(algorithm.rawValue).txt")
    }
    return Summary(fileCount: payload.count, byteCount: byteCount)
  }

  /// Dates come from the record: the same version makes the same bag, whenever.
  private func info(_ oxum: String) -> [UInt8] {
    let lines = [
      ("Bag-Software-Agent", "Baton"), ("Bagging-Date", String(version.created.prefix(10))),
      ("Contact-Name", version.user), ("External-Description", version.message),
      ("External-Identifier", object.id.description), ("Internal-Sender-Identifier", "v\(version.number)"),
      ("Payload-Oxum", oxum),
    ]
    return Array(lines.map { "\($0.0): \(Self.oneLine($0.1))\n" }.joined().utf8)
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// What proves that the payload is what was sealed: inventory, seal, signature, key.
  private func evidence() throws(ArchiveError) -> [(name: String, bytes: [UInt8])] {
    let seal = try SealChain.seal(of: object, version: version.number)
    let files = [
      (Inventory.fileName, "\(object.folder)/v\(version.number)/\(Inventory.fileName)"),
      (StorageRoot.sealPath(of: version.number), nil), (StorageRoot.signaturePath(of: version.number), nil),
      ("\(seal.key).pem", "\(store.root.keys)/\(seal.key).pem"),
    ]
    var evidence: [(name: String, bytes: [UInt8])] = []
    for (name, path) in files {
      evidence.append(
        ("seal/\(StorageRoot.name(of: name))", try FileBytes.read(path ?? "\(object.folder)/\(name)")))
    }
    return evidence
  }
}

/// Writes the files of a bag, and remembers its tag files.
private struct BagWriter<Files: FileOperations> {
  let folder: String
  let files: Files
  private(set) var tags: [(path: String, bytes: [UInt8])] = []
  private var made: Set<String> = [""]

  init(folder: String, files: Files) {
    self.folder = folder
    self.files = files
  }

  mutating func tag(_ bytes: [UInt8], as path: String) throws(ArchiveError) {
    try write(bytes, to: path)
    tags.append((path, bytes))
  }

  mutating func write(_ bytes: [UInt8], to path: String) throws(ArchiveError) {
    try makeFolder(StorageRoot.parent(of: path))
    try files.write(bytes, to: "\(folder)/\(path)")
  }

  private mutating func makeFolder(_ path: String) throws(ArchiveError) {
    guard made.insert(path).inserted else { return }
    try makeFolder(StorageRoot.parent(of: path))
    try files.makeFolder("\(folder)/\(path)")
  }
}
