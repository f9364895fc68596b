// Searching.

internal import GRDB

extension ArchiveCatalogue {
  /// Finds what holds the words.
  ///
  /// - Throws: ``ArchiveError`` `empty-search`, or `unknown-unit` if no year knew the unit.
  public func search(_ search: Search) throws(ArchiveError) -> SearchAnswer {
    let terms = try SearchTerms(search.text)
    return try read { database in
      let places = try Self.places(of: search, database)
      let unitIDs = try search.unit.map { try Self.unitIDs($0, database) }
      var answer = SearchAnswer()
      try Self.findDocuments(terms, search, places, unitIDs, database, &answer)
      try Self.findFigures(terms, search, places, unitIDs, database, &answer)
      return answer
    }
  }

  /// The versions that are searched, newest year first.
  private static func places(of search: Search, _ database: Database) throws
    -> [(sequence: Int, place: SearchAnswer.Place)]
  {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT sequence, county, year, number FROM version AS v
        WHERE year BETWEEN ? AND ?
          AND (? OR number = (SELECT max(number) FROM version WHERE object = v.object))
        ORDER BY year DESC, county, number DESC
        """,
      arguments: [
        search.years?.lowerBound ?? 0, search.years?.upperBound ?? Int.max, search.searchesEveryVersion,
      ])
    return rows.map { row in
      (row["sequence"], SearchAnswer.Place(county: row["county"], year: row["year"], version: row["number"]))
    }
  }

  private static func unitIDs(_ word: String, _ database: Database) throws -> Set<String> {
    let ids = try String.fetchSet(
      database, sql: "SELECT DISTINCT id FROM unit WHERE ? IN (id, name, short_name)", arguments: [word])
    guard !ids.isEmpty else {
      throw ArchiveError("unknown-unit", "档案里没有单位「\(word)」", help: "写单位编号、全称或简称，哪一年的都行")
    }
    return ids
  }

  /// How many rows of a version hold the words, by version.
  private static func counts(in table: String, _ terms: SearchTerms, _ database: Database) throws -> [Int:
    Int]
  {
    let rows = try Row.fetchAll(
      database,
      sql: "SELECT rowid >> 24 AS sequence, count(*) AS n FROM \(table) WHERE \(table) MATCH ? GROUP BY 1",
      arguments: [terms.expression])
    return Dictionary(uniqueKeysWithValues: rows.map { ($0["sequence"], $0["n"]) })
  }

  /// The ids of a version's rows that hold the words, at most so many, of the chosen units only.
  private static func ids(
    in table: String, _ terms: SearchTerms, of sequence: Int, _ unitIDs: Set<String>?, limit: Int,
    _ database: Database
  ) throws -> (ids: [Int64], count: Int?) {
    let ids = ids(of: sequence)
    var sql = "SELECT rowid FROM \(table)_words WHERE \(table)_words MATCH ? AND rowid BETWEEN ? AND ?"
    var arguments: StatementArguments = [terms.expression, ids.lowerBound, ids.upperBound]
    guard let unitIDs else {
      return (
        try Int64.fetchAll(database, sql: sql + " LIMIT ?", arguments: arguments + [limit]), nil
      )
    }
    sql += " AND rowid IN (SELECT id FROM \(table) WHERE sequence = ? AND unit IN (\(marks(unitIDs.count))))"
    arguments += [sequence]
    arguments += StatementArguments(unitIDs.sorted())
    let all = try Int64.fetchAll(database, sql: sql, arguments: arguments)
    return (Array(all.prefix(limit)), all.count)
  }

  private static func marks(_ count: Int) -> String {
    Array(repeating: "?", count: count).joined(separator: ", ")
  }

  private static func findDocuments(
    _ terms: SearchTerms, _ search: Search, _ places: [(sequence: Int, place: SearchAnswer.Place)],
    _ unitIDs: Set<String>?, _ database: Database, _ answer: inout SearchAnswer
  ) throws {
    let counts = try counts(in: "document_words", terms, database)
    let marks = terms.marks
    for (sequence, place) in places {
      guard let count = counts[sequence] else { continue }
      let left = search.limit - answer.documents.count
      guard left > 0 || unitIDs != nil else {
        answer.documentCount += count
        continue
      }
      let found = try ids(in: "document", terms, of: sequence, unitIDs, limit: max(left, 0), database)
      answer.documentCount += found.count ?? count
      for id in found.ids {
        let row = try Row.fetchOne(
          database, sql: "SELECT document.*, text FROM document JOIN document_text USING (id) WHERE id = ?",
          arguments: [id])
        guard let row else { continue }
        answer.documents.append(
          SearchAnswer.DocumentHit(
            place: place, document: row["kind"], title: row["title"], path: row["path"], unit: row["unit"],
            audience: row["audience"], secrecy: row["secrecy"], code: row["code"],
            snippet: Snippet(of: row["text"], marks: marks)))
      }
    }
  }

  private static func findFigures(
    _ terms: SearchTerms, _ search: Search, _ places: [(sequence: Int, place: SearchAnswer.Place)],
    _ unitIDs: Set<String>?, _ database: Database, _ answer: inout SearchAnswer
  ) throws {
    let counts = try counts(in: "figure_words", terms, database)
    for (sequence, place) in places {
      guard let count = counts[sequence] else { continue }
      let left = search.limit - answer.figures.count
      guard left > 0 || unitIDs != nil else {
        answer.figureCount += count
        continue
      }
      let found = try ids(in: "figure", terms, of: sequence, unitIDs, limit: max(left, 0), database)
      answer.figureCount += found.count ?? count
      for id in found.ids {
        let row = try Row.fetchOne(
          database,
          sql: """
            SELECT figure.*, unit.short_name FROM figure
            LEFT JOIN unit ON unit.sequence = figure.sequence AND unit.id = figure.unit
            WHERE figure.id = ?
            """, arguments: [id])
        guard let row else { continue }
        answer.figures.append(
          SearchAnswer.FigureHit(
            place: place, unit: row["unit"], unitName: row["short_name"] ?? row["unit"],
            field: row["field"], shown: row["shown"]))
      }
    }
  }
}
