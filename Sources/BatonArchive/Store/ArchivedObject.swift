// One archived county-year: its versions and their bytes.

internal import BatonFiles

/// An object of a store, as its root inventory says.
public struct ArchivedObject: Sendable {
  /// A submission or amendment.
  public struct Version: Sendable, Hashable {
    public let number: Int
    /// RFC 3339.
    public let created: String
    public let message: String
    public let user: String
    /// Logical paths with the digests of their bytes, in the order of the paths' bytes.
    public let files: [File]
  }

  /// A file of a version.
  public struct File: Sendable, Hashable {
    public let path: String
    public let digest: Digest
  }

  let folder: String
  let inventory: Inventory

  public var id: ObjectID { inventory.id }

  /// From `v1` on; there is at least one.
  public var versions: [Version] {
    inventory.versions.enumerated().map { version($0.offset + 1, $0.element) }
  }

  /// The newest version.
  public var head: Version { version(inventory.head, inventory.versions[inventory.head - 1]) }

  init(in folder: String) throws(ArchiveError) {
    let path = "\(folder)/\(Inventory.fileName)"
    guard let inventory = Inventory(try FileBytes.read(path)) else {
      throw .unreadable(path, "不是本系统写的清单，或已损坏")
    }
    self.folder = folder
    self.inventory = inventory
  }

  /// A version by number, or `nil`.
  public func version(_ number: Int) -> Version? { inventory[version: number].map { version(number, $0) } }

  /// The bytes of a file, which must have their digest.
  ///
  /// - Throws: ``ArchiveError`` `archive-damaged` if they have changed.
  public func bytes(of file: File) throws(ArchiveError) -> [UInt8] {
    guard let path = inventory.manifest[file.digest]?.first else {
      throw .unreadable("\(folder)/\(Inventory.fileName)", "没有登记「\(file.path)」的内容")
    }
    let bytes = try FileBytes.read("\(folder)/\(path)")
    guard Digest(of: bytes) == file.digest else { throw .unreadable("\(folder)/\(path)", "的内容已变") }
    return bytes
  }

  /// Copies a file to a new one, however long it is.
  ///
  /// - Throws: ``ArchiveError`` `archive-damaged` if the bytes have changed; then nothing is left of the copy.
  public func copy(_ file: File, to path: String) throws(ArchiveError) {
    guard let content = inventory.manifest[file.digest]?.first else {
      throw .unreadable("\(folder)/\(Inventory.fileName)", "没有登记「\(file.path)」的内容")
    }
    let digest = try SystemFiles().copy("\(folder)/\(content)", to: path)
    if digest == file.digest { return }
    SystemCall.removeFile(path)
    throw .unreadable("\(folder)/\(content)", "的内容已变")
  }

  private func version(_ number: Int, _ version: Inventory.Version) -> Version {
    let files = version.state.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { File(path: $0.key, digest: $0.value) }
    return Version(
      number: number, created: version.created, message: version.message, user: version.user, files: files)
  }
}
