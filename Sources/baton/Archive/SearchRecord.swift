// What `search --json` writes.

internal import BatonArchive

/// An answer for programs.
struct SearchRecord: Encodable {
  let documents: [Document]
  let documentCount: Int
  let figures: [Figure]
  let figureCount: Int

  struct Document: Encodable {
    let county: String
    let year, version: Int
    let doc, title, path: String
    let unit: String?
    let audience: String
    let secrecy, code, snippet: String?
  }

  struct Figure: Encodable {
    let county: String
    let year, version: Int
    let unit, unitName, field, shown: String
  }

  init(_ answer: SearchAnswer) {
    documents = answer.documents.map { hit in
      Document(
        county: hit.place.county, year: hit.place.year, version: hit.place.version, doc: hit.document,
        title: hit.title, path: hit.path, unit: hit.unit, audience: hit.audience, secrecy: hit.secrecy,
        code: hit.code, snippet: hit.snippet?.text)
    }
    documentCount = answer.documentCount
    figures = answer.figures.map { hit in
      Figure(
        county: hit.place.county, year: hit.place.year, version: hit.place.version, unit: hit.unit,
        unitName: hit.unitName, field: hit.field, shown: hit.shown)
    }
    figureCount = answer.figureCount
  }
}
