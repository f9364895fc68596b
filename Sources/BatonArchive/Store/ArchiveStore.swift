// A store as a reader sees it: its objects, their versions, the bytes of a version.

internal import BatonFiles

/// A store of sealed years.
///
///     let store = try ArchiveStore(at: "Archive")
///     for object in try store.objects() { print(object.id, object.versions.count) }
///
/// Reading needs no lock: a version is there whole or not at all.
public struct ArchiveStore: Sendable {
  let root: StorageRoot

  /// Opens a store.
  ///
  /// - Throws: ``ArchiveError`` `no-archive` if there is none at the path.
  public init(at path: String) throws(ArchiveError) {
    root = StorageRoot(store: path)
    let declaration = StorageRoot.fixedFiles[0]
    guard try FileBytes.readIfThere("\(root.root)/\(declaration.path)") == declaration.bytes else {
      throw ArchiveError(
        "no-archive", "「\(path)」不是档案库", at: path, help: "用 --store 指明档案库，或先用 baton archive add 建一个")
    }
  }

  /// The objects of the store, by county and year.
  public func objects() throws(ArchiveError) -> [ArchivedObject] {
    var objects = [ArchivedObject]()
    for name in try FolderListing.names(in: root.root) where name != "extensions" {
      let folder = "\(root.root)/\(name)"
      guard case .folder = SystemCall.kind(of: folder) else { continue }
      objects.append(try ArchivedObject(in: folder))
    }
    return objects.sorted { $0.id < $1.id }
  }

  /// One object, or `nil` if the store has none of that id.
  public func object(_ id: ObjectID) throws(ArchiveError) -> ArchivedObject? {
    let folder = root.object(id)
    guard SystemCall.kind(of: folder) != .absent else { return nil }
    return try ArchivedObject(in: folder)
  }
}
