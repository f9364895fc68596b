// A disk that forgets: what may be left of a folder when the power fails, by the least that POSIX promises.

/// A tree of files as it may be found after a power cut: path below the top → bytes, `nil` for a folder.
typealias Tree = [String: [UInt8]?]

/// Follows a writer's operations and knows which of them the disk may still lose.
///
/// Entries of folders and bytes of files are lost apart from each other, and in any order, until a sync that speaks
/// of them: `syncNames` keeps the entries of its folder, `writeThrough` the bytes of its file, `syncAll` everything.
/// A rename is one step: all file systems with a journal keep it so.
struct ModelDisk {
  typealias Node = Int

  /// A change of folder entries.
  struct Change {
    var link: (folder: Node, name: String, node: Node)?
    var unlink: (folder: Node, name: String)?
    var isSafe = false
    func touches(_ folder: Node) -> Bool { link?.folder == folder || unlink?.folder == folder }
  }

  /// What a torn file may hold.
  enum Tear: CaseIterable { case complete, empty, half, zeros }

  private static let top: Node = 0
  private let folder: String
  /// The entries that were on the disk before the first change.
  private var original: [Node: [String: Node]] = [top: [:]]
  /// The entries as the writer sees them.
  private var current: [Node: [String: Node]] = [top: [:]]
  private var bytes: [Node: [UInt8]] = [:]
  private var unsafeBytes: Set<Node> = []
  private var changes: [Change] = []
  private var next: Node = 1

  /// A folder that held a tree, all of it on the disk; operations name it by its path.
  init(_ tree: Tree, at folder: String) {
    self.folder = folder
    for (path, content) in tree.sorted(by: { $0.key < $1.key }) {
      add(path, content)
    }
    original = current
  }

  private mutating func add(_ path: String, _ content: [UInt8]?) {
    var node = Self.top
    let parts = path.split(separator: "/").map(String.init)
    for (index, part) in parts.enumerated() {
      if let known = current[node]?[part] {
        node = known
        continue
      }
      current[node, default: [:]][part] = next
      if index == parts.count - 1, let content { bytes[next] = content } else { current[next] = [:] }
      node = next
      next += 1
    }
  }

  private func parts(_ path: String) -> [String] {
    precondition(path.hasPrefix(folder), "\(path) is not below \(folder)")
    return path.dropFirst(folder.count).split(separator: "/").map(String.init)
  }

  private func node(_ parts: some Sequence<String>) -> Node? {
    parts.reduce(Self.top as Node?) { node, part in node.flatMap { current[$0]?[part] } }
  }

  private func place(_ path: String) -> (folder: Node, name: String)? {
    let parts = parts(path)
    guard let name = parts.last, let folder = node(parts.dropLast()) else { return nil }
    return (folder, name)
  }

  private mutating func change(_ change: Change) {
    if let unlink = change.unlink { current[unlink.folder]?[unlink.name] = nil }
    if let link = change.link { current[link.folder]?[link.name] = link.node }
    changes.append(change)
  }

  /// Carries out an operation that succeeded.
  mutating func apply(_ operation: Operation) {
    switch operation {
    case .makeFolder(let path):
      guard let place = place(path), current[place.folder]?[place.name] == nil else { return }
      current[next] = [:]
      original[next] = [:]
      change(Change(link: (place.folder, place.name, next)))
      next += 1
    case .write(let path, let content), .writeThrough(let path, let content):
      guard let place = place(path) else { return }
      bytes[next] = content
      if case .write = operation { unsafeBytes.insert(next) }
      change(Change(link: (place.folder, place.name, next)))
      next += 1
    case .move(let from, let to):
      guard let source = place(from), let target = place(to), let node = current[source.folder]?[source.name]
      else { return }
      change(Change(link: (target.folder, target.name, node), unlink: source))
    case .removeFile(let path), .removeFolder(let path):
      guard let place = place(path) else { return }
      change(Change(unlink: place))
    case .syncAll:
      for index in changes.indices { changes[index].isSafe = true }
      unsafeBytes = []
    case .syncNames(let path):
      guard let folder = node(parts(path)) else { return }
      for index in changes.indices where changes[index].touches(folder) { changes[index].isSafe = true }
    }
  }

  /// How many changes of entries may be lost, each for itself.
  var unsafeCount: Int { changes.count { !$0.isSafe } }

  /// What is found after the power came back.
  ///
  /// `kept` says which of the changes that may be lost were not, by their order; `tear` what a file holds whose bytes
  /// were not waited for.
  func afterPowerCut(keeping kept: (Int) -> Bool, tear: (Node) -> Tear) -> Tree {
    var entries = original
    var index = 0
    for change in changes {
      if !change.isSafe {
        index += 1
        if !kept(index - 1) { continue }
      }
      if let unlink = change.unlink { entries[unlink.folder]?[unlink.name] = nil }
      if let link = change.link { entries[link.folder]?[link.name] = link.node }
    }
    var tree = Tree()
    collect(Self.top, "", entries, tear, into: &tree)
    return tree
  }

  private func collect(
    _ folder: Node, _ prefix: String, _ entries: [Node: [String: Node]], _ tear: (Node) -> Tear,
    into tree: inout Tree
  ) {
    for (name, node) in entries[folder] ?? [:] {
      if let content = bytes[node] {
        let tear = unsafeBytes.contains(node) ? tear(node) : .complete
        tree[prefix + name] = .some(Self.torn(content, tear))
      } else {
        tree[prefix + name] = .some(nil)
        collect(node, "\(prefix)\(name)/", entries, tear, into: &tree)
      }
    }
  }

  private static func torn(_ bytes: [UInt8], _ tear: Tear) -> [UInt8] {
    switch tear {
    case .complete: bytes
    case .empty: []
    case .half: Array(bytes.prefix(bytes.count / 2))
    case .zeros: Array(repeating: 0, count: bytes.count)
    }
  }
}
