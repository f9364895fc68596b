// The chain of a store's seals.

/// The seals of a store.
public enum SealChain {
  /// The newest seal, or `nil` of an empty store. Reads one seal an object.
  public static func head(of store: ArchiveStore) throws(ArchiveError) -> Seal? {
    var head: Seal?
    for object in try store.objects() {
      let seal = try seal(of: object, version: object.inventory.head)
      if (head?.sequence ?? 0) < seal.sequence { head = seal }
    }
    return head
  }

  /// The seal of a version.
  static func seal(of object: ArchivedObject, version: Int) throws(ArchiveError) -> Seal {
    let path = "\(object.folder)/\(StorageRoot.sealPath(of: version))"
    guard let seal = Seal(try FileBytes.read(path)) else { throw .unreadable(path, "不是封存记录，或已损坏") }
    return seal
  }
}

extension ArchivedObject {
  /// The seal of a version.
  ///
  /// - Throws: ``ArchiveError`` `archive-damaged` if it is missing or no seal.
  public func seal(of version: Int) throws(ArchiveError) -> Seal {
    try SealChain.seal(of: self, version: version)
  }
}
