// Which of a year's documents somebody asked for.

internal import BatonAssessment
internal import BatonDiagnostics

/// A choice among the documents of a year, in the user's own words.
public struct Selection: Sendable, Hashable {
  /// 文书名; empty for all.
  public var documents: [String]
  /// 单位编号, 单位全称 or 单位简称; empty for the whole county.
  public var units: [String]

  public init(documents: [String] = [], units: [String] = []) {
    self.documents = documents
    self.units = units
  }

  /// The chosen documents, in the catalogue's order.
  ///
  /// - Throws: ``BuildError`` naming every word that means nothing, or if the choice is empty.
  func chosen(from documents: [PlannedDocument], of year: AssessmentYear) throws(BuildError)
    -> [PlannedDocument]
  {
    var unknown: [Diagnostic] = []
    let names = Set(self.documents)
    let known = Self.names
    for word in self.documents where !known.contains(word) {
      unknown.append(Self.unknown("unknown-document", "文书", word, among: known))
    }
    var unitIDs = Set<String>()
    for word in units {
      if let unit = year.units.first(where: { $0.id == word || $0.name == word || $0.shortName == word }) {
        unitIDs.insert(unit.id)
      } else {
        let words = year.units.flatMap { [$0.name, $0.shortName, $0.id] }
        unknown.append(Self.unknown("unknown-unit", "单位", word, among: words))
      }
    }
    if !unknown.isEmpty { throw BuildError(unknown) }
    let chosen = documents.filter { document in
      (names.isEmpty || names.contains(document.kind.name.rawValue))
        && (unitIDs.isEmpty || document.unitID.map(unitIDs.contains) ?? false)
    }
    guard !chosen.isEmpty else { throw .nothingChosen }
    return chosen
  }

  /// Every 文书名 that there are templates for, each once.
  private static var names: [String] {
    DocumentKind.allCases.map(\.name.rawValue).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private static func unknown(_ id: String, _ what: String, _ word: String, among known: [String])
    -> Diagnostic
  {
    let guess = Suggestion.nearest(to: word, among: known).map { "是不是想写「\($0)」？" }
    let list = known.count <= 16 ? "有这些：\(known.joined(separator: "、"))" : "写单位编号、全称或简称都行"
    return Diagnostic(id, .error, "没有\(what)「\(word)」", help: guess ?? list)
  }
}
