// What the catalogue knows of one version, and everything it holds.

internal import GRDB

extension ArchiveCatalogue {
  /// What is known of a version (the newest, without a number) besides its documents; `nil` if there is no such version.
  public func contents(of object: ObjectID, version number: Int? = nil) throws(ArchiveError)
    -> (version: Int, contents: CataloguedContents)?
  {
    try read { database in
      let found = try Row.fetchOne(
        database,
        sql: """
          SELECT sequence, number FROM version WHERE object = ? AND (? IS NULL OR number = ?)
          ORDER BY number DESC LIMIT 1
          """, arguments: [object.description, number, number])
      guard let found else { return nil }
      return (found["number"], try Self.contents(of: found["sequence"], database))
    }
  }

  private static func contents(of sequence: Int, _ database: Database) throws -> CataloguedContents {
    func rows(_ sql: String) throws -> [Row] {
      try Row.fetchAll(database, sql: sql, arguments: [sequence])
    }
    return CataloguedContents(
      units: try rows("SELECT * FROM unit WHERE sequence = ? ORDER BY place").map { row in
        CataloguedUnit(
          id: row["id"], name: row["name"], shortName: row["short_name"], series: row["series"],
          order: row["place"], isAssessed: row["assessed"])
      },
      figures: try rows("SELECT * FROM figure WHERE sequence = ? ORDER BY id").map { row in
        CataloguedFigure(unit: row["unit"], field: row["field"], exact: row["exact"], shown: row["shown"])
      },
      problems: try rows("SELECT * FROM problem WHERE sequence = ? ORDER BY id").map { row in
        CataloguedProblem(
          id: row["id"], unit: row["unit"], category: row["category"],
          manifestation: row["manifestation"], isClosed: row["closed"], lastYearID: row["last_year"])
      },
      changes: try rows("SELECT * FROM change WHERE sequence = ? ORDER BY id").map { row in
        CataloguedChange(
          year: row["year"], formerID: row["former"], formerName: row["former_name"],
          change: row["change"], currentID: row["current"], basis: row["basis"])
      })
  }

  /// How much of each sort it holds.
  public func counts() throws(ArchiveError) -> [(name: String, count: Int)] {
    let tables = [("版本", "version"), ("文书", "document"), ("单位", "unit"), ("数字", "figure")]
    return try read { database in
      try tables.map { name, table in
        (name, try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)") ?? 0)
      }
    }
  }

  /// Every row of every table, and every word with where it stands: what two catalogues are compared by.
  package func dump() throws(ArchiveError) -> [String] {
    try write { database in
      var lines: [String] = []
      for table in ["version", "document", "document_text", "unit", "figure", "problem", "change"] {
        for row in try Row.fetchAll(database, sql: "SELECT * FROM \(table) ORDER BY 1, 2") {
          lines.append("\(table): \(row.databaseValues.map(\.description).joined(separator: "|"))")
        }
      }
      for table in ["document_words", "figure_words"] {
        try database.execute(
          sql: "CREATE VIRTUAL TABLE temp.words_of_\(table) USING fts5vocab (main, \(table), instance)")
        let sql = "SELECT * FROM words_of_\(table) ORDER BY term, doc, offset"
        for row in try Row.fetchAll(database, sql: sql) {
          lines.append("\(table): \(row.databaseValues.map(\.description).joined(separator: "|"))")
        }
        try database.execute(sql: "DROP TABLE temp.words_of_\(table)")
      }
      return lines
    }
  }
}
