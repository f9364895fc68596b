// Reads an archived year for the catalogue: what its documents say, its units, figures, problems and changes.

public import BatonArchive
internal import BatonAssessment
internal import BatonOffice

/// Knows how a version of a year is laid out.
public struct ArchivedYearReader: VersionReader {
  public init() {}

  public func contents(of version: ArchivedObject.Version, in object: ArchivedObject) throws(ArchiveError)
    -> CataloguedContents
  {
    var contents = CataloguedContents()
    for document in try object.documents(of: version) {
      contents.documents.append(try catalogued(document, of: version, in: object))
    }
    if let year = try year(of: version, in: object) {
      contents.units = year.units.map(CataloguedUnit.init)
      contents.problems = year.problems.map(CataloguedProblem.init)
      contents.changes = year.unitHistory.map(CataloguedChange.init)
    }
    let results = try object.record(CataloguedResults.self, at: VersionContents.results, of: version)
    contents.figures = results?.figures(in: contents.units.map(\.id)) ?? []
    return contents
  }

  private func catalogued(
    _ document: ArchivedDocument, of version: ArchivedObject.Version, in object: ArchivedObject
  ) throws(ArchiveError) -> CataloguedDocument {
    let page = document.paths["html"]?.first
    let word = document.paths["docx"]?.first
    let path = page ?? word ?? document.paths.values.flatMap(\.self).min() ?? ""
    var text = ""
    // Content that was lawfully disposed of is no longer there; what is known of it stays.
    if let file = version.file(at: path), page != nil || word != nil {
      text = try Self.text(of: object.bytes(of: file), at: path, isPage: page != nil)
    }
    return CataloguedDocument(
      path: path, kind: document.kind, title: document.title, unit: document.unit,
      audience: document.audience, secrecy: document.secrecy, code: document.code, text: text)
  }

  private static func text(of bytes: [UInt8], at path: String, isPage: Bool) throws(ArchiveError) -> String {
    if isPage { return PrintedText(page: bytes).searchable }
    do {
      return try PrintedText(package: bytes, file: path).searchable
    } catch {
      throw ArchiveError("archive-damaged", "「\(path)」打不开：\(error)", at: path)
    }
  }

  /// The few tables of the year that years are compared by. Tables in files of their own are read alone.
  private func year(of version: ArchivedObject.Version, in object: ArchivedObject) throws(ArchiveError)
    -> AssessmentYear?
  {
    let wanted: Set<String> = [
      Table.year.rawValue, Table.units.rawValue, Table.unitHistory.rawValue, Table.problems.rawValue,
    ]
    var files: [TableFile] = []
    var workbooks: [WorkbookFile] = []
    for file in version.files(below: VersionContents.inputs) {
      let name = String(file.path.dropFirst(VersionContents.inputs.count + 1))
      if name.lowercased().hasSuffix(".csv") {
        let table = String(name.dropLast(".csv".count))
        if wanted.contains(table) {
          files.append(TableFile(name: table, csv: try object.bytes(of: file)))
        }
      } else {
        workbooks.append(WorkbookFile(name: name, xlsx: try object.bytes(of: file)))
      }
    }
    guard !files.isEmpty || !workbooks.isEmpty else { return nil }
    let source = TableSource(name: VersionContents.inputs, files: files, workbooks: workbooks)
    return AssessmentYear(Workbook.decoding(source).workbook)
  }
}

extension PrintedText {
  /// Everything it says, a line a paragraph or row of a table.
  var searchable: String {
    let rows = tables.flatMap { table in ([table.headings] + table.rows).map { $0.joined(separator: "\t") } }
    return (lines + rows).filter { !$0.isEmpty }.joined(separator: "\n")
  }
}

extension CataloguedUnit {
  fileprivate init(_ unit: Unit) {
    self.init(
      id: unit.id, name: unit.name, shortName: unit.shortName, series: unit.series, order: unit.order,
      isAssessed: unit.participation == .assessed)
  }
}

extension CataloguedProblem {
  fileprivate init(_ problem: Problem) {
    self.init(
      id: problem.id, unit: problem.unitID, category: problem.category,
      manifestation: problem.manifestation ?? "", isClosed: problem.state == .closed,
      lastYearID: problem.lastYearID)
  }
}

extension CataloguedChange {
  fileprivate init(_ history: UnitHistory) {
    self.init(
      year: history.year, formerID: history.formerID, formerName: history.formerName,
      change: history.change.rawValue, currentID: history.currentID, basis: history.basis)
  }
}
