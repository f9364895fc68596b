// Versions become rows.

internal import GRDB

extension ArchiveCatalogue {
  /// The places in the chain of seals that are known.
  func sequences() throws(ArchiveError) -> Set<Int> {
    Set(try read { try Int.fetchAll($0, sql: "SELECT sequence FROM version") })
  }

  /// Adds a version: all of it or nothing.
  func add(_ version: SealedVersion, _ reader: some VersionReader) throws(ArchiveError) {
    let contents = try reader.contents(of: version.version, in: version.object)
    let sequence = version.seal.sequence
    try write { database in
      let number = version.version
      let id = version.object.id
      try database.execute(
        sql: "INSERT INTO version VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          sequence, id.description, id.county, id.year, number.number, number.created, number.message,
          number.user,
        ])
      for (place, document) in contents.documents.enumerated() {
        try Self.insert(document, Self.id(sequence, place), sequence, database)
      }
      for unit in contents.units {
        try database.cachedStatement(sql: "INSERT INTO unit VALUES (?, ?, ?, ?, ?, ?, ?)").execute(
          arguments: [
            sequence, unit.id, unit.name, unit.shortName, unit.series, unit.order, unit.isAssessed ? 1 : 0,
          ])
      }
      let names = Dictionary(contents.units.map { ($0.id, $0) }) { first, _ in first }
      for (place, figure) in contents.figures.enumerated() {
        try Self.insert(figure, of: names[figure.unit], Self.id(sequence, place), sequence, database)
      }
      for problem in contents.problems {
        try database.cachedStatement(sql: "INSERT INTO problem VALUES (?, ?, ?, ?, ?, ?, ?)").execute(
          arguments: [
            sequence, problem.id, problem.unit, problem.category, problem.manifestation,
            problem.isClosed ? 1 : 0, problem.lastYearID,
          ])
      }
      for (place, change) in contents.changes.enumerated() {
        try database.cachedStatement(sql: "INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?, ?)").execute(
          arguments: [
            Self.id(sequence, place), sequence, change.year, change.formerID, change.formerName,
            change.change, change.currentID, change.basis,
          ])
      }
    }
  }

  private static func insert(
    _ document: CataloguedDocument, _ id: Int64, _ sequence: Int, _ database: Database
  ) throws {
    try database.cachedStatement(sql: "INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)").execute(
      arguments: [
        id, sequence, document.path, document.kind, document.title, document.unit, document.audience,
        document.secrecy, document.code,
      ])
    // The title is searched too, and is there for a document without a page.
    let text = "\(document.title)\n\(document.text)"
    try database.cachedStatement(sql: "INSERT INTO document_text VALUES (?, ?)").execute(
      arguments: [id, text])
    try database.cachedStatement(sql: "INSERT INTO document_words (rowid, words) VALUES (?, ?)").execute(
      arguments: [id, SearchWords.indexed(text)])
  }

  private static func insert(
    _ figure: CataloguedFigure, of unit: CataloguedUnit?, _ id: Int64, _ sequence: Int, _ database: Database
  ) throws {
    try database.cachedStatement(sql: "INSERT INTO figure VALUES (?, ?, ?, ?, ?, ?)").execute(
      arguments: [id, sequence, figure.unit, figure.field, figure.exact, figure.shown])
    let names = unit.map { "\($0.name)\n\($0.shortName)" } ?? figure.unit
    try database.cachedStatement(sql: "INSERT INTO figure_words (rowid, words) VALUES (?, ?)").execute(
      arguments: [id, SearchWords.indexed("\(names)\n\(figure.field)\n\(figure.shown)")])
  }
}

/// A version with the seal that says where in the chain it stands.
struct SealedVersion {
  let seal: Seal
  let object: ArchivedObject
  let version: ArchivedObject.Version
}

extension SealChain {
  /// All versions of a store in the order in which they were sealed.
  static func sealedVersions(of store: ArchiveStore) throws(ArchiveError) -> [SealedVersion] {
    var versions: [SealedVersion] = []
    for object in try store.objects() {
      for version in object.versions {
        versions.append(
          SealedVersion(
            seal: try seal(of: object, version: version.number), object: object, version: version))
      }
    }
    return versions.sorted { $0.seal.sequence < $1.seal.sequence }
  }
}
