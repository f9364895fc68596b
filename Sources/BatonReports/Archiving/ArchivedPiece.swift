// 件: what the archives count. One document, or all documents of a kind that are bound together.

internal import BatonArchive
internal import BatonAssessment

/// A piece of a year, numbered.
struct ArchivedPiece: Sendable, Hashable {
  /// One document, or those that are bound together.
  var documents: [ArchivedDocument]
  let isBound: Bool

  var code: String? { documents[0].code }

  /// 题名: the document's own, or that of the kind with how many it binds.
  var title: String {
    isBound ? "\(documents[0].kind)（合订，共\(documents.count)份）" : documents[0].title
  }

  /// 责任者, unless those of bound documents differ: then the first of them and how many there are.
  var responsible: String {
    let all = documents.map(\.responsible)
    let others = Set(all).count - 1
    return others == 0 ? all[0] : "\(all[0])等\(others + 1)个"
  }

  /// 页数, if every document's is known.
  var pages: Int? {
    let known = documents.compactMap(\.pages)
    return known.count == documents.count ? known.reduce(0, +) : nil
  }
}

/// Numbers the pieces of a year: within a period and an office consecutively, in the order of the documents.
struct PieceNumbering {
  private let facts: YearFacts
  private let plan: Plan
  private var next: [Shelf: Int] = [:]

  private struct Shelf: Hashable {
    let period: RetentionPeriod
    let office: String
  }

  init(_ year: AssessmentYear) {
    facts = year.facts
    plan = year.plan
  }

  /// The pieces of documents that stand in the order of the closed list.
  mutating func pieces(of documents: [ArchivedDocument]) -> [ArchivedPiece] {
    documents.grouped(by: \.kind).flatMap { kind, documents in
      let isBound = rule("组件", of: kind) == "合订"
      return (isBound ? [documents] : documents.map { [$0] }).map { numbered($0, isBound) }
    }
  }

  private mutating func numbered(_ documents: [ArchivedDocument], _ isBound: Bool) -> ArchivedPiece {
    let code = code(of: documents[0].kind)
    let numbered = documents.map { document in
      var document = document
      document.code = code?.text
      return document
    }
    return ArchivedPiece(documents: numbered, isBound: isBound)
  }

  /// `nil` as long as 全宗号 is not known: a number that has to be changed later helps nobody.
  private mutating func code(of kind: String) -> ArchiveCode? {
    guard let fonds = facts[.fondsNumber], let office = rule("机构代码", of: kind),
      let period = rule("保管期限", of: kind).flatMap(RetentionPeriod.init(rawValue:))
    else { return nil }
    let shelf = Shelf(period: period, office: office)
    let number = next[shelf] ?? facts.integer(.firstItemNumber) ?? 1
    next[shelf] = number + 1
    let year = facts[.archiveYear] ?? String(facts.writtenOn.year)
    let category = facts[.categoryCode] ?? "WS"
    return ArchiveCode(series: "\(fonds)-\(category)·\(year)", period: period, office: office, number: number)
  }

  private func rule(_ name: String, of kind: String) -> String? {
    plan.row(.archiving, name, for: kind)?.value
  }
}
