// The journal of a commit: the renames that switch a store from one version to the next.

internal import Foundation

/// Renames that are to be made together. Once it is on the disk the commit is decided: whoever finds it finishes it.
struct Journal: Sendable, Hashable {
  /// From and to, relative to the store, in order.
  var moves: [(from: String, to: String)]

  static func == (left: Journal, right: Journal) -> Bool { left.bytes == right.bytes }
  func hash(into hasher: inout Hasher) { hasher.combine(bytes) }

  init(_ moves: [(from: String, to: String)]) { self.moves = moves }

  var bytes: [UInt8] {
    JSONValue.object([
      "moves": .array(moves.map { .array([.string($0.from), .string($0.to)]) })
    ]).bytes
  }

  init?(_ bytes: [UInt8]) {
    guard let moves = JSONValue.parse(bytes)?["moves"]?.elements else { return nil }
    self.moves = []
    for move in moves {
      guard let pair = move.elements?.compactMap(\.string), pair.count == 2 else { return nil }
      self.moves.append((pair[0], pair[1]))
    }
  }

  /// Makes the renames that have not been made yet, waits for them, and forgets the journal.
  func finish(_ root: StorageRoot, _ files: some FileOperations) throws(ArchiveError) {
    for move in moves where FileManager.default.fileExists(atPath: "\(root.store)/\(move.from)") {
      try files.move("\(root.store)/\(move.from)", to: "\(root.store)/\(move.to)")
    }
    for folder in Set(moves.map { StorageRoot.parent(of: $0.to) }).sorted() {
      try files.syncNames(in: "\(root.store)/\(folder)")
    }
    try files.removeFile(root.journal)
    try files.syncNames(in: root.work)
  }
}
