// Where the catalogue lies, and how a new one takes the place of the old.

internal import BatonFiles

/// The folder `catalogue/` of a store.
///
///     catalogue/current/catalogue.sqlite   (and what SQLite keeps beside it)
///     catalogue/next/                      while one is built: swept by the next who builds
///
/// A folder is switched as a whole: SQLite's log belongs to its file, and may never meet another.
struct CataloguePlace {
  private let folder: String
  private let files = SystemFiles()

  init(_ store: ArchiveStore) { folder = store.root.catalogue }

  var current: String { "\(folder)/current" }
  var next: String { "\(folder)/next" }

  static func file(in folder: String) -> String { "\(folder)/catalogue.sqlite" }

  static func isThere(_ path: String) -> Bool { SystemCall.kind(of: path) != .absent }

  /// Waits until nobody else changes the catalogue.
  func lock() throws(ArchiveError) -> StoreLock {
    try files.makeFolder(folder)
    return try StoreLock(folder: folder)
  }

  /// An empty folder for the next catalogue.
  func makeNext() throws(ArchiveError) {
    try removeNext()
    try files.makeFolder(next)
  }

  /// Puts the next catalogue, which is closed, in the place of the current one.
  func switchToNext(_ lock: StoreLock) throws(ArchiveError) {
    try files.syncAll(of: lock)
    if Self.isThere(current) {
      let code = SystemCall.exchange(next, current)
      if code != 0 { throw .system("替换", current, code) }
    } else {
      try files.move(next, to: current)
    }
    try files.syncNames(in: folder)
    try removeNext()
  }

  private func removeNext() throws(ArchiveError) {
    guard Self.isThere(next) else { return }
    try Recovery.sweep(next, files)
    try files.removeFolder(next)
  }
}
