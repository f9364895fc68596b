// documents.json: what each document of a build is, in the words of the archives.

internal import BatonArchive
internal import BatonAssessment
internal import BatonDocument

/// The records of a year's documents, numbered.
struct DocumentRecords {
  /// In the order of the closed list; 原始数据 and 考核方案 last.
  let pieces: [ArchivedPiece]

  /// One a document, in the same order.
  var documents: [ArchivedDocument] { pieces.flatMap(\.documents) }

  /// - Parameters:
  ///   - plan: The documents that were built.
  ///   - formats: As what.
  ///   - inputs: Names of the input files.
  ///   - pages: How many pages a document's finished PDF has, by its path without extension.
  init(
    _ plan: BuildPlan, as formats: [DocumentFormat], inputs: [String], pages: [String: Int] = [:]
  ) {
    let year = plan.year
    let built = plan.documents.enumerated().sorted { left, right in
      let (first, second) = (left.element.order, right.element.order)
      return first == second ? left.offset < right.offset : first < second
    }.map { Self.record(of: $0.element, as: formats, in: year, pages: pages[$0.element.path]) }
    var numbering = PieceNumbering(year)
    pieces = numbering.pieces(of: built + Self.foundations(of: year, inputs))
  }

  private static func record(
    of document: PlannedDocument, as formats: [DocumentFormat], in year: AssessmentYear, pages: Int?
  ) -> ArchivedDocument {
    let kind = document.kind.name
    let issuance = year.issuance(of: kind, to: document.unitID.flatMap(year.unit))
    let paths = formats.map { format in
      (format.fileExtension, ["\(VersionContents.documents)/\(document.file(as: format))"])
    }
    return ArchivedDocument(
      paths: Dictionary(uniqueKeysWithValues: paths), kind: kind.rawValue,
      title: "\(year.facts.county)\(year.facts.year)年度\(document.title)", unit: document.unitID,
      person: document.cadreID, copy: document.copyNumber, audience: document.audience.rawValue,
      period: period(of: kind.rawValue, in: year), number: issuance?.number,
      responsible: responsible(for: document, in: year), date: year.facts.writtenOn.isoText,
      secrecy: issuance?.secrecyMark, pages: pages)
  }

  /// What the documents rest on: the data as it was handed in, and the plan.
  private static func foundations(of year: AssessmentYear, _ inputs: [String]) -> [ArchivedDocument] {
    let facts = year.facts
    func record(_ kind: String, _ paths: [String: [String]], _ title: String, _ number: String?)
      -> ArchivedDocument
    {
      ArchivedDocument(
        paths: paths, kind: kind, title: title, audience: "考核办", period: period(of: kind, in: year),
        number: number, responsible: facts.host, date: facts.writtenOn.isoText)
    }
    let files = Dictionary(grouping: inputs) { name in
      name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
    }.mapValues { names in names.map { "\(VersionContents.inputs)/\($0)" } }
    return [
      record("原始数据", files, "\(facts.county)\(facts.year)年度考核原始数据", nil),
      record(
        "考核方案", ["json": [VersionContents.plan]], facts[.planName] ?? "考核方案", facts[.planNumber]),
    ]
  }

  /// 述职 is the unit's own, or the person's; all else is the office's.
  private static func responsible(for document: PlannedDocument, in year: AssessmentYear) -> String {
    document.cadreID.flatMap { year.cadre($0)?.name } ?? document.issuer
  }

  private static func period(of kind: String, in year: AssessmentYear) -> String {
    year.plan.row(.archiving, "保管期限", for: kind)?.value ?? ""
  }
}

extension PlannedDocument {
  /// Where its name stands in the closed list.
  fileprivate var order: Int { DocumentName.allCases.firstIndex(of: kind.name) ?? 0 }
}

extension CalendarDate {
  /// `2023-01-05`
  var isoText: String {
    "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}
