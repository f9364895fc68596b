// The catalogue: what all versions of a store hold, in one SQLite file. Derived only; the store is the truth.

internal import GRDB

/// Finds documents and figures in a store.
///
///     let catalogue = try ArchiveCatalogue.current(of: store, reading: reader)
///     let answer = try catalogue.search("整改", limit: 20)
public struct ArchiveCatalogue: Sendable {
  private let queue: DatabaseQueue
  private let path: String

  /// The catalogue of a store, brought up to date: versions that it does not know yet are added.
  ///
  /// Call it after a commit, and before a search; a crash between a commit and this call is made good by the next.
  public static func current(of store: ArchiveStore, reading reader: some VersionReader) throws(ArchiveError)
    -> ArchiveCatalogue
  {
    let place = CataloguePlace(store)
    let lock = try place.lock()
    defer { withExtendedLifetime(lock) {} }
    guard let catalogue = try open(place.current) else {
      return try build(place, lock, store, reader)
    }
    let known = try catalogue.sequences()
    let sealed = try SealChain.sealedVersions(of: store)
    guard known.isSubset(of: sealed.map(\.seal.sequence)) else {
      return try build(place, lock, store, reader)
    }
    for version in sealed where !known.contains(version.seal.sequence) {
      try catalogue.add(version, reader)
    }
    return catalogue
  }

  /// Builds the catalogue anew from nothing but the store, and puts it in the place of the one that was.
  @discardableResult
  public static func rebuilt(from store: ArchiveStore, reading reader: some VersionReader)
    throws(ArchiveError) -> ArchiveCatalogue
  {
    let place = CataloguePlace(store)
    let lock = try place.lock()
    defer { withExtendedLifetime(lock) {} }
    return try build(place, lock, store, reader)
  }

  /// The caller holds the catalogue's lock.
  private static func build(
    _ place: CataloguePlace, _ lock: StoreLock, _ store: ArchiveStore, _ reader: some VersionReader
  ) throws(ArchiveError) -> ArchiveCatalogue {
    try place.makeNext()
    try fill(CataloguePlace.file(in: place.next), from: store, reader)
    try place.switchToNext(lock)
    guard let catalogue = try open(place.current) else {
      throw ArchiveError("catalogue-damaged", "刚建的检索目录打不开", at: place.current)
    }
    return catalogue
  }

  /// A catalogue at a path, of all versions of a store. It is closed again, with nothing left beside the file.
  private static func fill(_ path: String, from store: ArchiveStore, _ reader: some VersionReader)
    throws(ArchiveError)
  {
    let catalogue = try ArchiveCatalogue(path)
    try catalogue.write { try $0.execute(sql: schema) }
    for version in try SealChain.sealedVersions(of: store) { try catalogue.add(version, reader) }
    try catalogue.write { database in
      for table in ["document_words", "figure_words"] {
        try database.execute(sql: "INSERT INTO \(table) (\(table)) VALUES ('optimize')")
      }
    }
    try catalogue.finish()
  }

  /// The catalogue in a folder; `nil` if there is none of this edition.
  private static func open(_ folder: String) throws(ArchiveError) -> ArchiveCatalogue? {
    let path = CataloguePlace.file(in: folder)
    guard CataloguePlace.isThere(path), let catalogue = try? ArchiveCatalogue(path),
      let found = try? catalogue.read({ try Int.fetchOne($0, sql: "PRAGMA user_version") }),
      found == edition
    else { return nil }
    return catalogue
  }

  private init(_ path: String) throws(ArchiveError) {
    var configuration = Configuration()
    configuration.busyMode = .timeout(30)
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
    }
    self.path = path
    queue = try Self.reporting(path) { try DatabaseQueue(path: path, configuration: configuration) }
  }

  /// Writes everything into the one file.
  private func finish() throws(ArchiveError) {
    try Self.reporting(path) {
      try queue.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
      try queue.close()
    }
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(ArchiveError) -> Value {
    try Self.reporting(path) { try queue.read(body) }
  }

  func write<Value>(_ body: (Database) throws -> Value) throws(ArchiveError) -> Value {
    try Self.reporting(path) { try queue.write(body) }
  }

  /// SQLite's errors in our terms.
  private static func reporting<Value>(_ path: String, _ body: () throws -> Value) throws(ArchiveError)
    -> Value
  {
    do {
      return try body()
    } catch let error as ArchiveError {
      throw error
    } catch let error as DatabaseError where error.resultCode == .SQLITE_FULL {
      throw ArchiveError("disk-full", "检索目录写不下：磁盘已满", at: path, help: "腾出空间再来；库里已有的不受影响")
    } catch {
      throw ArchiveError(
        "catalogue-damaged", "检索目录「\(path)」读写失败：\(error)", at: path,
        help: "用 baton archive rebuild 由档案库重建；档案本身不受影响")
    }
  }
}
