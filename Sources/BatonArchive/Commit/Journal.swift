// The journal of a commit: the renames that switch a store from one version to the next.

internal import BatonFiles

/// Renames that are to be made together. Once it is on the disk the commit is decided: whoever finds it finishes it.
struct Journal: Sendable, Hashable {
  struct Move: Sendable, Hashable {
    /// Relative to the store, below its staging folder.
    let from: String
    /// Relative to the store, below its storage root.
    let to: String
  }

  /// In order.
  let moves: [Move]

  init(_ moves: [Move]) { self.moves = moves }

  var bytes: [UInt8] {
    JSONValue.object([
      "moves": .array(moves.map { .array([.string($0.from), .string($0.to)]) })
    ]).bytes
  }

  /// Reads what ``bytes`` writes; `nil` if the bytes are anything else, or would move what is not staged.
  init?(_ bytes: [UInt8]) {
    guard let elements = JSONValue.parse(bytes)?["moves"]?.elements else { return nil }
    moves = elements.compactMap { element in
      guard let pair = element.elements?.compactMap(\.string), pair.count == 2,
        pair.allSatisfy(SubmittedFile.isPlain), pair[0].hasPrefix(StorageRoot.stagingPath + "/"),
        pair[1].hasPrefix(StorageRoot.rootPath + "/")
      else { return nil }
      return Move(from: pair[0], to: pair[1])
    }
    guard self.bytes == bytes else { return nil }
  }

  /// Makes the renames that have not been made yet, waits for them, and forgets the journal.
  ///
  /// May be done again from the start as often as it is broken off: a rename that was made is not staged any more.
  func finish(_ root: StorageRoot, _ files: some FileOperations) throws(ArchiveError) {
    for move in moves {
      switch SystemCall.kind(of: "\(root.store)/\(move.from)") {
      case .absent:
        // Made before; or neither here nor there, and then the journal is what is left to tell.
        guard case .absent = SystemCall.kind(of: "\(root.store)/\(move.to)") else { continue }
        throw .unreadable(root.journal, "说要放到「\(move.to)」的内容不见了")
      case .unknown(let code): throw .unreadable("\(root.store)/\(move.from)", "读不出来", code)
      case .file, .folder, .other:
        try files.move("\(root.store)/\(move.from)", to: "\(root.store)/\(move.to)")
      }
    }
    for folder in Set(moves.map { StorageRoot.parent(of: $0.to) }).sorted() {
      try files.syncNames(in: "\(root.store)/\(folder)")
    }
    // Should a power cut bring it back, it is only done again, as nothing is staged before it is gone for good.
    try files.removeFile(root.journal)
  }
}
